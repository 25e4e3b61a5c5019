"""The page of one child's officer: whom the rules suggest and why, by when, and what must be read first."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.people import actions
from holdfast.casework.people.models import Allocation, AllocationRole, TieKind, Worker
from holdfast.casework.plans.models import Protection
from tests.builders import care, people
from tests.web.allocation.test_one import address, answers, rows


@pytest.fixture
def support(as_role):
    return as_role(Role.BUSINESS_SUPPORT)


@pytest.fixture
def robin(world) -> Worker:
    found = people.worker("Robin Ash", people.user(Role.IRO, name="Robin Ash"))
    actions.hold_post(worker=found, fte=Decimal("0.5"), starts=date(2017, 1, 1), by=None)
    return found


def test_officers_are_choices_in_order_with_their_reasons(support, world, robin):
    bea = people.child("Bea Birch")
    people.allocated(bea, robin)
    actions.tie(child=world.benedict, other=bea, kind=TieKind.SIBLING, by=None)

    response = support.get(address(world.benedict))

    assert [one.name for one in response.context["choices"]] == ["Robin Ash", "Sam Fielding"]
    body = response.content.decode()
    assert "Has Bea Birch, a brother or sister." in body
    # Bea is not in care
    assert "1 child, of whom 0 in care, 0.0 per full post (0.50 held): below the guide of 50 to 70" in body
    assert "has another officer: Robin Ash" in body


def test_whom_the_law_refuses_stands_below_and_cannot_be_posted(support, world, robin):
    people.allocated(world.benedict, robin, AllocationRole.SOCIAL_WORKER)

    assert "Robin Ash is or was the social worker" in support.get(address(world.benedict)).content.decode()
    response = support.post(address(world.benedict), answers(robin))

    assert response.status_code == 400
    assert list(response.context["form"].errors) == ["worker"]
    assert not Allocation.objects.filter(child=world.benedict, role=AllocationRole.IRO).exists()


def test_what_speaks_against_it_must_be_ticked(support, world, robin):
    actions.tie(child=world.alice, other=world.benedict, kind=TieKind.SIBLING, by=None)

    first = support.post(address(world.benedict), answers(robin))

    assert first.status_code == 200
    assert "I have read this; allocate all the same" in first.content.decode()
    assert rows(world.benedict) == []
    seal = first.context["warnings"]["seal"]
    assert support.post(address(world.benedict), answers(robin, accepted="something else")).status_code == 200
    assert rows(world.benedict) == []
    support.post(address(world.benedict), answers(robin, accepted=seal))
    assert rows(world.benedict) == [("Robin Ash", date(2017, 3, 20), None)]


def test_by_when_somebody_was_to_be_named(support, world):
    body = support.get(address(world.benedict)).content.decode()

    assert "Monday 14 November 2016, 96 working days late" in body
    assert "An IRO is to be appointed within 5 working days of coming into care on 7 November 2016." in body
    assert "Nobody is allocated" not in support.get(address(world.alice)).content.decode()


def test_a_post_that_fell_empty_has_no_day(support, world, robin):
    people.allocated(world.benedict, robin, starts=date(2016, 11, 10), ends=date(2017, 2, 28))

    body = support.get(address(world.benedict)).content.decode()

    assert "Since Wednesday 1 March 2017 nobody has been responsible" in body
    assert "as soon as practicable" in body


def test_the_list_of_children_without_an_officer(support, world, robin):
    late, soon = world.benedict, care.in_care(date(2017, 3, 29), people.child("Carla Cole"))
    vacant = care.in_care(date(2016, 1, 4), people.child("Dan Dale"))
    people.allocated(vacant, robin, starts=date(2016, 1, 4), ends=date(2017, 3, 30))
    left = care.in_care(date(2016, 1, 4), people.child("Eve East"))
    care.left_care(left, date(2017, 1, 1))

    response = support.get(reverse("children_unallocated"))

    found = [(row.now.child, row.due_on, row.best.name) for row in response.context["rows"]]
    assert found == [
        (late, date(2016, 11, 14), "Robin Ash"),
        (vacant, None, "Robin Ash"),
        (soon, date(2017, 4, 5), "Robin Ash"),
    ]
    assert response.context["late"] == 1
    event = AuditEvent.objects.get(verb="children.listed")
    assert event.detail["children"] == sorted([late.pk, soon.pk, vacant.pk])
    body = response.content.decode()
    assert "3 children in care or with a plan have nobody; for 1 of them" in body
    assert "Eve East" not in body


def test_a_child_with_a_protection_plan_and_nobody_is_on_the_list_too(support, world):
    people.allocated(world.benedict, Worker.objects.get(name="Sam Fielding"))
    fay = people.child("Fay Fern")
    Protection.objects.create(child=fay, opened_on=date(2017, 3, 6))

    response = support.get(reverse("children_unallocated"))

    assert [(row.now.child, row.vacancy.since, row.due_on) for row in response.context["rows"]] == [
        (fay, date(2017, 3, 6), None)
    ]
    assert "the day the plan began" in response.content.decode()


def test_when_everybody_has_an_officer_the_list_says_so(support, world):
    people.allocated(world.benedict, Worker.objects.get(name="Sam Fielding"))

    assert (
        "Every child in care or with a plan has an officer"
        in support.get(reverse("children_unallocated")).content.decode()
    )


def test_several_at_once_are_warned_of_too(support, world, robin):
    bea = care.in_care(date(2016, 5, 2), people.child("Bea Arden"))
    actions.tie(child=world.alice, other=bea, kind=TieKind.SIBLING, by=None)
    given = {
        "worker": str(robin.public_id), "starts_0": "20", "starts_1": "3", "starts_2": "2017",
        "children": [str(bea.public_id)],
    }  # fmt: skip

    page = reverse("children_allocate")
    checked = support.post(page, {**given, "check": "1"})
    assert "Bea Arden" in checked.content.decode()
    assert "has another officer: Sam Fielding" in checked.content.decode()
    assert "has another officer" in support.post(page, {**given, "save": "1"}).content.decode()
    assert rows(bea) == []
    support.post(page, {**given, "save": "1", "accepted": checked.context["warnings"]["seal"]})
    assert rows(bea) == [("Robin Ash", date(2017, 3, 20), None)]


def test_several_at_once_are_refused_where_the_law_does(support, world, robin):
    people.allocated(world.benedict, robin, AllocationRole.SOCIAL_WORKER)
    given = {
        "worker": str(robin.public_id), "starts_0": "20", "starts_1": "3", "starts_2": "2017",
        "children": [str(world.benedict.public_id)], "check": "1",
    }  # fmt: skip

    response = support.post(reverse("children_allocate"), given)

    assert response.status_code == 400
    assert "is not independent" in response.content.decode()
