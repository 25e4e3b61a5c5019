"""An officer must be independent of the child; what only speaks against it must have been read."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from holdfast.casework.audit.queries import events_about
from holdfast.casework.people import actions
from holdfast.casework.people.independence import judged
from holdfast.casework.people.models import Allocation, AllocationRole, Child, Ground, TieKind, Worker
from tests.builders import people

pytestmark = pytest.mark.django_db

IRO, SOCIAL_WORKER = AllocationRole.IRO, AllocationRole.SOCIAL_WORKER
DAY = date(2026, 4, 1)


def allocate(child: Child, worker: Worker, **more: object) -> Allocation:
    return actions.allocate(child=child, worker=worker, role=IRO, starts=DAY, by=None, **more)


@pytest.fixture
def alice() -> Child:
    return people.child("Alice Arden")


@pytest.fixture
def sam() -> Worker:
    return people.worker("Sam Fielding")


def test_the_childs_own_social_worker_is_refused_with_the_reason(alice, sam) -> None:
    people.allocated(alice, sam, SOCIAL_WORKER, ends=date(2025, 1, 1))

    with pytest.raises(actions.NotIndependent) as refused:
        allocate(alice, sam)

    assert str(refused.value) == (
        "Sam Fielding is or was the social worker of Alice Arden, and so is not independent (regulation 46). "
        "Choose somebody else."
    )
    assert not Allocation.objects.filter(role=IRO).exists()


def test_so_is_whoever_manages_the_social_worker(alice, sam) -> None:
    jo = people.worker("Jo Reed")
    people.allocated(alice, jo, SOCIAL_WORKER)
    actions.correct_worker(worker=jo, changes={"manager_id": sam.pk}, by=None)

    with pytest.raises(
        actions.NotIndependent, match="Sam Fielding manages Jo Reed, the social worker of Alice"
    ):
        allocate(alice, sam)


@pytest.mark.parametrize("ground", [ground for ground in Ground if ground != Ground.RELATED])
def test_so_is_everybody_with_an_interest_the_law_names(ground: Ground, alice, sam) -> None:
    actions.note_interest(worker=sam, child=alice, ground=ground, starts=date(2026, 1, 1), by=None)

    with pytest.raises(actions.NotIndependent, match="regulation 46"):
        allocate(alice, sam)


def test_a_social_worker_is_not_asked_to_be_independent(alice, sam) -> None:
    actions.note_interest(worker=sam, ground=Ground.VISITS, starts=date(2026, 1, 1), by=None)

    actions.allocate(child=alice, worker=sam, role=SOCIAL_WORKER, starts=DAY, by=None)


def test_what_only_warns_must_be_accepted_and_the_diary_says_so(alice, sam) -> None:
    bea, robin = people.child("Bea Arden"), people.worker("Robin Ash")
    people.allocated(bea, robin)
    actions.tie(child=alice, other=bea, kind=TieKind.SIBLING, by=None)

    with pytest.raises(actions.NotAccepted) as refused:
        allocate(alice, sam)
    ((key, sentence),) = refused.value.warnings

    assert sentence == "Bea Arden, a brother or sister of Alice Arden, has another officer: Robin Ash"
    made = allocate(alice, sam, accepting=[key])
    (event,) = events_about(made)
    assert event.detail["accepted"] == ["sibling_elsewhere"]


def test_brothers_and_sisters_who_go_together_raise_no_warning(alice, sam) -> None:
    bea = people.child("Bea Arden")
    people.allocated(alice, people.worker("Robin Ash"))
    people.allocated(bea, people.worker("Kim Lark"))
    actions.tie(child=alice, other=bea, kind=TieKind.SIBLING, by=None)

    made = actions.allocate_all(children=[alice, bea], worker=sam, role=IRO, starts=DAY, by=None)

    assert len(made) == 2


@pytest.mark.parametrize(
    ("kind", "apart", "sentence"),
    [
        (TieKind.PARENT, "", "are parent and child, who are to have different officers"),
        (TieKind.SIBLING, "One has accused the other", "would have both: One has accused the other"),
    ],
)
def test_those_who_are_to_have_different_officers(kind, apart, sentence, alice, sam) -> None:
    baby = people.child("Una Arden")
    people.allocated(baby, sam)
    actions.tie(child=alice, other=baby, kind=kind, apart=apart, by=None)

    with pytest.raises(actions.NotAccepted, match=sentence):
        allocate(alice, sam)
    allocate(alice, people.worker("Robin Ash"))


def test_knowing_the_family_and_a_registration_that_ran_out_warn(alice, sam) -> None:
    actions.note_interest(worker=sam, child=alice, ground=Ground.RELATED, starts=DAY, by=None)
    actions.correct_worker(worker=sam, changes={"register_until": date(2026, 3, 31)}, by=None)

    with pytest.raises(actions.NotAccepted) as refused:
        allocate(alice, sam)

    assert [sentence for _, sentence in refused.value.warnings] == [
        "Sam Fielding knows the family of Alice Arden in private life",
        "The registration of Sam Fielding as a social worker ran out before that day",
    ]


def test_one_whom_the_law_refuses_stops_them_all(alice, sam) -> None:
    benedict = people.child("Benedict Birch")
    people.allocated(benedict, sam, SOCIAL_WORKER)

    with pytest.raises(actions.NotIndependent, match="Benedict Birch"):
        actions.allocate_all(children=[alice, benedict], worker=sam, role=IRO, starts=DAY, by=None)

    assert not Allocation.objects.filter(role=IRO).exists()


@pytest.mark.parametrize("number", [1, 5])
def test_judging_asks_five_questions_however_many_children(number: int, sam) -> None:
    pairs = [(people.child(f"Alice {nth}"), sam) for nth in range(number)]

    with CaptureQueriesContext(connection) as asked:
        judged(pairs, DAY)

    assert len(asked) == 5
