"""Whose turn it is: everything the review cycle waits for, of any number of children, with the day it is due.

E-mails and the pages “My work” read the same list, so that they never tell different stories. Nothing is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Exists, OuterRef, Q, QuerySet

from holdfast.casework.midway.queries import answer_by, open_checks
from holdfast.casework.people.models import Child, Version
from holdfast.casework.preparing.queries import WHAT_A_REVIEW_NEEDS, Need, Readiness, readiness
from holdfast.casework.preparing.queries import Turn as NeedOf
from holdfast.casework.records.deadlines import Deadline, deadlines_of
from holdfast.casework.records.models import (
    Answer,
    AnswerToObjection,
    CarePlanUpdate,
    ManagerAnswer,
    Recipient,
    Record,
    Release,
)
from holdfast.casework.reviews.many_lives import Booked
from holdfast.casework.reviews.models import EarlyTrigger, Meeting, Review, ReviewKind
from holdfast.casework.reviews.queries import reviews_in_hand
from holdfast.domain import timescales
from holdfast.domain.limits import Book
from holdfast.domain.tracks.facts import Kind, Life
from holdfast.domain.tracks.outlook import outlook

from .concern_turns import concern_turns, concerns_in_hand
from .turn import Turn, What, Whose

__all__ = ["Planned", "Turn", "What", "Whose", "Work", "booked", "to_book", "turns", "work"]

LifeAndBooked = tuple[Life, tuple[Booked, ...]]


@dataclass(frozen=True)
class Planned:
    """A review that is booked and not yet held, and what it still needs."""

    review: Review
    ready: Readiness


@dataclass(frozen=True)
class Work:
    """All that waits for somebody, the earliest due first, and the reviews that are booked, the next one first."""

    turns: tuple[Turn, ...]
    booked: tuple[Planned, ...]


def turns(children: QuerySet[Child], on: date, book: Book) -> tuple[Turn, ...]:
    """Everything that waits for somebody as of a day, the earliest due first."""
    return work(children, on, book).turns


def work(children: QuerySet[Child], on: date, book: Book) -> Work:
    """The same with the reviews that are booked. A fixed number of queries, however many children."""
    in_hand = list(reviews_in_hand(children).prefetch_related(*WHAT_A_REVIEW_NEEDS, "meetings"))
    planned = tuple(Planned(one, readiness(one, on, book)) for one in in_hand if one.held_on is None)
    found = [
        *(turn for one in planned for turn in _before(one, on)),
        *(_under_way(one, book) for one in in_hand if one.held_on is not None),
        *_after(children, book),
        *_midway(children, on, book),
        *_triggers(children),
        *concern_turns(concerns_in_hand(children, on), on, book),
    ]
    in_order = sorted(found, key=lambda turn: (turn.due or turn.since or on, turn.child, turn.what))
    return Work(tuple(in_order), planned)


def booked(children: QuerySet[Child], first: date, last: date) -> QuerySet[Review]:
    """The reviews booked for these days, in order."""
    waiting = reviews_in_hand(children).filter(held_on=None, planned_on__range=(first, last))
    return waiting.order_by("planned_on", "planned_at", "id")


def to_book(lives: Mapping[int, LifeAndBooked], on: date, until: date, book: Book) -> Iterator[Turn]:
    """What falls due up to a day and is not booked, of children whose lives were read (`many_lives.lives_of`).

    ``due``: the last working day on or before the last day in time. Core groups are not the service's to book.
    """
    for child, (life, in_hand) in lives.items():
        seen: set[tuple[Kind, int | None]] = set()
        for claim in outlook(life, on, book).claims:
            key = (claim.kind, claim.plan)
            if key in seen or claim.kind is Kind.CORE_GROUP or not isinstance(claim.due, timescales.Due):
                continue
            seen.add(key)
            is_booked = any(one.kind is claim.kind and one.plan in (None, claim.plan) for one in in_hand)
            if claim.due.last_day <= until and not is_booked:
                yield Turn(What.BOOK, Whose.OFFICER, child, claim.due.book_by)


# --- before and at the review -----------------------------------------------------------------------------------


def _before(planned: Planned, on: date) -> Iterator[Turn]:
    review = planned.review
    # papers that come back are nobody's turn here: those who were asked send them
    missing = [need for need in planned.ready.missing if need.key != "papers_back"]
    for (what, whose), needs in groupby(sorted(missing, key=_of_a_need), key=_of_a_need):
        some = list(needs)
        due = min((need.due for need in some if need.due), default=review.planned_on)
        names = tuple(need.short for need in some)
        yield Turn(what, whose, review.child_id, due, review, missing=names)
    if review.planned_on <= on:
        yield Turn(What.HOLD, Whose.OFFICER, review.child_id, review.planned_on, review)


def _of_a_need(need: Need) -> tuple[What, Whose]:
    if need.turn is NeedOf.OFFICER:
        return What.SEE_CHILD, Whose.OFFICER
    if need.turn is NeedOf.SUPPORT:
        return What.INVITE, Whose.SUPPORT
    return (What.TALK if need.key == "talk" else What.PAPERS), Whose.SOCIAL_WORKER


def _under_way(review: Review, book: Book) -> Turn:
    """A review that was adjourned is completed within its limit; the next meeting is often sooner."""
    held = [meeting.held_on for meeting in review.meetings.all() if meeting.held_on]
    planned = [meeting.planned_on for meeting in review.meetings.all() if meeting.held_on is None]
    last = max(held, default=review.held_on)
    limit = book.on("review.adjourned", last).after(last) if book.holds("review.adjourned", last) else None
    due = min((day for day in (*planned, limit) if day), default=None)
    return Turn(What.COMPLETE, Whose.OFFICER, review.child_id, due, review, since=review.held_on)


# --- after the review -------------------------------------------------------------------------------------------


def _after(children: QuerySet[Child], book: Book) -> Iterator[Turn]:
    reviews = list(_unfinished(children))
    signed = {review.pk for review in reviews if _signed(review)}
    released: dict[int, date] = {}
    for deadline in deadlines_of(reviews, book):
        if deadline.kind == "decisions" and deadline.met_on:
            released[deadline.review.pk] = deadline.met_on
        if deadline.met_on is None:
            yield from _deadline(deadline, signed, released)
    for review in reviews:
        if review.kind == ReviewKind.CARE and not review.care_plan_is_updated and review.pk in released:
            due = timescales.care_plan_updated(review.completed_on, book).last_day
            since = released[review.pk]
            yield Turn(What.CARE_PLAN, Whose.SOCIAL_WORKER, review.child_id, due, review, since=since)
    for objection in _unanswered_objections(children):
        review = objection.release.review
        since = objection.answered_on
        yield Turn(What.REPLY, Whose.OFFICER, review.child_id, None, review, since=since, objection=objection)


def _deadline(deadline: Deadline, signed: set[int], released: dict[int, date]) -> Iterator[Turn]:
    review = deadline.review
    if deadline.kind == "distributed" and review.pk not in signed:
        return  # first it is written
    what, whose = _OF_A_DEADLINE[deadline.kind]
    since = released.get(review.pk) if whose is Whose.MANAGER else None
    yield Turn(what, whose, review.child_id, deadline.due_on, review, since=since)


_OF_A_DEADLINE = {
    "decisions": (What.DECISIONS, Whose.OFFICER),
    "manager": (What.ANSWER, Whose.MANAGER),
    "record": (What.RECORD, Whose.OFFICER),
    "distributed": (What.SEND, Whose.SUPPORT),
}


def _unfinished(children: QuerySet[Child]) -> QuerySet[Review]:
    """Completed reviews that were worked on here and of which something is still to be done."""
    review = OuterRef("pk")
    recipients = Recipient.objects.filter(record__review=review).exclude(version=Version.NONE)
    released, answered = (
        Release.objects.filter(review=review),
        ManagerAnswer.objects.filter(release__review=review),
    )
    updated = CarePlanUpdate.objects.filter(review=review)
    here = Exists(Meeting.objects.filter(review=review)) | Exists(released) | Q(record__isnull=False)
    everything = (
        Q(record__signed_on__isnull=False)
        & Exists(recipients)
        & ~Exists(recipients.filter(sent_on=None))
        & Exists(answered)
        & (Exists(updated) | ~Q(kind=ReviewKind.CARE))
    )
    completed = Review.objects.filter(completed_on__isnull=False, withdrawn_at=None, child__in=children)
    return (
        completed.filter(here)
        .exclude(everything)
        .select_related("record")
        .annotate(care_plan_is_updated=Exists(updated))
        .order_by("completed_on", "id")
    )


def _signed(review: Review) -> bool:
    try:
        return review.record.signed_on is not None
    except Record.DoesNotExist:
        return False


def _unanswered_objections(children: QuerySet[Child]) -> QuerySet[ManagerAnswer]:
    replies = AnswerToObjection.objects.filter(objection=OuterRef("pk"))
    return ManagerAnswer.objects.filter(
        ~Exists(replies), answer=Answer.OBJECTS, release__review__child__in=children
    ).select_related("release__review")


# --- between two reviews ----------------------------------------------------------------------------------------


def _midway(children: QuerySet[Child], on: date, book: Book) -> Iterator[Turn]:
    for check in open_checks(children, on):
        child = check.review.child_id
        if check.answered_on:
            what, whose, due, since = What.FINISH_MIDWAY, Whose.OFFICER, check.due_on, check.answered_on
        elif check.asked_on:
            what, whose, due, since = (
                What.ANSWER_MIDWAY,
                Whose.SOCIAL_WORKER,
                answer_by(check, book),
                check.asked_on,
            )
        else:
            what, whose, due, since = What.ASK_MIDWAY, Whose.OFFICER, check.due_on, None
        yield Turn(what, whose, child, due, check.review, since=since)


def _triggers(children: QuerySet[Child]) -> Iterator[Turn]:
    for trigger in EarlyTrigger.objects.filter(answer="", child__in=children).order_by("told_on", "id"):
        yield Turn(
            What.TRIGGER, Whose.OFFICER, trigger.child_id, None, since=trigger.told_on, trigger=trigger
        )
