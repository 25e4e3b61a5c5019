"""What makes, or may make, an early review necessary."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.reviews import actions
from holdfast.casework.reviews.models import TriggerAnswer
from holdfast.casework.reviews.queries import triggers_of
from holdfast.casework.reviews.timing import offers
from holdfast.domain.limits import NATIONAL
from tests.builders import care, people
from tests.builders import reviews as build

pytestmark = pytest.mark.django_db
DAY = date(2017, 3, 20)


def test_a_trigger_is_logged_and_waits_for_the_officer() -> None:
    alice = people.child()

    trigger = actions.log_trigger(
        child=alice, code="officer_asks", happened_on=DAY, told_on=DAY, note=" A move ", by=None
    )

    assert list(triggers_of(alice)) == [trigger]
    assert (trigger.answer, trigger.note) == ("", "A move")
    with pytest.raises(ValidationError, match="from the list"):
        actions.log_trigger(child=alice, code="rain", happened_on=DAY, told_on=DAY, by=None)


def test_an_early_review_has_a_day_and_brings_the_due_date_forward() -> None:
    alice = care.in_care(date(2016, 5, 2))
    build.review(alice, date(2016, 5, 27))
    build.review(alice, date(2016, 8, 20))
    build.review(alice, date(2017, 2, 1))
    trigger = build.trigger(alice)

    with pytest.raises(ValidationError, match="held by"):
        actions.answer_trigger(trigger=trigger, answer=TriggerAnswer.REVIEW, reason="A move", by=None)
    actions.answer_trigger(
        trigger=trigger,
        answer=TriggerAnswer.REVIEW,
        reason="A move",
        review_by=date(2017, 4, 20),
        answered_on=DAY,
        by=None,
    )

    alice = type(alice).objects.get(pk=alice.pk)
    assert offers(alice, date(2017, 3, 31), NATIONAL)[0].claim.last_day == date(2017, 4, 20)


def test_a_later_decision_keeps_the_earlier_one() -> None:
    trigger = build.trigger(people.child())
    actions.answer_trigger(trigger=trigger, answer=TriggerAnswer.CONTACT, reason="To ask her", by=None)

    actions.answer_trigger(trigger=trigger, answer=TriggerAnswer.NOTE, reason="She is well", by=None)

    assert ("contact", "note") in [(c.before, c.after) for c in history_of(trigger)]


def test_business_support_logs_and_the_officer_decides() -> None:
    alice = people.child()
    support = people.user(Role.BUSINESS_SUPPORT)

    trigger = actions.log_trigger(child=alice, code="officer_asks", happened_on=DAY, told_on=DAY, by=support)

    with pytest.raises(NotAllowed):
        actions.answer_trigger(trigger=trigger, answer=TriggerAnswer.NOTE, reason="Well", by=support)
    with pytest.raises(NotAllowed):
        actions.log_trigger(
            child=alice, code="officer_asks", happened_on=DAY, told_on=DAY, by=people.user(Role.ANALYST)
        )


def test_pressing_twice_logs_one_trigger_until_it_is_decided() -> None:
    told = {"child": people.child(), "code": "officer_asks", "happened_on": DAY, "told_on": DAY, "by": None}
    trigger = actions.log_trigger(**told)

    assert actions.log_trigger(**told) == trigger

    actions.answer_trigger(trigger=trigger, answer=TriggerAnswer.NOTE, reason="Known before", by=None)
    assert actions.log_trigger(**told) != trigger
