"""Whom the rules suggest, in which order, and why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from holdfast.casework.access.roles import Role
from holdfast.casework.people import actions
from holdfast.casework.people.models import AllocationRole, Child, TieKind, Worker
from holdfast.casework.people.queries import caseloads
from holdfast.casework.people.suggesting import spread, suggestions, suggestions_for
from tests.builders import people

pytestmark = pytest.mark.django_db

DAY = date(2026, 4, 1)


def officer(name: str, children: int = 0, fte: str = "1") -> Worker:
    worker = people.worker(name, people.user(Role.IRO, name=name))
    if fte:
        actions.hold_post(worker=worker, fte=Decimal(fte), starts=date(2026, 1, 1), by=None)
    for nth in range(children):
        people.allocated(people.child(f"{name} {nth}"), worker)
    return worker


@pytest.fixture
def alice() -> Child:
    return people.child("Alice Arden")


def names(found: list) -> list[str]:
    return [one.worker.name for one in found]


def test_the_lighter_caseload_for_each_full_post_comes_first(alice) -> None:
    officer("Robin Ash", 3)
    officer("Sam Fielding", 2, "0.5")  # 4.0 for each full post
    officer("Kim Lark", 1, "")

    found = suggestions(alice, DAY)

    assert names(found) == ["Robin Ash", "Sam Fielding", "Kim Lark"]
    assert found[1].reasons == ("2 children, 4.0 per full post (0.50 held): below the guide of 50 to 70",)
    assert "no post is entered" in found[2].reasons[0]


def test_brothers_and_sisters_then_the_officer_before_then_the_rest(alice) -> None:
    officer("Robin Ash")
    sam, kim = officer("Sam Fielding", 5), officer("Kim Lark", 9)
    bea = people.child("Bea Arden")
    people.allocated(bea, kim)
    people.allocated(alice, sam, ends=date(2019, 6, 30))
    actions.tie(child=bea, other=alice, kind=TieKind.SIBLING, by=None)

    found = suggestions(alice, DAY)

    assert names(found) == ["Kim Lark", "Sam Fielding", "Robin Ash"]
    assert found[0].reasons[0] == "Has Bea Arden, a brother or sister"
    assert found[1].reasons[0] == "Had the child from 1 April 2016 to 30 June 2019"
    assert found[0].warnings == ()
    assert "has another officer: Kim Lark" in found[2].warnings[0][1]


def test_whom_the_law_refuses_stands_last_with_the_reason(alice) -> None:
    jo = officer("Jo Reed")
    people.allocated(alice, jo, AllocationRole.SOCIAL_WORKER, ends=date(2020, 1, 1))
    officer("Robin Ash", 8)

    found = suggestions(alice, DAY)

    assert names(found) == ["Robin Ash", "Jo Reed"]
    assert (found[1].allowed, found[1].refusals) == (
        False,
        ("Jo Reed is or was the social worker of Alice Arden, and so is not independent (regulation 46)",),
    )


def test_a_parent_in_care_and_their_child_are_kept_apart(alice) -> None:
    sam = officer("Sam Fielding")
    officer("Robin Ash", 8)
    baby = people.child("Una Arden")
    people.allocated(baby, sam)
    actions.tie(child=alice, other=baby, kind=TieKind.PARENT, by=None)

    assert names(suggestions(alice, DAY)) == ["Robin Ash", "Sam Fielding"]


def test_a_caseload_is_spread_with_brothers_and_sisters_together(alice) -> None:
    robin = officer("Robin Ash")
    officer("Sam Fielding")
    officer("Kim Lark")
    benedict, carla, bea = (people.child(name) for name in ("Benedict Birch", "Carla Cole", "Bea Arden"))
    for child in (alice, benedict, carla, bea):
        people.allocated(child, robin)
    actions.tie(child=alice, other=bea, kind=TieKind.SIBLING, by=None)

    given = spread([alice, benedict, carla, bea], robin, DAY)

    assert [(str(child), worker.name) for child, worker in given if worker] == [
        ("Alice Arden", "Kim Lark"),
        ("Benedict Birch", "Sam Fielding"),
        ("Carla Cole", "Kim Lark"),
        ("Bea Arden", "Kim Lark"),
    ]


def test_where_nobody_else_may_have_the_child_nobody_is_named(alice) -> None:
    robin = officer("Robin Ash")
    people.allocated(alice, robin)

    assert spread([alice], robin, DAY) == [(alice, None)]


def test_only_the_children_named_count() -> None:
    officer("Robin Ash", 3)
    two = Child.objects.filter(name__in=["Robin Ash 0", "Robin Ash 1"])

    assert [one.children for one in caseloads(DAY)] == [3]
    assert [one.children for one in caseloads(DAY, of=two)] == [2]


@pytest.mark.parametrize("number", [1, 4])
def test_the_questions_asked_do_not_grow(number: int) -> None:
    children = [people.child(f"Alice {nth}") for nth in range(number)]
    for nth in range(number):
        worker = officer(f"Robin {nth}", nth)
        people.allocated(children[nth], worker, ends=date(2020, 1, 1))
    for child in children[1:]:
        actions.tie(child=children[0], other=child, kind=TieKind.SIBLING, by=None)

    with CaptureQueriesContext(connection) as asked:
        suggestions_for(children, DAY)
    with CaptureQueriesContext(connection) as counted:
        caseloads(DAY)

    assert (len(asked), len(counted)) == (11, 4)
