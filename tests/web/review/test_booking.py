"""Booking, moving and cancelling on the pages."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.people.models import FamilyTie, TieKind
from holdfast.casework.plans.models import Protection
from holdfast.casework.reviews.models import Meeting, Review
from holdfast.casework.reviews.rules import Stage, stage_of
from tests.builders import care, people, reviews

pytestmark = pytest.mark.django_db


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_0": str(on.day), f"{name}_1": str(on.month), f"{name}_2": str(on.year)}


def _form(on: date, **more: str | list[str]) -> dict:
    return {"kind": "care:", "mode": "in_person", **day("planned_on", on), **more}


@pytest.fixture
def cass(world):
    """In care since 20 March 2017: the first review is due by 19 April. Sam's to review."""
    child = care.in_care(date(2017, 3, 20), people.child("Cass Arden"))
    people.allocated(child, world.alice.allocations.get(role="iro").worker)
    return child


def test_the_page_says_what_is_due_and_knows_who_chairs(as_role, cass):
    body = as_role(Role.IRO).get(reverse("review_book", args=[cass.public_id])).content.decode()

    assert "Wednesday 19 April 2017, in 11 working days" in body
    assert "within 20 working days of coming into care on 20 March 2017" in body
    assert " selected>Sam Fielding</option>" in body


def test_a_day_in_time_is_booked_at_once_with_the_people_to_be_asked(as_role, cass):
    response = as_role(Role.BUSINESS_SUPPORT).post(
        reverse("review_book", args=[cass.public_id]), _form(date(2017, 4, 12), planned_at="10:30")
    )

    review = Review.objects.get(child=cass)
    assert response["Location"] == reverse("review", args=[review.public_id])
    assert (review.planned_on, f"{review.planned_at:%H:%M}") == (date(2017, 4, 12), "10:30")
    assert [one.name for one in review.invitees.all()] == ["Cass Arden"]


def test_a_day_too_late_is_warned_of_and_allowed_for_just_that_day(as_role, cass):
    client, address = as_role(Role.IRO), reverse("review_book", args=[cass.public_id])

    warned = client.post(address, _form(date(2017, 4, 21))).content.decode()
    assert (
        "Friday 21 April 2017 is 2 working days after it is due, which is Wednesday 19 April 2017" in warned
    )
    client.post(address, _form(date(2017, 4, 24), anyway="2017-04-21"))
    assert not Review.objects.filter(child=cass).exists()

    client.post(address, _form(date(2017, 4, 21), anyway="2017-04-21"))
    assert Review.objects.get(child=cass).planned_on == date(2017, 4, 21)


def test_brothers_and_sisters_are_offered_with_what_is_due_for_them(as_role, cass, world):
    FamilyTie.objects.create(child=cass, other=world.alice, kind=TieKind.SIBLING)
    client, address = as_role(Role.IRO_MANAGER), reverse("review_book", args=[cass.public_id])
    assert "Alice Arden: due by Saturday 27 August 2016" in client.get(address).content.decode()

    both = _form(date(2017, 4, 12), siblings=[str(world.alice.public_id)])
    warned = client.post(address, both).content.decode()
    assert "Alice Arden: Wednesday 12 April 2017 is" in warned
    client.post(address, {**both, "anyway": "2017-04-12"})

    hers, his = Review.objects.filter(planned_on=date(2017, 4, 12)).order_by("id")
    assert hers.together == his.together
    page = client.get(reverse("review", args=[hers.public_id])).content.decode()
    assert "In the same meeting" in page


def test_a_conference_of_a_family_is_about_the_plan_of_each(as_role, cass, world):
    FamilyTie.objects.create(child=cass, other=world.alice, kind=TieKind.SIBLING)
    hers = Protection.objects.create(child=cass, opened_on=date(2017, 3, 27))
    client, address = as_role(Role.IRO_MANAGER), reverse("review_book", args=[cass.public_id])
    kind = f"conference_initial:{hers.pk}"
    both = _form(date(2017, 4, 12), kind=kind, siblings=[str(world.alice.public_id)])

    without = client.post(address, both).content.decode()
    assert "Alice Arden has no plan that such a review is about. Untick them." in without

    his = Protection.objects.create(child=world.alice, opened_on=date(2017, 3, 27))
    client.post(address, both)

    made = Review.objects.filter(kind="conference_initial").order_by("pk")
    assert [(one.child, one.protection) for one in made] == [(cass, hers), (world.alice, his)]
    assert made[0].together == made[1].together is not None


def test_one_meeting_does_for_two_reviews_of_one_child(as_role, cass):
    plan = Protection.objects.create(child=cass, opened_on=date(2017, 3, 27))
    client, address = as_role(Role.IRO_MANAGER), reverse("review_book", args=[cass.public_id])

    client.post(
        address, _form(date(2017, 4, 12), kind="care:", also=["care:", f"conference_initial:{plan.pk}"])
    )

    care, conference = Review.objects.filter(child=cass).order_by("pk")
    assert (care.kind, conference.kind, conference.protection) == ("care", "conference_initial", plan)
    assert care.together == conference.together is not None
    page = client.get(reverse("review", args=[care.public_id])).content.decode()
    assert "initial child protection conference</a>" in page
    meeting = {"child_there": "yes", "views_by": "self", "held_on": date(2017, 3, 30), "number": 1}
    Meeting.objects.create(review=conference, **meeting)
    known = client.get(reverse("review_hold", args=[care.public_id])).context["form"].initial
    assert (known["held_on"], known["child_there"], known["views_there"]) == (
        date(2017, 3, 30),
        "yes",
        "self",
    )


def test_another_officers_brother_is_not_offered(as_role, cass, world):
    FamilyTie.objects.create(child=cass, other=world.benedict, kind=TieKind.SIBLING)

    response = as_role(Role.IRO).post(
        reverse("review_book", args=[cass.public_id]),
        _form(date(2017, 4, 12), siblings=[str(world.benedict.public_id)]),
    )

    assert b"Benedict" not in response.content
    assert not Review.objects.filter(child=world.benedict, planned_on__isnull=False).exists()


def test_a_second_booking_meanwhile_is_told_of_the_first(as_role, cass):
    reviews.booked(cass, date(2017, 4, 11))

    response = as_role(Role.IRO).post(reverse("review_book", args=[cass.public_id]), _form(date(2017, 4, 12)))

    assert response.status_code == 400
    assert "one is booked for 11 April 2017" in response.content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"planned_on_0": ""}, "The day of the review must include a day"),
        ({"planned_on_2": "2071"}, "more than a year ahead"),
        ({"planned_at": "noon"}, "Write the time like 14:30"),
        ({"kind": "need:9"}, "no longer due"),
    ],
)
def test_what_is_wrong_is_said(as_role, cass, wrong, said):
    response = as_role(Role.IRO).post(
        reverse("review_book", args=[cass.public_id]), {**_form(date(2017, 4, 12)), **wrong}
    )

    assert response.status_code == 400
    assert said in response.content.decode()


def test_moving_and_cancelling_for_brothers_and_sisters_too(as_role, cass, world):
    same = "5b0c6f2e-0000-4000-8000-000000000001"
    first = reviews.booked(cass, date(2017, 4, 12), together=same)
    other = reviews.booked(world.alice, date(2017, 4, 12), together=same)
    client = as_role(Role.BUSINESS_SUPPORT)

    page = client.get(reverse("review_move", args=[first.public_id])).content.decode()
    assert "Move everything held in the same meeting" in page
    client.post(
        reverse("review_move", args=[first.public_id]),
        {**day("planned_on", date(2017, 4, 13)), "mode": "online", "together": "on"},
    )
    first.refresh_from_db(), other.refresh_from_db()
    assert (first.planned_on, other.planned_on, other.mode) == (
        date(2017, 4, 13),
        date(2017, 4, 13),
        "online",
    )

    client.post(reverse("review_cancel", args=[first.public_id]), {"cancelled_why": "Came home"})
    first.refresh_from_db(), other.refresh_from_db()
    assert (stage_of(first), stage_of(other)) == (Stage.CANCELLED, Stage.BOOKED)
    page = client.get(reverse("review", args=[first.public_id])).content.decode()
    assert "Take the cancelling back" in page

    client.post(reverse("review_undo_cancel", args=[first.public_id]))
    first.refresh_from_db()
    assert stage_of(first) is Stage.BOOKED


def test_of_two_people_the_one_who_moves_a_review_held_meanwhile_is_told(as_role, cass):
    review = reviews.under_way(cass, date(2017, 3, 30))

    response = as_role(Role.BUSINESS_SUPPORT).post(
        reverse("review_move", args=[review.public_id]),
        {**day("planned_on", date(2017, 4, 13)), "mode": "online"},
    )

    assert response.status_code == 400
    assert "has moved on since you opened the page" in response.content.decode()


def test_opening_a_review_is_in_the_childs_diary(as_role, cass, world):
    review = reviews.booked(cass)

    as_role(Role.IRO).get(reverse("review", args=[review.public_id]))

    event = AuditEvent.objects.get(verb="review.read")
    assert event.detail["child"] == cass.pk
    readers = as_role(Role.IRO_MANAGER).get(reverse("child_readers", args=[cass.public_id]))
    assert "opened a review" in readers.content.decode()


def test_a_review_of_another_officers_child_is_not_there(as_role, world):
    review = reviews.booked(world.benedict)
    client = as_role(Role.IRO)

    for name in (
        "review",
        "review_move",
        "review_prepare",
        "review_people",
        "review_hold",
        "review_complete",
    ):
        response = client.get(reverse(name, args=[review.public_id]))
        assert (name, response.status_code) == (name, 404)
        assert b"Benedict" not in response.content
    assert client.post(reverse("review_undo_cancel", args=[review.public_id])).status_code == 404
