"""Meetings, adjourning, completing, and how the child took part."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.reviews import actions
from holdfast.casework.reviews.actions.completing import DateIsWrong
from holdfast.casework.reviews.models import LateReason
from holdfast.casework.reviews.queries import next_meeting, reviews_of
from holdfast.casework.reviews.rules import NotAtThisStage, ReviewAlreadyHeld, Stage, stage_of
from holdfast.casework.reviews.timing import adjournment_of, lateness_of
from holdfast.domain.limits import NATIONAL
from tests.builders import care, people
from tests.builders import reviews as build

pytestmark = pytest.mark.django_db
HELD = date(2017, 3, 20)


def _hold(review, on=HELD, there="yes", views="self", by=None):
    return actions.hold_meeting(review=review, held_on=on, child_there=there, views_by=views, by=by)


def test_the_first_meeting_holds_the_review_and_the_final_one_completes_it() -> None:
    review = build.booked(people.child(), HELD)

    _hold(review)
    assert (review.held_on, stage_of(review), review.participation) == (HELD, Stage.UNDER_WAY, "PN1")
    assert list(reviews_of(review.child)) == [review]

    actions.complete(review=review, child_chaired="part", by=None)
    assert (review.completed_on, stage_of(review)) == (HELD, Stage.COMPLETED)


@pytest.mark.parametrize(
    ("there", "views", "code"),
    [
        ("yes", "self", "PN1"), ("yes", "spoken_for", "PN2"), ("yes", "without_speech", "PN3"),
        ("yes", "none_there", "PN4"), ("no", "briefed", "PN5"), ("no", "sent", "PN6"), ("no", "not_sent", "PN7"),
    ],
)  # fmt: skip
def test_the_code_follows_from_the_answers(there: str, views: str, code: str) -> None:
    review = build.booked(people.child(), HELD)

    _hold(review, there=there, views=views)

    assert review.participation == code


def test_a_child_under_four_is_not_asked_and_one_who_is_four_today_is() -> None:
    young = build.booked(people.child(born=date(2013, 3, 21)), HELD)
    four = build.booked(people.child("Bo", born=date(2013, 3, 20)), HELD)

    _hold(young, there="", views="")
    assert young.participation == "PN0"
    with pytest.raises(ValidationError, match="whether the child was there"):
        _hold(four, there="", views="")


@pytest.mark.parametrize(("there", "views"), [("yes", "briefed"), ("no", "self"), ("yes", "")])
def test_answers_that_do_not_go_together_are_refused(there: str, views: str) -> None:
    with pytest.raises(ValidationError, match="got views across"):
        _hold(build.booked(people.child(), HELD), there=there, views=views)


def test_a_series_counts_the_fullest_participation_and_keeps_each_part() -> None:
    review = build.booked(people.child(), HELD)
    _hold(review, there="no", views="sent")
    actions.adjourn(review=review, why="no_report", next_planned_on=date(2017, 4, 3), by=None)
    assert next_meeting(review).planned_on == date(2017, 4, 3)

    _hold(review, date(2017, 4, 4), "yes", "none_there")
    actions.complete(review=review, child_chaired="no", by=None)

    assert (review.held_on, review.completed_on) == (HELD, date(2017, 4, 4))
    assert review.participation == "PN6"
    assert [(m.number, m.views_by, m.adjourned_why) for m in review.meetings.all()] == [
        (1, "sent", "no_report"),
        (2, "none_there", ""),
    ]


def test_what_cannot_follow_is_refused_in_words() -> None:
    review = build.booked(people.child(), HELD)
    with pytest.raises(NotAtThisStage, match="has not been held yet"):
        actions.complete(review=review, by=None)
    with pytest.raises(ValidationError, match="yet to come"):
        _hold(review, timezone.localdate().replace(year=timezone.localdate().year + 1))
    _hold(review)
    with pytest.raises(NotAtThisStage, match="on record already"):
        _hold(review, date(2017, 3, 21))
    with pytest.raises(ValidationError, match="Choose why"):
        actions.adjourn(review=review, why="recording", next_planned_on=date(2017, 4, 3), by=None)
    with pytest.raises(ValidationError, match="after this one"):
        actions.adjourn(review=review, why="no_report", next_planned_on=HELD, by=None)
    actions.adjourn(review=review, why="no_report", next_planned_on=date(2017, 4, 3), by=None)
    with pytest.raises(NotAtThisStage, match="was adjourned"):
        actions.complete(review=review, by=None)
    with pytest.raises(NotAtThisStage, match="adjourned already"):
        actions.adjourn(review=review, why="no_report", next_planned_on=date(2017, 4, 5), by=None)
    with pytest.raises(ValidationError, match="meeting before was on"):
        _hold(review, HELD)


def test_of_two_officers_completing_at_once_the_second_is_told() -> None:
    review = build.under_way(people.child())
    same = type(review).objects.get(pk=review.pk)
    actions.complete(review=review, by=None)

    with pytest.raises(NotAtThisStage, match="completed already"):
        actions.complete(review=same, by=None)


def test_a_day_on_which_a_return_has_a_review_already_is_refused() -> None:
    review = build.booked(people.child(), HELD)
    build.review(review.child, HELD)

    with pytest.raises(ReviewAlreadyHeld):
        _hold(review)


def test_only_officers_hold_reviews() -> None:
    alice = people.child()
    review = build.booked(alice, HELD)

    for role in (Role.BUSINESS_SUPPORT, Role.ANALYST, Role.SOCIAL_WORKER):
        with pytest.raises(NotAllowed):
            _hold(review, by=people.user(role))
    _hold(review, by=people.iro_of(alice))


def test_a_late_review_asks_the_reason_from_the_list() -> None:
    # 20 working days after Tuesday 14 February 2017 end on 14 March
    review = build.under_way(care.in_care(date(2017, 2, 14)), HELD)
    assert lateness_of(review, HELD, NATIONAL).days == 4

    with pytest.raises(ValidationError, match="This review was late"):
        actions.complete(review=review, by=None)
    with pytest.raises(ValidationError, match="few words"):
        actions.complete(review=review, late_reason=LateReason.OTHER, by=None)
    with pytest.raises(DateIsWrong):
        actions.complete(review=review, late_reason=LateReason.RECORDING, by=None)
    actions.complete(review=review, late_reason=LateReason.COURT, by=None)

    assert (review.late_reason, review.completed_on) == ("court", HELD)


def test_a_reason_is_not_kept_for_a_review_that_was_in_time() -> None:
    review = build.under_way(care.in_care(date(2017, 3, 1)), HELD)

    actions.complete(review=review, late_reason=LateReason.COURT, by=None)

    assert review.late_reason == ""


def test_a_series_that_takes_longer_than_its_limit_is_late_though_it_began_in_time() -> None:
    review = build.under_way(care.in_care(date(2017, 3, 1)), HELD)
    in_time, late = date(2017, 4, 19), date(2017, 4, 20)  # 20 working days after 20 March, over Easter

    assert lateness_of(review, in_time, NATIONAL) is None
    assert lateness_of(review, late, NATIONAL).days == 1


def test_the_wrong_date_is_corrected_and_the_review_is_not_late_any_more() -> None:
    review = build.under_way(care.in_care(date(2017, 2, 14)), HELD)

    actions.correct_review(review=review, changes={"held_on": date(2017, 3, 10)}, by=None)

    assert review.meetings.get().held_on == date(2017, 3, 10)
    assert lateness_of(review, date(2017, 3, 10), NATIONAL) is None


def test_a_second_adjourning_is_warned_of_and_the_day_of_the_next_part_is_shown() -> None:
    first, second = adjournment_of(0, HELD, NATIONAL), adjournment_of(1, HELD, NATIONAL)

    assert (first.nth, first.last_day, first.warning) == (1, date(2017, 4, 19), "")
    assert second.nth == 2
    assert "once only" in second.warning
    assert "certainty L" in second.warning


def test_correcting_a_meeting_moves_the_review_and_keeps_what_stood_there() -> None:
    review = build.under_way(people.child())
    actions.complete(review=review, by=None)
    meeting = review.meetings.get()

    actions.correct_meeting(
        meeting=meeting,
        changes={"held_on": date(2017, 3, 17), "child_there": "no", "views_by": "briefed"},
        by=None,
    )

    review.refresh_from_db()
    assert (review.held_on, review.completed_on) == (date(2017, 3, 17), date(2017, 3, 17))
    assert review.participation == "PN5"
    assert ("2017-03-20", "2017-03-17") in [(c.before, c.after) for c in history_of(meeting)]
    assert ("PN1", "PN5") in [(c.before, c.after) for c in history_of(review)]


def test_meetings_stay_in_their_order() -> None:
    review = build.booked(people.child(), HELD, held_on=HELD)
    build.meeting(review, HELD, adjourned_why="court")
    second = build.meeting(review, date(2017, 4, 3), 2)

    with pytest.raises(ValidationError, match="follow each other"):
        actions.correct_meeting(meeting=second, changes={"held_on": HELD}, by=None)


def test_another_code_needs_a_reason_and_stays_when_a_meeting_is_corrected() -> None:
    review = build.under_way(people.child())
    with pytest.raises(ValidationError, match="Say why"):
        actions.override_participation(review=review, code="PN2", reason="", by=None)
    with pytest.raises(ValidationError, match="under 4"):
        actions.override_participation(review=review, code="PN0", reason="x", by=None)

    actions.override_participation(review=review, code="PN2", reason="The advocate spoke too", by=None)
    actions.correct_meeting(
        meeting=review.meetings.get(), changes={"child_there": "no", "views_by": "sent"}, by=None
    )
    review.refresh_from_db()
    assert review.participation == "PN2"

    actions.override_participation(review=review, code="PN6", reason="", by=None)
    assert (review.participation, review.participation_reason) == ("PN6", "")
