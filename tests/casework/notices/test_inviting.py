"""Invitations by e-mail: to the point, without a name, once; and what follows when the review moves."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.notices.actions import invite_by_email, tell_of_changes
from holdfast.casework.notices.models import Letter
from holdfast.casework.people.queries import NotYours
from tests.builders import care, people
from tests.builders import notices as build

pytestmark = pytest.mark.django_db

ON = date(2017, 3, 31)


@pytest.fixture
def alice():
    return care.in_care(date(2016, 5, 2), people.child("Alice Arden"))


@pytest.fixture
def review(alice):
    return build.booked(alice, venue="14 Invented Lane")


@pytest.fixture
def officer(alice):
    return people.iro_of(alice)


def test_it_says_when_and_how_and_nothing_of_whom_or_where(review, officer, alice) -> None:
    (letter,) = invite_by_email(review=review, invitees=[build.invitee(review)], by=officer)

    assert letter.to == "robin@family.example"
    assert letter.subject == "A review you are invited to: Tuesday 11 April 2017 at 10:00"
    assert "Tuesday 11 April 2017 at 10:00, hybrid" in letter.text
    for word in ("Alice", "Arden", alice.number, "Lane", "care", "Robin"):
        assert word not in letter.subject + letter.text
    (event,) = AuditEvent.objects.filter(verb="letter.written")
    assert event.detail == {"template": "invitation_outside", "child": alice.pk}


def test_who_signs_in_is_sent_to_their_page_and_others_are_not(review, officer, settings) -> None:
    settings.SERVICE_ADDRESS = "https://reviews.council.example/"
    people_asked = [build.invitee(review), build.invitee(review, "Jo Reed", "social_worker")]

    outside, inside = invite_by_email(review=review, invitees=people_asked, by=officer)

    assert "https://" not in outside.text
    assert "Sign in to see whose review it is" in inside.text
    assert "https://reviews.council.example/" in inside.text


def test_nobody_is_invited_twice_to_the_same_time(review, officer) -> None:
    robin = build.invitee(review)

    assert len(invite_by_email(review=review, invitees=[robin], by=officer)) == 1
    assert invite_by_email(review=review, invitees=[robin], by=officer) == []


def test_who_has_no_address_or_is_left_out_gets_none(review, officer, alice) -> None:
    none = [
        build.invitee(review, email=""),
        build.invitee(review, "Lee Marsh", not_invited_why="The court says so"),
        build.invitee(build.booked(alice, kind="short_break"), "Kim Lark"),
    ]

    assert invite_by_email(review=review, invitees=none, by=officer) == []


def test_a_review_that_is_not_booked_invites_nobody(review, officer) -> None:
    review.cancelled_on = ON
    with pytest.raises(ValidationError, match="Book it for a day first"):
        invite_by_email(review=review, invitees=[], by=officer)


def test_only_those_who_book_and_only_for_their_children(review) -> None:
    with pytest.raises(NotYours):
        invite_by_email(review=review, invitees=[], by=people.iro_of(people.child("Benedict Birch")))
    with pytest.raises(NotAllowed):
        invite_by_email(review=review, invitees=[], by=people.user(Role.SOCIAL_WORKER))


def changes(review, **facts) -> list[str]:
    """What is written after the review changed."""
    for field, value in facts.items():
        setattr(review, field, value)
    review.save()
    before = Letter.objects.count()
    count = tell_of_changes(on=ON, by=None)
    written = list(Letter.objects.order_by("id")[before:])
    assert count == len(written)
    return [letter.template for letter in written]


def test_a_move_there_and_back_a_cancelling_and_taking_it_back_are_each_told_once(review, officer) -> None:
    invite_by_email(review=review, invitees=[build.invitee(review)], by=officer)

    assert changes(review) == []
    assert changes(review, planned_on=date(2017, 4, 13), planned_at=time(9, 30)) == ["moved"]
    moved = Letter.objects.last()
    assert "on Tuesday 11 April 2017 at 10:00 is now on Thursday 13 April 2017 at 09:30" in moved.text
    assert changes(review) == []
    assert changes(review, planned_on=date(2017, 4, 11), planned_at=time(10, 0)) == ["moved"]
    assert changes(review, cancelled_on=ON) == ["cancelled"]
    assert changes(review) == []
    assert changes(review, cancelled_on=None) == ["again"]
    assert changes(review) == []
    assert invite_by_email(review=review, invitees=review.invitees.all(), by=officer) == []


def test_what_is_past_or_held_is_told_to_nobody(review, officer) -> None:
    invite_by_email(review=review, invitees=[build.invitee(review)], by=officer)

    assert changes(review, planned_on=date(2017, 3, 30)) == []
    assert changes(review, planned_on=date(2017, 4, 13), held_on=date(2017, 4, 13)) == []


def test_who_was_left_out_afterwards_is_told_nothing(review, officer) -> None:
    robin = build.invitee(review)
    invite_by_email(review=review, invitees=[robin], by=officer)
    robin.not_invited_why = "The court says so"
    robin.save()

    assert changes(review, planned_on=date(2017, 4, 13)) == []
