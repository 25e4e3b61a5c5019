"""Moving a whole caseload: looked at, saved, undone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.people import actions
from holdfast.casework.people.models import Allocation, AllocationRole, Move, TieKind, Worker
from tests.builders import care, people


@pytest.fixture
def support(as_role):
    return as_role(Role.BUSINESS_SUPPORT)


@pytest.fixture
def sam(world) -> Worker:
    return Worker.objects.get(name="Sam Fielding")


@pytest.fixture
def robin(world) -> Worker:
    found = people.worker("Robin Ash", people.user(Role.IRO, name="Robin Ash"))
    actions.hold_post(worker=found, fte=Decimal("0.5"), starts=date(2017, 1, 1), by=None)
    return found


@pytest.fixture
def cleo(world, sam):
    child = care.in_care(date(2016, 12, 1), people.child("Cleo Cole"))
    people.allocated(child, sam)
    return child


ADDRESS = "caseload_move"


def given(leaving: Worker, to: Worker | None = None, button: str = "preview", **more: str) -> dict[str, str]:
    return {
        "leaving": str(leaving.public_id), "worker": str(to.public_id) if to else "",
        "starts_0": "1", "starts_1": "4", "starts_2": "2017", button: "1", **more,
    }  # fmt: skip


def going(response) -> dict[str, str]:
    return {str(one.child): one.to.name if one.to else "" for one in response.context["going"]}


def officers_of(child) -> list[tuple]:
    found = Allocation.objects.filter(child=child, role=AllocationRole.IRO).order_by("starts")
    return list(found.values_list("worker__name", "starts", "ends"))


def test_an_officer_named_in_the_address_is_chosen_already(support, sam):
    body = support.get(reverse(ADDRESS) + f"?from={sam.public_id}").content.decode()

    assert f'<option value="{sam.public_id}" selected>Sam Fielding: 1 child</option>' in body


def test_the_preview_shows_who_goes_where_and_caseloads_before_and_after(support, world, sam, robin, cleo):
    response = support.post(reverse(ADDRESS), given(sam, robin))

    assert going(response) == {"Alice Arden": "Robin Ash", "Cleo Cole": "Robin Ash"}
    found = {c.name: (c.before.children, c.after.children) for c in response.context["loads"]}
    assert found == {"Sam Fielding": (2, 0), "Robin Ash": (0, 2)}
    assert "2 children, 4.0 per full post (0.50 held): below the guide" in response.content.decode()
    assert not Move.objects.exists()
    shown = AuditEvent.objects.get(verb="children.listed")
    assert shown.detail["children"] == sorted([world.alice.pk, cleo.pk])


def test_without_a_name_the_rules_suggest(support, world, sam, robin, cleo):
    kim = people.worker("Kim Lark", people.user(Role.IRO, name="Kim Lark"))
    actions.hold_post(worker=kim, fte=Decimal(1), starts=date(2017, 1, 1), by=None)

    assert going(support.post(reverse(ADDRESS), given(sam))) == {
        "Alice Arden": "Kim Lark",
        "Cleo Cole": "Robin Ash",
    }


def test_a_change_on_the_preview_counts_and_a_blank_stays(support, world, sam, robin, cleo):
    changed = {f"to-{world.alice.public_id}": "", f"to-{cleo.public_id}": str(robin.public_id)}

    again = support.post(reverse(ADDRESS), given(sam, robin, "again", **changed))
    assert going(again) == {"Alice Arden": "", "Cleo Cole": "Robin Ash"}

    saved = support.post(reverse(ADDRESS), given(sam, robin, "save", **changed), follow=True)
    body = saved.content.decode()
    assert "Saved. 1 child goes from Sam Fielding from Saturday 1 April 2017." in body
    assert "You moved 1 child" in body
    assert officers_of(cleo) == [
        ("Sam Fielding", date(2016, 4, 1), date(2017, 3, 31)),
        ("Robin Ash", date(2017, 4, 1), None),
    ]
    assert officers_of(world.alice) == [("Sam Fielding", date(2016, 4, 1), None)]


def test_one_press_undoes_it_and_the_banner_goes(support, world, sam, robin, cleo):
    both = {f"to-{child.public_id}": str(robin.public_id) for child in (world.alice, cleo)}
    support.post(reverse(ADDRESS), given(sam, None, "save", **both))
    move = Move.objects.get()

    undone = support.post(reverse("caseload_move_undo", args=[move.public_id]), follow=True)

    body = undone.content.decode()
    assert "Undone. 2 children are with the officer they were with before." in body
    assert "Undo the whole move" not in body
    assert officers_of(cleo) == officers_of(world.alice) == [("Sam Fielding", date(2016, 4, 1), None)]
    again = support.post(reverse("caseload_move_undo", args=[move.public_id]), follow=True)
    assert "This move was undone before" in again.content.decode()


def test_what_speaks_against_it_must_be_ticked(support, world, sam, robin, cleo):
    actions.tie(child=world.alice, other=cleo, kind=TieKind.SIBLING, by=None)
    one = {f"to-{cleo.public_id}": str(robin.public_id)}

    first = support.post(reverse(ADDRESS), given(sam, None, "save", **one))

    assert first.status_code == 400
    assert "Alice Arden, a brother or sister of Cleo Cole, has another officer" in first.content.decode()
    assert not Move.objects.exists()
    seal = first.context["warnings"]["seal"]
    support.post(reverse(ADDRESS), given(sam, None, "save", accepted=seal, **one))
    assert Move.objects.exists()


@pytest.mark.parametrize("button", ["preview", "save"])
def test_whom_the_law_refuses_is_said_and_nothing_is_saved(button: str, support, world, sam, robin, cleo):
    people.allocated(cleo, robin, AllocationRole.SOCIAL_WORKER)
    both = {f"to-{child.public_id}": str(robin.public_id) for child in (world.alice, cleo)}

    response = support.post(reverse(ADDRESS), given(sam, robin, button, **both))

    assert response.status_code == 400
    assert "is not independent" in response.content.decode()
    assert not Move.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"leaving": ""}, "Choose whose children are to move"),
        ({"leaving": "nobody"}, "cannot be chosen any more"),
        ({"worker": "nobody"}, "cannot be chosen any more"),
        ({"starts_2": "2071"}, "more than a year ahead"),
    ],
)
def test_a_wrong_answer_is_said(wrong: dict, sentence: str, support, sam, robin):
    response = support.post(reverse(ADDRESS), {**given(sam, robin), **wrong})

    assert response.status_code == 400
    assert sentence in response.content.decode()


def test_to_the_same_officer_is_no_move(support, sam, robin):
    assert "Choose somebody else" in support.post(reverse(ADDRESS), given(sam, sam)).content.decode()


def test_a_move_of_nobody_says_so(support, world, sam, robin):
    response = support.post(reverse(ADDRESS), given(sam, None, "save"))

    assert response.status_code == 400
    assert "No child would move" in response.content.decode()


def test_a_move_that_is_not_there(support, world):
    assert support.post(reverse("caseload_move_undo", args=[uuid4()])).status_code == 404


def test_nobody_elses_move_is_offered_for_undoing(support, as_role, world, sam, robin):
    actions.move_caseload(
        from_worker=sam, to=robin, starts=date(2017, 4, 1), by=world.users[Role.IRO_MANAGER]
    )

    assert "Undo the whole move" not in support.get(reverse(ADDRESS)).content.decode()
    assert "Undo the whole move" in as_role(Role.IRO_MANAGER).get(reverse(ADDRESS)).content.decode()
