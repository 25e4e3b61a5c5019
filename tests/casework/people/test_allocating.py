"""Who can be made responsible, and one officer for several children at once."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people import actions
from holdfast.casework.people.models import Allocation, AllocationRole, Child
from holdfast.casework.people.queries import without, workers_for
from tests.builders import people

pytestmark = pytest.mark.django_db

IRO, SOCIAL_WORKER = AllocationRole.IRO, AllocationRole.SOCIAL_WORKER
DAY = date(2017, 3, 31)


def test_several_children_get_one_officer_and_history_stays() -> None:
    alice, benedict, cleo = (people.child(name) for name in ("Alice Arden", "Benedict Birch", "Cleo Cole"))
    robin, sam = people.worker("Robin Ash"), people.worker("Sam Fielding")
    people.allocated(alice, robin)
    people.allocated(benedict, sam)

    made = actions.allocate_all(children=[alice, benedict, cleo], worker=sam, role=IRO, starts=DAY, by=None)

    assert [one.child for one in made] == [alice, cleo]  # Benedict is Sam's already
    assert list(
        Allocation.objects.order_by("id").values_list("child__name", "worker__name", "starts", "ends")
    ) == [
        ("Alice Arden", "Robin Ash", date(2016, 4, 1), date(2017, 3, 30)),
        ("Benedict Birch", "Sam Fielding", date(2016, 4, 1), None),
        ("Alice Arden", "Sam Fielding", DAY, None),
        ("Cleo Cole", "Sam Fielding", DAY, None),
    ]
    assert [event.verb for event in events_about(made[0])] == ["allocation.started"]


def test_one_later_allocation_and_nobody_is_allocated() -> None:
    alice, benedict = people.child("Alice Arden"), people.child("Benedict Birch")
    sam = people.worker("Sam Fielding")
    people.allocated(benedict, people.worker(), starts=date(2017, 5, 1))

    with pytest.raises(actions.AllocatedLater, match="from 1 May 2017"):
        actions.allocate_all(children=[alice, benedict], worker=sam, role=IRO, starts=DAY, by=None)

    assert Allocation.objects.count() == 1


def test_only_those_who_allocate_do() -> None:
    with pytest.raises(NotAllowed):
        actions.allocate_all(
            children=[], worker=people.worker(), role=IRO, starts=DAY, by=people.user(Role.ANALYST)
        )


def test_who_can_be_responsible_and_for_how_many_they_are() -> None:
    alice, benedict = people.child("Alice Arden"), people.child("Benedict Birch")
    officer = people.worker("Sam Fielding", people.user(Role.IRO))
    jo = people.worker("Jo Reed")
    people.worker("Ana Lyst", people.user(Role.ANALYST))
    people.allocated(alice, officer)
    people.allocated(benedict, officer, ends=date(2016, 12, 31))
    people.allocated(alice, jo, SOCIAL_WORKER)

    def said(role: AllocationRole) -> list[tuple[str, int]]:
        return [(worker.name, worker.children) for worker in workers_for(role, DAY)]

    assert said(IRO) == [("Sam Fielding", 1)]
    assert said(SOCIAL_WORKER) == [("Jo Reed", 1)]
    assert list(without(Child.objects.all(), IRO, DAY)) == [benedict]


def test_a_closed_account_is_not_offered() -> None:
    user = people.user(Role.IRO)
    people.allocated(people.child(), people.worker("Sam Fielding", user))
    user.is_active = False
    user.save()

    assert list(workers_for(IRO, DAY)) == []
