"""The meeting, adjourning and completing on the pages."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.reviews.models import Review
from tests.builders import care, people, reviews
from tests.web.review.test_booking import day

pytestmark = pytest.mark.django_db
HELD = date(2017, 3, 30)


@pytest.fixture
def review(world) -> Review:
    """Cass Arden's first review, booked for the 30th; due by 19 April."""
    child = care.in_care(date(2017, 3, 20), people.child("Cass Arden"))
    people.allocated(child, world.alice.allocations.get(role="iro").worker)
    return reviews.booked(child, HELD)


def _address(name: str, review: Review, *more: object) -> str:
    return reverse(name, args=[review.public_id, *more])


def _held(**more: str) -> dict:
    return {**day("held_on", HELD), "child_there": "yes", "views_there": "self", **more}


def test_two_questions_give_the_code_and_the_next_page_shows_it(as_role, review):
    client = as_role(Role.IRO)
    page = client.get(_address("review_hold", review)).content.decode()
    assert 'value="30"' in page  # the booked day is filled in
    assert '<li data-answers="no:briefed">PN5: the child was not there' in page

    response = client.post(_address("review_hold", review), {**_held(), "complete": "1"}, follow=True)

    assert "PN1: the child came and spoke for themselves" in response.content.decode()
    assert "Check and complete" in response.content.decode()


def test_completing_needs_one_answer_more_and_sets_up_the_midway_check(as_role, review):
    client = as_role(Role.IRO)
    client.post(_address("review_hold", review), {**_held(), "complete": "1"})

    response = client.post(_address("review_complete", review), {"child_chaired": "part"}, follow=True)

    review.refresh_from_db()
    assert (review.completed_on, review.child_chaired, review.participation) == (HELD, "part", "PN1")
    assert MidwayCheck.objects.filter(review=review).exists()
    body = response.content.decode()
    assert "The decisions are next" in body
    assert "Thursday 6 April 2017, in 4 working days" in body
    assert response.context["next"].label == "Decisions to the social worker and manager"


def test_the_questions_belong_together_and_the_error_stands_at_the_one_meant(as_role, review):
    sent = {**_held(), "child_there": "no"}

    response = as_role(Role.IRO).post(_address("review_hold", review), {**sent, "complete": "1"})

    body = response.content.decode()
    assert response.status_code == 400
    assert 'href="#id_views_not_there"' in body
    assert "choose an answer for a child who was not there" in body


def test_a_meeting_yet_to_come_is_not_recorded(as_role, review):
    sent = {**_held(), **day("held_on", date(2017, 4, 3)), "complete": "1"}

    response = as_role(Role.IRO).post(_address("review_hold", review), sent)

    assert "This day is yet to come" in response.content.decode()


def test_a_child_under_four_is_not_asked_about(as_role, world):
    child = care.in_care(date(2017, 3, 20), people.child("Bo Arden", born=date(2015, 1, 1)))
    people.allocated(child, world.alice.allocations.get(role="iro").worker)
    young = reviews.booked(child, HELD)
    client = as_role(Role.IRO)

    assert "it counts as PN0" in client.get(_address("review_hold", young)).content.decode()
    client.post(_address("review_hold", young), {**day("held_on", HELD), "complete": "1"})
    client.post(_address("review_complete", young), {})

    young.refresh_from_db()
    assert (young.participation, young.completed_on) == ("PN0", HELD)


def test_adjourning_shows_the_day_of_the_next_part_and_warns_the_second_time(as_role, review):
    client = as_role(Role.IRO)
    client.post(_address("review_hold", review), {**_held(), "adjourn": "1"})
    page = client.get(_address("review_adjourn", review)).content.decode()
    assert "Tuesday 2 May 2017" in page
    assert "certainty" in page

    client.post(
        _address("review_adjourn", review),
        {"adjourned_why": "no_report", **day("next_planned_on", date(2017, 3, 31))},
    )
    assert "Next meeting" in client.get(_address("review", review)).content.decode()
    client.post(
        _address("review_hold", review), {**_held(), **day("held_on", date(2017, 3, 31)), "adjourn": "1"}
    )
    page = client.get(_address("review_adjourn", review)).content.decode()

    assert "Adjourned a second time" in page
    assert "certainty L" in page


def test_a_late_review_asks_why_and_a_wrong_date_leads_to_its_correction(as_role, world):
    late = reviews.under_way(world.alice, HELD)
    client = as_role(Role.IRO)
    page = client.get(_address("review_complete", late)).content.decode()
    assert "working days late" in page

    assert client.post(_address("review_complete", late), {"child_chaired": "no"}).status_code == 400
    response = client.post(
        _address("review_complete", late), {"child_chaired": "no", "late_reason": "recording"}
    )
    late.refresh_from_db()
    assert response["Location"] == reverse(
        "child_correct_review", args=[world.alice.public_id, late.public_id]
    )
    assert (late.completed_on, late.late_reason) == (None, "")

    client.post(_address("review_complete", late), {"child_chaired": "no", "late_reason": "court"})
    late.refresh_from_db()
    assert late.late_reason == "court"


def test_another_code_is_chosen_with_a_reason(as_role, review):
    client = as_role(Role.IRO)
    client.post(_address("review_hold", review), {**_held(), "complete": "1"})

    refused = client.post(_address("review_participation", review), {"participation": "PN2"})
    assert "Say why another code is right" in refused.content.decode()
    client.post(
        _address("review_participation", review),
        {"participation": "PN2", "participation_reason": "The advocate spoke most"},
    )

    assert "The advocate spoke most" in client.get(_address("review_complete", review)).content.decode()


def test_correcting_a_meeting(as_role, review):
    client = as_role(Role.IRO)
    client.post(_address("review_hold", review), {**_held(), "complete": "1"})
    address = _address("review_meeting_correct", review, 1)
    assert " checked" in client.get(address).content.decode()

    sent = {**day("held_on", date(2017, 3, 29)), "child_there": "no", "views_not_there": "sent"}
    client.post(address, {**sent, "why": "The minutes say the 29th."})

    review.refresh_from_db()
    assert (review.held_on, review.participation) == (date(2017, 3, 29), "PN6")
    assert client.get(_address("review_meeting_correct", review, 2)).status_code == 404
    page = client.get(_address("review", review)).content.decode()
    assert page.count("was 30 March 2017, now 29 March 2017. Why: The minutes say the 29th.") == 1


def test_correcting_the_day_of_a_completed_review_moves_its_midway_check(as_role, review):
    client = as_role(Role.IRO)
    client.post(_address("review_hold", review), {**_held(), "complete": "1"})
    client.post(_address("review_complete", review), {"child_chaired": "no"})
    before = MidwayCheck.objects.get(review=review).due_on

    client.post(
        _address("review_meeting_correct", review, 1), {**_held(), **day("held_on", date(2017, 3, 24))}
    )

    review.refresh_from_db()
    assert review.completed_on == date(2017, 3, 24)
    assert MidwayCheck.objects.get(review=review).due_on < before


def test_of_two_officers_the_second_to_complete_is_told(as_role, review):
    client = as_role(Role.IRO)
    client.post(_address("review_hold", review), {**_held(), "complete": "1"})
    client.post(_address("review_complete", review), {"child_chaired": "no"})

    again = client.post(_address("review_complete", review), {"child_chaired": "whole"})

    assert again.status_code == 400
    assert "completed already" in again.content.decode()
    review.refresh_from_db()
    assert review.child_chaired == "no"


def test_a_sisters_part_of_the_same_meeting_is_filled_in(as_role, review, world):
    same = "5b0c6f2e-0000-4000-8000-000000000002"
    Review.objects.filter(pk=review.pk).update(together=same)
    sister = reviews.booked(world.alice, HELD, together=same)
    client = as_role(Role.IRO)
    sent = {**_held(), **day("held_on", date(2017, 3, 28)), "venue": "The school", "complete": "1"}
    client.post(_address("review_hold", review), sent)

    page = client.get(_address("review_hold", sister)).content.decode()

    assert 'value="28"' in page
    assert 'value="The school"' in page


def test_the_fields_somebody_fills_are_few(as_role, review):
    """From booking to completion: day, (time,) there?, views, chaired?. The rest is known and can be corrected."""
    client = as_role(Role.IRO)
    empty = {"complete": "1", **day("held_on", HELD)}

    client.post(_address("review_hold", review), {**empty, "child_there": "yes", "views_there": "self"})
    client.post(_address("review_complete", review), {"child_chaired": "no"})

    review.refresh_from_db()
    assert review.completed_on == HELD
