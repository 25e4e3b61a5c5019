"""A whole caseload to others at once, and back again, once and whole."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people import actions
from holdfast.casework.people.models import Allocation, AllocationRole, Child, Move, Worker
from holdfast.casework.people.queries import diary_of
from tests.builders import people

pytestmark = pytest.mark.django_db

IRO = AllocationRole.IRO
DAY = date(2026, 4, 1)


@pytest.fixture
def robin() -> Worker:
    return people.worker("Robin Ash")


@pytest.fixture
def sam() -> Worker:
    return people.worker("Sam Fielding")


@pytest.fixture
def children(robin) -> list[Child]:
    found = [people.child(name) for name in ("Alice Arden", "Benedict Birch")]
    for child in found:
        people.allocated(child, robin)
    return found


def rows() -> list[tuple]:
    found = Allocation.objects.order_by("child__name", "starts")
    return list(found.values_list("child__name", "worker__name", "starts", "ends"))


BEFORE = [
    ("Alice Arden", "Robin Ash", date(2016, 4, 1), None),
    ("Benedict Birch", "Robin Ash", date(2016, 4, 1), None),
]


def move(robin: Worker, to: object, **more: object) -> Move:
    return actions.move_caseload(**{"from_worker": robin, "to": to, "starts": DAY, "by": None, **more})


def test_all_to_one_and_back_again_once(robin, sam, children) -> None:
    made = move(robin, sam)
    assert [row[1:] for row in rows()] == 2 * [
        ("Robin Ash", date(2016, 4, 1), date(2026, 3, 31)),
        ("Sam Fielding", DAY, None),
    ]

    assert actions.undo_move(move=made, by=None) == 2

    assert rows() == BEFORE
    assert [event.verb for event in events_about(made)] == ["caseload.moved", "caseload.moved_back"]
    assert [e.verb for e in diary_of(children[0])] == ["allocation.started", "allocation.taken_back"]
    with pytest.raises(actions.CannotUndo, match="undone before"):
        actions.undo_move(move=made, by=None)


def test_each_to_another_and_who_is_not_named_stays(robin, sam, children) -> None:
    move(robin, [(children[0], sam)])

    assert rows()[2:] == BEFORE[1:]


def test_an_end_that_was_planned_comes_back(robin, sam, children) -> None:
    Allocation.objects.filter(child=children[0]).update(ends=date(2026, 12, 31))

    actions.undo_move(move=move(robin, sam), by=None)

    assert rows()[0][3] == date(2026, 12, 31)


def test_after_a_change_of_one_nothing_is_undone(robin, sam, children) -> None:
    made = move(robin, sam)
    actions.allocate(
        child=children[1], worker=people.worker("Kim Lark"), role=IRO, starts=date(2026, 5, 1), by=None
    )
    after = rows()

    with pytest.raises(
        actions.CannotUndo, match=r"responsible for Benedict Birch since\. Nothing was undone"
    ):
        actions.undo_move(move=made, by=None)

    assert rows() == after


def test_nor_after_one_was_put_right(robin, sam, children) -> None:
    made = move(robin, sam)
    actions.allocate(child=children[0], worker=people.worker("Kim Lark"), role=IRO, starts=DAY, by=None)

    with pytest.raises(actions.CannotUndo, match="Alice Arden"):
        actions.undo_move(move=made, by=None)


def test_one_whom_the_law_refuses_and_nobody_is_moved(robin, sam, children) -> None:
    people.allocated(children[1], sam, AllocationRole.SOCIAL_WORKER)

    with pytest.raises(actions.NotIndependent):
        move(robin, sam)

    assert rows()[:1] == BEFORE[:1]
    assert not Move.objects.exists()


@pytest.mark.parametrize("case", ["nobody", "twice", "not_theirs", "to_themselves", "same_day", "later"])
def test_what_cannot_be_moved_is_said(case: str, robin, sam, children) -> None:
    alice, _bob = children
    carla = people.child("Carla Cole")
    to: object = [(alice, sam)]
    if case == "nobody":
        robin, to = sam, people.worker("Kim Lark")
    elif case == "twice":
        to = [(alice, sam), (alice, sam)]
    elif case == "not_theirs":
        to = [(carla, sam)]
    elif case == "to_themselves":
        to = robin
    elif case == "same_day":
        Allocation.objects.filter(child=alice).update(starts=DAY)
    else:
        Allocation.objects.filter(child=alice).update(ends=date(2026, 4, 30))
        people.allocated(alice, sam, starts=date(2026, 5, 1))
    sentences = {
        "nobody": "has no child on",
        "twice": "named twice",
        "not_theirs": "Carla Cole is not with Robin Ash",
        "to_themselves": "is with Robin Ash already",
        "same_day": "the very day of the move",
        "later": "Choose a day from 1 May 2026 on",
    }

    with pytest.raises((actions.NothingToMove, actions.AllocatedLater), match=sentences[case]):
        move(robin, to)


def test_only_those_who_allocate_move_and_undo(robin, sam, children) -> None:
    iro = people.user(Role.IRO)
    with pytest.raises(NotAllowed):
        move(robin, sam, by=iro)
    made = move(robin, sam, by=people.user(Role.BUSINESS_SUPPORT))
    with pytest.raises(NotAllowed):
        actions.undo_move(move=made, by=iro)
