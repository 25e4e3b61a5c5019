"""Whoever is shown a child leaves a row in the diary: on every page that shows one, and in every download."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.intake.actions import note_findings, receive
from holdfast.casework.intake.models import Mismatch
from holdfast.domain.reporting_year import ReportingYear
from holdfast.returns.ssda903.rule import ReturnWarning

YEAR = ReportingYear(2017)
MANAGER, ANALYST = Role.IRO_MANAGER, Role.ANALYST


@pytest.fixture
def intake(world):
    """An import that warns of Alice, of Benedict and of a child that is not on record, and differs on Alice."""
    one = receive(by=world.users[ANALYST])
    numbers = (world.alice.number, world.benedict.number, "UNKNOWN1")
    found = [
        ReturnWarning("pn0", number, "reviews.csv", 3, "REVIEW", "", "A warning.", 2017) for number in numbers
    ]
    note_findings(intake=one, faults=[], warnings=found, by=world.users[ANALYST])
    Mismatch.objects.create(
        intake=one, child=world.alice, record_type="people.Child", record_id=world.alice.pk,
        field="ethnicity", ours="WBRI", returned="WIRI",
    )  # fmt: skip
    return one


def events_of(role: Role, address: str, world: Any, **post: str) -> list[AuditEvent]:
    """What opening an address adds to the diary."""
    client = Client()
    client.force_login(world.users[role])
    before = set(AuditEvent.objects.values_list("pk", flat=True))
    response = client.post(address, post) if post else client.get(address)
    assert response.status_code < 500
    return list(AuditEvent.objects.exclude(pk__in=before).order_by("id"))


#: address, arguments of it, who opens it, the verb, and whose children are named
LISTS: list[tuple[str, Callable[[Any], list], Role, str, str]] = [
    ("home", lambda i: [], Role.IRO, "desk.opened", "alice"),
    ("home", lambda i: [], Role.SOCIAL_WORKER, "desk.opened", "alice"),
    ("home", lambda i: [], MANAGER, "desk.opened", "alice benedict"),
    ("children", lambda i: [], MANAGER, "children.listed", "alice benedict"),
    ("children", lambda i: [], Role.IRO, "children.listed", "alice"),
    ("children_allocate", lambda i: [], MANAGER, "children.listed", "alice benedict"),
    ("children_download", lambda i: [], MANAGER, "children.downloaded", "alice benedict"),
    (
        "figures_rows",
        lambda i: [YEAR, "children_in_care", "number"],
        MANAGER,
        "figure.opened",
        "alice benedict",
    ),
    ("figures_rows", lambda i: [YEAR, "children_in_care", "number"], Role.IRO, "figure.opened", "alice"),
    ("figures_rows_download", lambda i: [YEAR, "age", "5_9"], MANAGER, "figure_rows.downloaded", "benedict"),
    ("intake_differences", lambda i: [], ANALYST, "differences.listed", "alice"),
    ("intake_warnings", lambda i: [i.public_id], ANALYST, "warnings.listed", "alice benedict"),
    ("intake_warnings_download", lambda i: [i.public_id], ANALYST, "warnings.downloaded", "alice benedict"),
]


@pytest.mark.parametrize(("name", "args", "role", "verb", "children"), LISTS)
def test_a_list_names_in_the_diary_every_child_it_shows(name, args, role, verb, children, world, intake):
    (event,) = events_of(role, reverse(name, args=args(intake)), world)

    assert (event.verb, event.actor_id) == (verb, str(world.users[role].pk))
    assert event.detail["children"] == [getattr(world, child).pk for child in children.split()]


def test_only_the_children_of_the_page_shown_are_named(world, monkeypatch):
    monkeypatch.setattr("holdfast.web.listing.PER_PAGE", 1)

    (event,) = events_of(MANAGER, reverse("children") + "?sort=name&page=2", world)

    assert event.detail["children"] == [world.benedict.pk]


def test_the_diary_says_which_number_was_opened(world):
    address = reverse("figures_rows", args=[YEAR, "age", "5_9"]) + "?period=2016%2F17+Q4&of=base"

    (event,) = events_of(MANAGER, address, world)

    about = {"table": "age", "group": "5_9", "period": "2016/17-Q4", "base": True}
    assert event.detail == {**about, "children": [world.alice.pk, world.benedict.pk]}


@pytest.mark.parametrize("name", ["child", "child_correct", "child_correct_episode", "child_correct_review"])
def test_a_page_of_one_child_leaves_a_row(name, world):
    assert [event.verb for event in events_of(MANAGER, _of_alice(name, world), world)] == ["child.read"]


@pytest.mark.parametrize("name", ["child_correct", "child_correct_episode", "child_correct_review"])
def test_checking_a_correction_leaves_the_row_of_the_reading_and_none_of_a_change(name, world):
    typed = {
        "name": "Alice Ash", "started_0": "3", "started_1": "5", "started_2": "2016", "legal_status": "C2",
        "held_on_0": "28", "held_on_1": "5", "held_on_2": "2016", "check": "1",
    }  # fmt: skip

    assert [event.verb for event in events_of(MANAGER, _of_alice(name, world), world, **typed)] == [
        "child.read"
    ]


def _of_alice(name: str, world: Any) -> str:
    alice = [world.alice.public_id]
    records = {
        "child_correct_episode": [world.alice.episodes.get().public_id],
        "child_correct_review": [world.review.public_id],
    }
    return reverse(name, args=alice + records.get(name, []))
