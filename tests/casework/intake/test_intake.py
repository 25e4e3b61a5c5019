from __future__ import annotations

import threading
import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from holdfast.casework.access.roles import Role
from holdfast.casework.intake import actions, heartbeat, queries
from holdfast.casework.intake.models import Finding, Mismatch, ReturnIntake
from holdfast.casework.intake.process import this_process
from holdfast.casework.intake.rules import SILENT_FOR, WAITS_FOR, MoveNotAllowed, is_broken_off
from holdfast.casework.intake.states import ENDED, MOVES, UNDER_WAY, State
from tests.builders import people

pytestmark = pytest.mark.django_db


class Found(SimpleNamespace):
    """Something reading found, as far as an import needs to know it."""

    def __str__(self) -> str:
        return f"found {self.found}; expected {self.expected}"


def warning(kind: str, child: str, row: int, column: str | None = None) -> Found:
    return Found(type=kind, child=child, file="episodes.csv", row=row, column=column, message="It is wrong.")


def test_every_state_has_its_moves_and_those_that_end_have_none() -> None:
    assert set(MOVES) == set(State)
    assert {State.REFUSED, State.LOADED, State.FAILED, State.INTERRUPTED} == ENDED
    assert set(State) - ENDED - UNDER_WAY == {State.WAITING}
    assert all(moves <= set(State) for moves in MOVES.values())


def test_an_import_that_ended_goes_nowhere() -> None:
    intake = actions.receive(by=None)
    actions.has_been_read(intake=intake, years=[2017], refused=True, by=None)

    with pytest.raises(MoveNotAllowed, match="Start a new import"):
        actions.begin_loading(intake=intake, by=None)

    assert intake.ended_at is not None


def test_findings_are_listed_by_type_and_by_child() -> None:
    intake = actions.receive(by=None)
    warnings = [
        warning("unknown code", "A1", row=2, column="LS"),
        warning("unknown code", "B2", row=3, column="LS"),
        warning("overlap", "A1", row=4),
    ]
    fault = Found(
        expected="a row of column names", found="an empty file", file="header.csv", row=None, column=None
    )

    actions.note_findings(intake=intake, faults=[fault], warnings=warnings, by=None)

    assert [f.expected for f in queries.faults_of(intake)] == ["a row of column names"]
    assert list(queries.warnings_by_type(intake)) == [
        {"type": "unknown code", "count": 2},
        {"type": "overlap", "count": 1},
    ]
    assert list(queries.warnings_by_child(intake)) == [
        {"child_number": "A1", "count": 2},
        {"child_number": "B2", "count": 1},
    ]


def test_progress_is_noted_and_kept_between_0_and_100() -> None:
    intake = actions.receive(by=None)

    actions.tell_progress(intake=intake, step="Reading episodes", progress=140)

    intake.refresh_from_db()
    assert (intake.step, intake.progress) == ("Reading episodes", 100)


HOST, NUMBER, STARTED = this_process().rsplit(":", 2)
LONG = SILENT_FOR + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("process", "silent", "gone"),
    [
        (this_process(), timedelta(0), False),
        (this_process(), LONG, True),
        (f"{HOST}:999999999:{STARTED}", timedelta(0), True),
        (f"{HOST}:{NUMBER}:before-1", timedelta(0), True),
        ("elsewhere:1:x-1", timedelta(0), False),
        ("elsewhere:1:x-1", LONG, True),
        ("", LONG, True),
    ],
    ids=[
        "this process",
        "this process, its thread long silent",
        "a process that ended",
        "a number given out again",
        "another machine",
        "another machine, long silent",
        "nobody",
    ],
)
def test_an_import_whose_process_is_gone_is_ended(process: str, silent: timedelta, gone: bool) -> None:
    intake = actions.receive(by=None)
    ReturnIntake.objects.update(process=process, alive_at=timezone.now() - silent)

    assert actions.end_broken_off() == gone

    intake.refresh_from_db()
    assert intake.state == (State.INTERRUPTED if gone else State.READING)


def test_an_import_that_waits_is_not_broken_off_and_can_be_given_up() -> None:
    intake = actions.receive(by=None)
    actions.has_been_read(intake=intake, years=[2017], refused=False, by=None)
    ReturnIntake.objects.update(process="elsewhere:1", alive_at="2016-01-01T00:00Z")

    assert actions.end_broken_off() == 0
    actions.give_up(intake=intake, by=None)

    assert intake.state == State.INTERRUPTED
    assert queries.loading_now() is None


def test_an_import_that_nobody_loads_for_a_week_is_given_up() -> None:
    fresh, old = actions.receive(by=None), actions.receive(by=None)
    for intake in (fresh, old):
        actions.has_been_read(intake=intake, years=[2017], refused=False, by=None)
    ReturnIntake.objects.filter(pk=old.pk).update(alive_at=timezone.now() - WAITS_FOR)

    assert actions.end_forgotten() == 1

    old.refresh_from_db()
    fresh.refresh_from_db()
    assert (old.state, fresh.state) == (State.INTERRUPTED, State.WAITING)
    assert "within 7 days" in old.message
    assert queries.not_ended([old.public_id, fresh.public_id]) == {fresh.public_id}


@pytest.mark.django_db(transaction=True)
def test_an_import_at_work_is_heard_of_until_it_ends(monkeypatch) -> None:
    monkeypatch.setattr(heartbeat, "EVERY_SECONDS", 0.01)
    intake = actions.receive(by=None)
    ReturnIntake.objects.update(alive_at=timezone.now() - SILENT_FOR - timedelta(hours=1))

    with heartbeat.heartbeat(intake):
        for _ in range(200):
            time.sleep(0.01)
            intake.refresh_from_db()
            if intake.alive_at > timezone.now() - SILENT_FOR:
                break
        (beat,) = [one for one in threading.enumerate() if one.name == "heartbeat"]
    beat.join(5)

    assert not is_broken_off(intake)
    assert not beat.is_alive()


def test_open_mismatches_are_of_the_children_one_may_see() -> None:
    intake, alice, benedict = actions.receive(by=None), people.child("Alice"), people.child("Benedict")
    for child in (alice, benedict):
        Mismatch.objects.create(
            intake=intake, child=child, record_type="people.Child", record_id=child.pk, field="sex", ours="F"
        )

    assert [m.child for m in queries.open_mismatches(people.user(Role.ANALYST))] == [alice, benedict]
    assert [m.child for m in queries.open_mismatches(people.iro_of(benedict))] == [benedict]


def test_the_database_refuses_what_can_never_be() -> None:
    intake, child = actions.receive(by=None), people.child()
    difference = {
        "intake": intake,
        "child": child,
        "record_type": "people.Child",
        "record_id": 1,
        "field": "sex",
    }
    Mismatch.objects.create(**difference)
    loading = {"state": State.LOADING}
    ReturnIntake.objects.create(**loading)
    never = {
        "intake_state_is_in_the_list": lambda: ReturnIntake.objects.create(state="lost"),
        "intake_progress_is_of_100": lambda: ReturnIntake.objects.create(progress=101),
        "intake_has_an_end_once_it_ended": lambda: ReturnIntake.objects.create(state=State.LOADED),
        "one_import_loads_at_a_time": lambda: ReturnIntake.objects.create(**loading),
        "finding_kind_is_in_the_list": lambda: Finding.objects.create(intake=intake, kind="rumour"),
        "mismatch_settled_says_how": lambda: Mismatch.objects.create(
            **difference | {"field": "born", "kept": "ours"}
        ),
        "one_open_mismatch_per_field": lambda: Mismatch.objects.create(**difference),
    }

    for name, attempt in never.items():
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            attempt()
        assert name in str(refused.value) or "UNIQUE" in str(refused.value), name
