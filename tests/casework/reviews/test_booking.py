"""A review is booked, alone or with brothers and sisters, moved, cancelled, and taken back."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people.models import FamilyTie, TieKind
from holdfast.casework.people.queries import NotYours
from holdfast.casework.plans.models import NeedPlan
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.reviews import actions
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.casework.reviews.queries import reviews_in_hand, siblings_of, together_with
from holdfast.casework.reviews.rules import AlreadyBooked, NotAtThisStage, Stage, stage_of
from tests.builders import people
from tests.builders import reviews as build

pytestmark = pytest.mark.django_db
DAY = date(2017, 4, 10)


def test_a_booked_review_is_in_hand_and_in_the_diary() -> None:
    alice = people.child()
    iro = people.iro_of(alice)

    review = actions.book_review(
        child=alice, planned_on=DAY, planned_at=time(10), mode="hybrid", venue="Town Hall", by=iro
    )

    assert stage_of(review) is Stage.BOOKED
    assert list(reviews_in_hand([alice])) == [review]
    assert review.held_on is None
    assert review.booked_on is not None
    (event,) = events_about(review)
    assert (event.verb, event.detail["child"]) == ("review.booked", alice.pk)


def test_who_may_book_and_for_whom() -> None:
    alice = people.child()
    iro = people.iro_of(alice)

    with pytest.raises(NotYours):
        actions.book_review(child=people.child("Benedict"), planned_on=DAY, by=iro)
    for role in (Role.ANALYST, Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.BOARD_READER):
        with pytest.raises(NotAllowed):
            actions.book_review(child=alice, planned_on=DAY, by=people.user(role))


def test_of_two_people_at_once_the_second_is_told_of_the_first() -> None:
    alice = people.child()
    actions.book_review(child=alice, planned_on=DAY, by=None)

    with pytest.raises(AlreadyBooked, match="one is booked for 10 April 2017"):
        actions.book_review(child=alice, planned_on=date(2017, 4, 11), by=None)

    assert Review.objects.count() == 1
    actions.book_review(child=alice, kind=ReviewKind.SHORT_BREAK, planned_on=DAY, by=None)


def test_a_review_of_a_plan_names_a_plan_of_this_child() -> None:
    alice, benedict = people.child(), people.child("Benedict")
    plan = NeedPlan.objects.create(child=alice, agreed_on=date(2017, 1, 1))

    made = actions.book_review(child=alice, kind=ReviewKind.NEED, need_plan=plan, planned_on=DAY, by=None)

    assert made.need_plan == plan
    for child, facts in ((alice, {}), (benedict, {"need_plan": plan})):
        with pytest.raises(ValidationError, match="does not fit"):
            actions.book_review(child=child, kind=ReviewKind.NEED, planned_on=DAY, by=None, **facts)


def test_brothers_and_sisters_get_a_review_each_in_one_meeting() -> None:
    alice, benedict = people.child(), people.child("Benedict Arden")
    FamilyTie.objects.create(child=benedict, other=alice, kind=TieKind.SIBLING)
    iro = people.iro_of(alice, benedict)

    hers, his = actions.book_together(children=[alice, benedict], planned_on=DAY, by=iro)

    assert hers.together == his.together is not None
    assert list(siblings_of(iro, alice)) == [benedict]
    assert list(together_with(iro, hers)) == [his]


def test_one_alone_is_together_with_nobody_and_one_in_hand_stops_all() -> None:
    alice, benedict = people.child(), people.child("Benedict Arden")
    (alone,) = actions.book_together(children=[alice], planned_on=DAY, by=None)

    assert alone.together is None
    with pytest.raises(AlreadyBooked):
        actions.book_together(children=[benedict, alice], planned_on=DAY, by=None)
    assert not reviews_in_hand([benedict])


def test_moving_keeps_what_stood_there() -> None:
    review = build.booked(people.child(), DAY)
    chair = people.worker()

    changed = actions.move_booking(
        review=review, changes={"planned_on": date(2017, 4, 12), "chair_id": chair.pk}, by=None
    )

    review.refresh_from_db()
    assert set(changed) == {"planned_on", "chair_id"}
    assert (review.planned_on, review.chair) == (date(2017, 4, 12), chair)
    assert ("2017-04-10", "2017-04-12") in [(c.before, c.after) for c in history_of(review)]
    with pytest.raises(ValidationError, match="needs a day"):
        actions.move_booking(review=review, changes={"planned_on": None}, by=None)


def test_cancelling_asks_why_and_can_be_taken_back() -> None:
    review = build.booked(people.child(), DAY)
    with pytest.raises(ValidationError, match="Say why"):
        actions.cancel_booking(review=review, why=" ", by=None)

    actions.cancel_booking(review=review, why="Came home", by=None)

    assert stage_of(review) is Stage.CANCELLED
    assert not reviews_in_hand([review.child])
    with pytest.raises(NotAtThisStage, match="was cancelled"):
        actions.move_booking(review=review, changes={"planned_on": DAY}, by=None)
    actions.undo_cancel(review=review, by=None)
    assert stage_of(review) is Stage.BOOKED


def test_a_cancelling_is_not_taken_back_when_another_was_booked_since() -> None:
    review = build.booked(people.child(), DAY)
    actions.cancel_booking(review=review, why="Came home", by=None)
    actions.book_review(child=review.child, planned_on=DAY, by=None)

    with pytest.raises(AlreadyBooked):
        actions.undo_cancel(review=review, by=None)


def test_a_held_review_is_not_cancelled() -> None:
    review = build.under_way(people.child())

    with pytest.raises(NotAtThisStage, match="first meeting was held"):
        actions.cancel_booking(review=review, why="Came home", by=None)
