"""Questions 30 and 31 of a monitor are answered by the concerns on record; praise and Cafcass likewise."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.monitors.known import known_answers
from holdfast.casework.resolution.models import CafcassReferral, LegalAdvice
from holdfast.casework.reviews.models import Review
from tests.builders import care, concerns, footprint, monitors, people, reviews

pytestmark = pytest.mark.django_db

FIRST, SECOND, LATER = date(2016, 5, 27), date(2016, 8, 24), date(2016, 9, 1)
NAMES = ("dispute_raised", "issue_types", "legal_advice", "cafcass", "praise_given")


@pytest.fixture
def child(db):
    return care.in_care(date(2016, 5, 2))


@pytest.fixture
def first(child) -> Review:
    return reviews.review(child, FIRST)


@pytest.fixture
def second(child, first) -> Review:
    return reviews.review(child, SECOND)


def told(review: Review, on: date = LATER) -> dict:
    found = known_answers(Review.objects.get(pk=review.pk), on)
    return {name: found[name].value for name in NAMES if name in found}


def test_no_concern_is_told_as_none(second) -> None:
    assert told(second) == {"dispute_raised": "none", "praise_given": "no"}


def test_a_concern_raised_at_the_review_is_told_with_what_it_is_about(child, second) -> None:
    made = concerns.concern(child, on=SECOND, review=second)
    concerns.concern(child, on=SECOND, review=second, category="pep")
    concerns.concern(child, on=SECOND, review=second, category="pep")
    found = told(second)

    assert found["dispute_raised"] == "informal"
    assert len(found["issue_types"]) == 2  # each kind once
    assert (found["legal_advice"], found["cafcass"]) == ("no", "no")

    concerns.stage(made, 1, on=LATER)
    assert told(second)["dispute_raised"] == "formal"
    assert told(second, SECOND)["dispute_raised"] == "informal"  # not yet that day


def test_one_raised_from_the_monitor_is_of_its_review(child, second) -> None:
    monitor = monitors.begun(second)
    concerns.concern(child, on=LATER, monitor=monitor)
    assert told(second)["dispute_raised"] == "informal"


def test_one_raised_between_two_reviews_is_told_at_the_later_one(child, first, second) -> None:
    concerns.concern(child, on=date(2016, 7, 1))
    assert told(first, date(2016, 7, 4))["dispute_raised"] == "none"
    assert told(second)["dispute_raised"] == "informal"

    third = reviews.review(child, date(2017, 2, 1))
    assert told(third, date(2017, 2, 1))["dispute_raised"] == "none"


def test_one_that_was_taken_back_was_no_concern(child, second) -> None:
    concerns.concern(child, on=SECOND, review=second, effect="withdrawn", closed_on=SECOND)
    assert told(second)["dispute_raised"] == "none"


def test_another_childs_concern_is_not_told(second) -> None:
    concerns.concern(people.child(), on=SECOND)
    assert told(second)["dispute_raised"] == "none"


def test_lawyers_and_cafcass_are_told(child, second) -> None:
    made = concerns.concern(child, on=SECOND, review=second)
    LegalAdvice.objects.create(concern=made, asked_on=SECOND, asked_of="A lawyer", question="May we?")
    CafcassReferral.objects.create(concern=made, referred_on=LATER, why="A right is breached")
    assert (told(second)["legal_advice"], told(second)["cafcass"]) == ("yes", "yes")
    assert told(second, SECOND)["cafcass"] == "no"


def test_praise_at_the_review_is_told(child, second) -> None:
    given = footprint.praise(child, people.worker("Jo Reed"), on=SECOND, review=second)
    assert told(second)["praise_given"] == "yes"
    given.taken_back_on = SECOND
    given.save()
    assert told(second)["praise_given"] == "no"


def test_a_finished_monitor_keeps_what_was_raised(child, second) -> None:
    made = concerns.concern(child, on=SECOND, review=second)
    done = monitors.finished(second)
    made.delete()

    rows = {one.question: one for one in done.answers.all()}
    assert rows["dispute_raised"].value == "informal"
    assert rows["issue_types"].value == ["No or poor quality health assessment"]
    assert rows["issue_types"].source == "the concerns on record"
