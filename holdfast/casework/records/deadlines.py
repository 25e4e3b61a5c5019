"""What is due after a review and when it was met: the decisions out, the manager's answer, the record, its sending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Max, Min, Q, QuerySet

from holdfast.casework.people.models import Version
from holdfast.casework.reviews.models import Review
from holdfast.domain import timescales
from holdfast.domain.limits import Book

from .models import CarePlanUpdate, ManagerAnswer, Recipient, Record, Release

KINDS = ("decisions", "manager", "record", "distributed")


class Deadline(NamedTuple):
    """One thing due after one review; ``met_on`` None while it is not done. ``kind``: one of KINDS."""

    review: Review
    kind: str
    due_on: date
    met_on: date | None


def deadlines_of(reviews: QuerySet[Review] | Iterable[Review], book: Book) -> Iterator[Deadline]:
    """The deadlines of each completed review, in the order of KINDS. Five queries, however many reviews.

    The manager's five days begin when the decisions are released, so there is no such row before. A record is
    distributed when it went to everybody on its list who receives one. A review that a return brought in, and of which
    nothing was recorded here, has no deadlines: nobody can tell from our records whether they were met.
    """
    found = [one for one in reviews if one.completed_on is not None]
    done = _Done(found)
    for review in found:
        if review.made_by_intake is not None and not done.knows(review.pk):
            continue
        yield from _of_one(review, done, book)


def care_plan_deadline(review: Review, book: Book) -> tuple[date, date | None]:
    """The day the care plan is due to be brought up to date after a completed review, and the day it first was."""
    first = CarePlanUpdate.objects.filter(review=review).aggregate(first=Min("updated_on"))["first"]
    return timescales.care_plan_updated(review.completed_on, book).last_day, first


def _of_one(review: Review, done: _Done, book: Book) -> Iterator[Deadline]:
    completed, pk = review.completed_on, review.pk
    released = done.released.get(pk)
    yield Deadline(review, "decisions", timescales.decisions_sent(completed, book).last_day, released)
    if released is not None:
        due = timescales.manager_answered(released, book).last_day
        yield Deadline(review, "manager", due, done.answered.get(pk))
    due = timescales.record_written(completed, book).last_day
    yield Deadline(review, "record", due, done.signed.get(pk))
    due = timescales.record_distributed(completed, book).last_day
    yield Deadline(review, "distributed", due, done.sent.get(pk))


class _Done:
    """What was done after these reviews, read once for all of them."""

    def __init__(self, reviews: list[Review]) -> None:
        ids = [review.pk for review in reviews]
        self.released = dict(
            Release.objects.filter(review__in=ids)
            .order_by()
            .values_list("review")
            .annotate(Min("released_on"))
        )
        self.answered = dict(
            ManagerAnswer.objects.filter(release__review__in=ids)
            .order_by()
            .values_list("release__review")
            .annotate(Min("answered_on"))
        )
        records = dict(Record.objects.filter(review__in=ids).values_list("review", "signed_on"))
        self.begun = set(records)
        self.signed = {review: day for review, day in records.items() if day}
        self.sent = {
            review: last
            for review, waiting, last in Recipient.objects.filter(record__review__in=ids)
            .exclude(version=Version.NONE)
            .order_by()
            .values_list("record__review")
            .annotate(waiting=Count("pk", filter=Q(sent_on__isnull=True)), last=Max("sent_on"))
            if not waiting and review in self.signed
        }

    def knows(self, review: int) -> bool:
        return review in self.begun or review in self.released
