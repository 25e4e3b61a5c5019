"""Children are reached through `people.queries.children_for` only, and records change in actions only."""

from __future__ import annotations

import ast
import importlib
import inspect
from pathlib import Path

import pytest

import holdfast

ROOT = Path(holdfast.__file__).parent
OF_CHILDREN = {
    "Child",
    "Allocation",
    "PeriodOfCare",
    "Episode",
    "HealthYear",
    "CareLeaverYear",
    "AsylumStatus",
    "Review",
    "Mismatch",
    "FieldChange",
    "OwnedField",
    "MidwayCheck",
    "ManagerAnswer",
    "Monitor",
    "MonitorAnswer",
    "Concern",
    "Stage",
    "Pause",
    "LegalAdvice",
    "CafcassReferral",
    "Entry",
    "Praise",
    "PeerAudit",
    "ConferenceFinding",
    "TierSpan",
    "StepReason",
}
MANAGERS = {"objects", "_base_manager", "_default_manager"}
#: told from the rest in their docstrings: used inside actions, or no change of records
WITHOUT_BY = {
    "provenance.take_ownership",
    "intake.tell_progress",
    "intake.end_broken_off",
    "intake.end_forgotten",
}


def doors_forced(source: str) -> list[int]:
    """The lines that reach records of children past the door."""
    return sorted(
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and node.attr in MANAGERS
        and (isinstance(node.value, ast.Name | ast.Attribute))
        and (node.value.id if isinstance(node.value, ast.Name) else node.value.attr) in OF_CHILDREN
    )


def test_the_check_sees_a_forced_door() -> None:
    assert doors_forced(
        "from x import Child\nfound = Child.objects.get(pk=1)\nmodels.Child._base_manager"
    ) == [2, 3]
    assert doors_forced("children_for(user).get(pk=1)") == []


@pytest.mark.parametrize("room", ["web"])
def test_no_view_reaches_a_child_past_the_door(room: str) -> None:
    forced = {
        f"{path.relative_to(ROOT)}:{line}"
        for path in (ROOT / room).rglob("*.py")
        for line in doors_forced(path.read_text())
    }

    assert forced == set()


@pytest.mark.parametrize(
    "app",
    [
        *(
            "access",
            "people",
            "care",
            "plans",
            "reviews",
            "preparing",
            "records",
            "midway",
            "notices",
            "drafts",
        ),
        *("publishing", "provenance", "intake", "service", "tiers", "checking"),
        *("monitors", "resolution", "footprint"),
    ],
)
def test_every_action_is_keyword_only_and_says_by_whom(app: str) -> None:
    module = importlib.import_module(f"holdfast.casework.{app}.actions")
    actions = {
        name: inspect.signature(function).parameters
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__.startswith(module.__name__)
        and not name.startswith("_")
    }

    assert actions
    for name, parameters in actions.items():
        assert all(
            p.kind is inspect.Parameter.KEYWORD_ONLY or p.kind is p.VAR_KEYWORD for p in parameters.values()
        )
        assert "by" in parameters or f"{app}.{name}" in WITHOUT_BY
