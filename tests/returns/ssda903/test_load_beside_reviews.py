"""A return beside reviews that were booked and held here: it gives one day, that of the final meeting."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.intake.models import Mismatch
from holdfast.casework.people.models import Child
from holdfast.casework.reviews.models import Review
from tests.builders import people
from tests.builders import reviews as build
from tests.builders.returns import ALICE, a_return, episode, header, review
from tests.returns.ssda903.test_load import MAY, bring_in

pytestmark = pytest.mark.django_db

FIRST, FINAL = date(2016, 8, 1), date(2016, 8, 10)


@pytest.fixture
def alice() -> Child:
    return people.child(number=ALICE["CHILD"])


@pytest.fixture
def series(alice: Child) -> Review:
    """Begun on 1 August and completed on 10 August."""
    made = build.under_way(alice, FIRST)
    made.completed_on = FINAL
    made.save()
    return made


def with_reviews(*days: date) -> dict:
    rows = [review(ALICE, day, "PN1") for day in days]
    return bring_in(a_return(Header=header(ALICE), Episodes=[episode(ALICE, MAY)], Reviews=rows))


def test_a_series_held_here_is_met_by_the_day_of_its_final_meeting(series) -> None:
    with_reviews(FINAL)
    with_reviews(FINAL)

    standing = Review.objects.get()
    assert (standing.pk, standing.held_on, standing.completed_on) == (series.pk, FIRST, FINAL)
    assert not Mismatch.objects.filter(record_type="reviews.Review").exists()


@pytest.mark.parametrize("days", [(FIRST, FINAL), (FINAL, FIRST)])
def test_both_meetings_of_a_series_are_one_review(series, days) -> None:
    with_reviews(*days)

    assert Review.objects.get() == series
    assert not Mismatch.objects.filter(record_type="reviews.Review").exists()


def test_a_return_that_gives_the_first_day_differs_in_when_it_was_completed(series) -> None:
    with_reviews(FIRST)

    assert Review.objects.get() == series
    told = Mismatch.objects.filter(record_type="reviews.Review").values_list("field", "ours", "returned")
    assert list(told) == [("completed_on", "2016-08-10", "2016-08-01")]


def test_a_review_under_way_a_booking_and_a_conference_stand_beside_the_rows(alice) -> None:
    under_way = build.under_way(alice, FIRST)
    booking = build.booked(alice, FINAL)
    conference = build.under_way(alice, FINAL, kind="conference_review", completed_on=FINAL)

    with_reviews(FIRST, FINAL)

    assert set(Review.objects.exclude(made_by_intake=None).values_list("held_on", flat=True)) == {FINAL}
    for one in (under_way, booking, conference):
        was = (one.held_on, one.completed_on)
        one.refresh_from_db()
        assert (one.held_on, one.withdrawn_at) == (was[0], None)
    booking.refresh_from_db()
    assert booking.held_on is None


def test_a_review_withdrawn_before_comes_back_as_a_new_one(alice) -> None:
    with_reviews(FINAL)
    with_reviews()
    gone = Review.objects.get()
    assert gone.withdrawn_at is not None

    with_reviews(FINAL)

    assert Review.objects.filter(withdrawn_at=None).exclude(pk=gone.pk).count() == 1
