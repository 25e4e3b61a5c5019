"""Two people do the same at once: it is done once, and the second is told or given what stands."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from holdfast.casework.midway import actions as midway
from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.people import actions as people_actions
from holdfast.casework.people.models import Allocation, Move
from holdfast.casework.preparing import actions as preparing
from holdfast.casework.records import actions as records
from holdfast.casework.records.models import (
    Addendum,
    AnswerToObjection,
    CarePlanUpdate,
    Decision,
    ManagerAnswer,
    Recipient,
    Release,
)
from holdfast.casework.reviews import actions as reviews
from holdfast.casework.reviews.models import EarlyTrigger, Meeting, Review
from tests.builders import care, people
from tests.builders import reviews as build

pytestmark = pytest.mark.django_db(transaction=True)

HELD = date(2016, 5, 27)
BY_WHEN = date(2016, 9, 1)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each gave, or what refused it, when all begin together.

    SQLite lets one transaction begin after the other has ended (``transaction_mode``), so there they follow each other.
    """
    begin, found = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        begin.wait()
        try:
            found[place] = _given(act)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    if connection.vendor == "sqlite":
        return [_given(act) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _given(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except Exception as refusal:  # whichever it is, the tests look at what the slower one was told
        return refusal


@pytest.fixture
def alice(db):
    return care.in_care(date(2016, 5, 2))


def fresh(review: Review) -> Review:
    return Review.objects.select_related("child").get(pk=review.pk)


def test_a_review_is_booked_once(alice) -> None:
    at_once(*[lambda: reviews.book_review(child=alice, planned_on=HELD, by=None)] * 3)

    assert Review.objects.count() == 1


def test_a_meeting_is_held_once_and_a_review_completed_once(alice) -> None:
    booked = build.booked(alice, HELD)
    answers = {"child_there": "yes", "views_by": "self"}
    at_once(*[lambda: reviews.hold_meeting(review=fresh(booked), held_on=HELD, **answers, by=None)] * 3)

    assert Meeting.objects.count() == 1

    def complete() -> None:
        reviews.complete(review=fresh(booked), late_reason="court", by=None)

    refused = [one for one in at_once(complete, complete, complete) if one is not None]
    assert [type(one).__name__ for one in refused] == ["NotAtThisStage"] * 2


def test_what_follows_a_review_is_done_once(alice) -> None:
    review = build.review(alice, HELD)
    told = {"what": "A dentist", "outcome": "Healthy", "who": "Jo", "by_when": BY_WHEN}
    at_once(*[lambda: records.add_decision(review=fresh(review), **told, by=None)] * 3)
    assert Decision.objects.count() == 1

    at_once(*[lambda: records.release_decisions(review=fresh(review), on=HELD, by=None)] * 3)
    release = Release.objects.get()

    answer = {"release": release, "answer": "agrees", "name": "Pat", "on": HELD, "by": None}
    at_once(*[lambda: records.answer_decisions(**answer)] * 3)
    assert ManagerAnswer.objects.count() == 1

    objects = answer | {"answer": "objects", "text": "Too soon."}
    objection = records.answer_decisions(**objects)
    said = {"objection": objection, "text": "It is not.", "on": HELD, "by": None}
    at_once(*[lambda: records.reply_to_objection(**said)] * 3)
    assert AnswerToObjection.objects.count() == 1

    updated = {"review": review, "updated_on": HELD, "on": HELD, "by": None}
    at_once(*[lambda: records.care_plan_updated(**updated)] * 3)
    assert CarePlanUpdate.objects.count() == 1

    at_once(*[lambda: midway.set_up(review=fresh(review), by=None)] * 3)
    assert MidwayCheck.objects.count() == 1

    record = records.start_record(review=review, by=None)
    for key in ("child_views", "plan", "officer_view"):
        records.save_section(record=record, key=key, text="Words.", version=0, by=None)
    signed = at_once(*[lambda: records.sign_record(record=record, on=HELD, by=None)] * 3)
    assert sum(isinstance(one, ValidationError) for one in signed) == 2
    names = Recipient.objects.values_list("name", "relation")
    assert len(names) == len(set(names)) > 0

    at_once(*[lambda: records.add_addendum(record=record, text="More.", on=HELD, by=None)] * 3)
    assert Addendum.objects.count() == 1


def test_a_decision_is_not_taken_back_while_it_is_released(alice) -> None:
    review = build.review(alice, HELD)
    told = {"outcome": "Healthy", "who": "Jo", "by_when": BY_WHEN, "by": None}
    one = records.add_decision(review=review, what="A dentist", **told)
    records.add_decision(review=review, what="A school", **told)

    at_once(
        lambda: records.release_decisions(review=fresh(review), on=HELD, by=None),
        lambda: records.withdraw_decision(decision=one, on=HELD, by=None),
    )

    one.refresh_from_db()
    sent = {words["id"] for words in Release.objects.get().decisions}
    assert (str(one.public_id) in sent) == (one.withdrawn_on is None)


def test_people_are_asked_once_and_a_trigger_is_told_once(alice) -> None:
    booked = build.booked(alice, HELD)
    at_once(*[lambda: preparing.ask_people(review=fresh(booked), by=None)] * 3)
    assert booked.invitees.count() == 1

    told = {"code": "officer_asks", "happened_on": HELD, "told_on": HELD}
    at_once(*[lambda: reviews.log_trigger(child=alice, **told, by=None)] * 3)
    assert EarlyTrigger.objects.count() == 1


def test_a_caseload_moves_once_and_comes_back_once(alice) -> None:
    leaving, to, other = (people.worker(name) for name in ("Sam Fielding", "Kim Lark", "Pat Hollis"))
    people.allocated(alice, leaving, starts=date(2016, 5, 2))
    day = date(2016, 9, 1)

    moves = at_once(
        lambda: people_actions.move_caseload(from_worker=leaving, to=to, starts=day, by=None),
        lambda: people_actions.move_caseload(from_worker=leaving, to=other, starts=day, by=None),
    )
    assert Move.objects.count() == 1, moves
    assert Allocation.objects.filter(child=alice, ends=None).count() == 1

    move = Move.objects.get()
    at_once(*[lambda: people_actions.undo_move(move=Move.objects.get(pk=move.pk), by=None)] * 2)
    assert Allocation.objects.get().worker == leaving

    both = at_once(
        lambda: people_actions.allocate_all(children=[alice], worker=to, role="iro", starts=day, by=None),
        lambda: people_actions.allocate_all(children=[alice], worker=other, role="iro", starts=day, by=None),
    )
    assert Allocation.objects.filter(child=alice, ends=None).count() == 1, both
