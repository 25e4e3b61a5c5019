"""What is due after a review, and when it was met."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from holdfast.casework.records import actions
from holdfast.casework.records.deadlines import care_plan_deadline, deadlines_of
from holdfast.casework.reviews.models import Review
from holdfast.domain.limits import NATIONAL, Book, Limit
from tests.builders import people, reviews


def rows(reviews_, book=NATIONAL):
    return [(kind, due, met) for _, kind, due, met in deadlines_of(reviews_, book)]


def test_the_days_of_the_rule_book(scene):
    """A review finished on 18 December 2026: decisions 29 December, plan 6, record 13, sent 20 January 2027."""
    review = reviews.review(scene.child, date(2026, 12, 18))

    assert rows([review]) == [
        ("decisions", date(2026, 12, 29), None),
        ("record", date(2027, 1, 13), None),
        ("distributed", date(2027, 1, 20), None),
    ]
    assert care_plan_deadline(review, NATIONAL) == (date(2027, 1, 6), None)


def test_each_is_met_on_its_day(scene):
    scene.decision()
    released = actions.release_decisions(review=scene.review, on=date(2016, 6, 3), by=scene.officer)
    actions.answer_decisions(release=released, answer="agrees", on=date(2016, 6, 8), by=scene.team_manager)
    record = scene.signed(on=date(2016, 6, 17))
    first, *others = record.recipients.all()
    actions.send(recipients=[first], sent_on=date(2016, 6, 20), on=date(2016, 6, 30), by=scene.support)
    actions.care_plan_updated(
        review=scene.review, updated_on=date(2016, 6, 9), on=date(2016, 6, 9), by=scene.social_worker
    )

    assert rows([scene.review]) == [
        ("decisions", date(2016, 6, 6), date(2016, 6, 3)),
        ("manager", date(2016, 6, 10), date(2016, 6, 8)),
        ("record", date(2016, 6, 20), date(2016, 6, 17)),
        ("distributed", date(2016, 6, 27), None),
    ]
    assert care_plan_deadline(scene.review, NATIONAL) == (date(2016, 6, 13), date(2016, 6, 9))
    actions.send(recipients=others, sent_on=date(2016, 6, 28), on=date(2016, 6, 30), by=scene.support)
    assert rows([scene.review])[-1] == ("distributed", date(2016, 6, 27), date(2016, 6, 28))


def test_whoever_receives_none_is_not_waited_for(scene):
    record = scene.signed()
    worker, child = record.recipients.get(version="full"), record.recipients.get(version="child")
    actions.change_recipient(
        recipient=child, changes={"version": "none", "left_out": "Asked not to have it"}, by=scene.officer
    )
    actions.send(recipients=[worker], sent_on=date(2016, 6, 20), on=date(2016, 6, 30), by=scene.support)

    assert rows([scene.review])[-1] == ("distributed", date(2016, 6, 27), date(2016, 6, 20))


def test_a_limit_of_the_council_comes_first(scene):
    own = Book(own=(Limit("review.decisions", 3, "working days", date(2016, 1, 1), "Local procedure", "H"),))

    assert rows([scene.review], own)[0] == ("decisions", date(2016, 6, 2), None)


def test_what_only_a_return_knows_has_no_deadlines(scene):
    scene.review.made_by_intake = 7
    scene.review.save()
    booked = Review.objects.create(child=scene.child, planned_on=date(2016, 9, 1))

    assert rows([scene.review, booked]) == []
    scene.decision()
    actions.start_record(review=scene.review, by=scene.officer)
    assert [kind for kind, *_ in rows([scene.review])] == ["decisions", "record", "distributed"]


@pytest.mark.parametrize("number", [1, 20])
def test_five_questions_however_many_reviews(scene, number):
    for _ in range(number):
        reviews.review(people.child(), date(2016, 5, 27))

    with CaptureQueriesContext(connection) as asked:
        list(deadlines_of(Review.objects.all(), NATIONAL))

    assert len(asked) == 5
