from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from holdfast.casework.audit.queries import events_about
from holdfast.casework.people.queries import NotYours
from holdfast.casework.provenance.models import Owner
from holdfast.casework.provenance.queries import history_of, owner_of
from holdfast.casework.reviews import actions
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.queries import reviews_of
from holdfast.casework.reviews.rules import ReviewAlreadyHeld
from tests.builders import people
from tests.builders import reviews as build

pytestmark = pytest.mark.django_db


def test_add_review_is_typed() -> None:
    alice = people.child()
    iro = people.iro_of(alice)

    review = actions.add_review(child=alice, held_on=date(2016, 6, 1), participation="PN1", by=iro)

    assert list(reviews_of(alice)) == [review]
    assert owner_of(review, "participation") == Owner.TYPED
    assert [e.verb for e in events_about(review)] == ["review.added"]
    with pytest.raises(ReviewAlreadyHeld, match="1 June 2016"):
        actions.add_review(child=alice, held_on=date(2016, 6, 1), by=iro)
    with pytest.raises(NotYours):
        actions.add_review(child=people.child("Benedict"), held_on=date(2016, 6, 1), by=iro)


def test_correct_review_keeps_what_stood_there() -> None:
    review = build.review(people.child(), date(2016, 6, 1), "PN7")

    changed = actions.correct_review(review=review, changes={"participation": "PN2"}, by=None)

    assert changed == ["participation"]
    assert [(c.before, c.after) for c in history_of(review)] == [("PN7", "PN2")]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"participation": "PN8"}, "PN0 to PN7"),
        ({"held_on": None}, "needs the day it was held"),
        ({"completed_on": date(2016, 5, 1)}, "completed before it was held"),
        ({"child": 1}, "cannot be corrected here"),
    ],
)
def test_correct_review_refuses_what_cannot_be(changes: dict, sentence: str) -> None:
    review = build.review(people.child())

    with pytest.raises(ValidationError, match=sentence):
        actions.correct_review(review=review, changes=changes, by=None)


def test_correct_review_to_the_day_of_another_is_refused() -> None:
    alice = people.child()
    build.review(alice, date(2016, 6, 1))
    second = build.review(alice, date(2016, 12, 1))

    with pytest.raises(ReviewAlreadyHeld):
        actions.correct_review(review=second, changes={"held_on": date(2016, 6, 1)}, by=None)


def test_the_database_refuses_what_can_never_be_and_holds_what_a_return_says() -> None:
    alice = people.child()
    build.review(alice, date(2016, 6, 1))
    Review.objects.create(child=alice, held_on=date(2016, 7, 1), participation="PN9", return_key="2016-07-01")
    never = {
        "review_completed_after_it_is_held": {"completed_on": date(2016, 7, 31)},
        "typed_participation_is_a_code": {"participation": "PN8"},
        "one_review_per_child_and_day": {"held_on": date(2016, 6, 1)},
        "one_review_per_row_of_a_return": {"return_key": "2016-07-01"},
        "review_return_years_in_order": {"in_returns_from": 2018, "in_returns_to": 2017},
    }

    for name, wrong in never.items():
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            Review.objects.create(**{"child": alice, "held_on": date(2016, 8, 1), **wrong})
        assert name in str(refused.value) or "UNIQUE" in str(refused.value), name
