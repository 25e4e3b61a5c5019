"""Who sees which child."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people import queries
from holdfast.casework.people.models import AllocationRole
from holdfast.casework.people.queries import (
    NotYours,
    allocated,
    children_behind_figures_for,
    children_for,
    find_child,
    note_shown,
    open_child,
)
from tests.builders import people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [Role.IRO_MANAGER, Role.BUSINESS_SUPPORT, Role.ANALYST])
def test_children_for_those_who_see_all(role: Role) -> None:
    alice, benedict = people.child("Alice"), people.child("Benedict")

    assert set(children_for(people.user(role))) == {alice, benedict}


@pytest.mark.parametrize("role", [Role.IRO, Role.SOCIAL_WORKER])
def test_children_for_those_who_see_their_own(role: Role) -> None:
    alice, benedict, charlie, dora = (people.child(name) for name in ("Alice", "Benedict", "Charlie", "Dora"))
    user = people.user(role)
    own, other = people.worker(user=user), people.worker("Another")
    people.allocated(alice, own)
    people.allocated(benedict, other)
    people.allocated(charlie, own, ends=date(2016, 5, 1))
    people.allocated(dora, own, starts=date(2999, 1, 1))

    assert list(children_for(user)) == [alice]
    assert set(children_for(user, on=date(2016, 5, 1))) == {alice, charlie}


def test_children_for_the_board_reader_and_for_nobody_is_none() -> None:
    people.child()

    assert list(children_for(people.user(Role.BOARD_READER))) == []
    assert list(children_for(None)) == []


def test_open_child_leaves_a_row_in_the_diary() -> None:
    alice = people.child()
    iro = people.iro_of(alice)

    assert open_child(iro, alice.public_id) == alice
    assert open_child(iro, str(alice.public_id)) == alice

    assert [(e.verb, e.actor_id) for e in events_about(alice)] == [("child.read", str(iro.pk))] * 2


@pytest.mark.parametrize("which", ["another's", "nobody's", "no address"])
def test_open_child_that_is_not_theirs_is_refused_alike(which: str) -> None:
    alice, benedict = people.child("Alice"), people.child("Benedict")
    iro = people.iro_of(alice)
    wanted = {"another's": benedict.public_id, "nobody's": uuid4(), "no address": "../1"}[which]

    for door in (open_child, find_child):
        with pytest.raises(NotYours, match="not among those you can see"):
            door(iro, wanted)

    assert AuditEvent.objects.count() == 0


def test_children_shown_together_stand_in_one_row_of_the_diary() -> None:
    alice, benedict, iro = people.child("Alice"), people.child("Benedict"), people.user(Role.IRO)

    note_shown(to=iro, verb="children.listed", children=[benedict.pk, alice.pk, benedict.pk], year=2017)

    event = AuditEvent.objects.get()
    assert (event.verb, event.actor_id, event.subject_id) == ("children.listed", str(iro.pk), "")
    assert event.detail == {"year": 2017, "children": [alice.pk, benedict.pk]}


def test_more_children_than_one_row_holds_stand_in_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "SHOWN_IN_ONE_ROW", 2)

    note_shown(to=people.user(), verb="children.downloaded", children=[1, 2, 3])

    assert [event.detail["children"] for event in AuditEvent.objects.all()] == [[1, 2], [3]]


def test_a_list_without_children_leaves_its_row_too() -> None:
    note_shown(to=people.user(), verb="children.downloaded", children=[])

    assert AuditEvent.objects.get().detail == {"children": []}


def test_children_behind_figures_are_not_for_business_support() -> None:
    alice, benedict = people.child("Alice"), people.child("Benedict")

    assert set(children_behind_figures_for(people.user(Role.ANALYST))) == {alice, benedict}
    assert list(children_behind_figures_for(people.iro_of(benedict))) == [benedict]
    with pytest.raises(NotAllowed):
        children_behind_figures_for(people.user(Role.BUSINESS_SUPPORT))


def test_allocated_is_who_is_responsible_on_the_day() -> None:
    alice, first, second = people.child(), people.worker("First"), people.worker("Second")
    people.allocated(alice, first, ends=date(2016, 12, 31))
    people.allocated(alice, second, starts=date(2017, 1, 1))

    assert allocated(alice, AllocationRole.IRO, date(2016, 12, 31)).worker == first
    assert allocated(alice, AllocationRole.IRO, date(2017, 1, 1)).worker == second
    assert allocated(alice, AllocationRole.SOCIAL_WORKER) is None
