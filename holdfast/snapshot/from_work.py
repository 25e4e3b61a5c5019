"""Statistical tables of the officers' work, which no return holds: allocations, posts, plans, meetings, due dates.

A fixed number of queries, however many children. What is due is worked out as it is on every page; nothing is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Min, Q, QuerySet

from holdfast.casework.care.models import Episode
from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.people.models import Allocation, Child, Post
from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.casework.preparing.models import Item, ItemKind
from holdfast.casework.records.deadlines import deadlines_of
from holdfast.casework.reviews.many_lives import lives_of
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.casework.reviews.timing import ADJOURNED
from holdfast.domain.limits import Book
from holdfast.domain.reporting_year import ReportingYear
from holdfast.domain.timescales import Due
from holdfast.domain.tracks.claim import Kept, Obligation
from holdfast.domain.tracks.facts import Held, Kind, Life
from holdfast.domain.tracks.history import obligations

#: a review of these is counted as
KINDS: dict[str, str] = {
    ReviewKind.CARE: "cypic",
    ReviewKind.SHORT_BREAK: "short_breaks",
    ReviewKind.CONFERENCE_INITIAL: "cp",
    ReviewKind.CONFERENCE_REVIEW: "cp",
    ReviewKind.CONFERENCE_TRANSFER: "cp",
    ReviewKind.NEED: "cin",
}
Rows = Iterable[tuple[Any, ...]]


@dataclass(frozen=True)
class Work:
    """What is read once for several tables. ``among``: the children meant; ``on``: the day the records are read."""

    among: QuerySet[Child]
    on: date
    book: Book

    @cached_property
    def children(self) -> dict[int, Child]:
        return {child.pk: child for child in self.among.order_by().only("pk", "number", "born")}

    @cached_property
    def lives(self) -> dict[int, Life]:
        """The lives of those who were ever in care, or had short breaks."""
        whose = self.among.filter(periods_of_care__isnull=False).order_by().values("pk").distinct()
        found = lives_of(self.children.values(), whose)
        return {child: life for child, (life, _booked) in found.items()}

    @cached_property
    def passed(self) -> date:
        """The last day that has passed: the day before, but a period is read at the end of its last day."""
        ends = (quarter.ends for quarter in ReportingYear.of(self.on).quarters)
        return self.on if self.on in ends else self.on - timedelta(days=1)

    def reviews(self) -> QuerySet[Review]:
        """Completed reviews and conferences that stand."""
        return Review.objects.filter(
            child__in=self.among,
            completed_on__isnull=False,
            withdrawn_at__isnull=True,
            cancelled_on__isnull=True,
        )


def _after(day: date | None) -> date | None:
    """The first day no longer, of a last day."""
    return day and day + timedelta(days=1)


def _allocations(work: Work) -> Rows:
    rows = Allocation.objects.filter(child__in=work.among).order_by("pk")
    for child, worker, role, starts, ends in rows.values_list(
        "child__number", "worker__public_id", "role", "starts", "ends"
    ):
        yield child, str(worker), role, starts, _after(ends)


def _posts(work: Work) -> Rows:
    rows = Post.objects.order_by("pk").values_list("worker__public_id", "role", "fte", "starts", "ends")
    for worker, role, fte, starts, ends in rows:
        yield str(worker), role, int(fte * 100), starts, _after(ends)


def _plans(work: Work) -> Rows:
    counts = Q(
        conferences__kind=ReviewKind.CONFERENCE_REVIEW,
        conferences__completed_on__lte=work.on,
        conferences__withdrawn_at__isnull=True,
        conferences__cancelled_on__isnull=True,
    )
    protections = Protection.objects.filter(child__in=work.among).order_by("pk")
    protections = protections.annotate(first_review=Min("conferences__completed_on", filter=counts))
    for child, *days in protections.values_list(
        "child__number", "started", "ended", "opened_on", "first_review"
    ):
        yield child, "cp", *days
    needs = NeedPlan.objects.filter(child__in=work.among).order_by("pk")
    for child, agreed, ended in needs.values_list("child__number", "agreed_on", "ended"):
        yield child, "cin", agreed, ended, agreed, None


def _meetings(work: Work) -> Rows:
    rows = work.reviews().order_by("pk")
    for child, kind, *facts in rows.values_list(
        "child__number", "kind", "held_on", "completed_on", "seen_before__answer", "child_chaired"
    ):
        yield child, KINDS[kind], *facts


def _places(work: Work) -> Rows:
    """Of every episode that stands its place in the reading order, as the table of episodes counts them."""
    standing = Episode.objects.filter(withdrawn_at__isnull=True, child__in=work.among)
    rows = standing.order_by("reading_order", "pk").values_list("child__number", "location")
    for line, (child, location) in enumerate(rows.iterator(chunk_size=10_000)):
        if location:
            yield child, line, location


def _education_plans(work: Work) -> Rows:
    """What was found at each review; one that nobody was asked for is not among them."""
    items = Item.objects.filter(
        kind=ItemKind.EDUCATION, review__kind=ReviewKind.CARE, review__in=work.reviews()
    ).order_by("pk")
    for child, completed_on, done_on, not_needed in items.values_list(
        "review__child__number", "review__completed_on", "done_on", "not_needed"
    ):
        if done_on is not None and done_on <= completed_on:
            yield child, completed_on, "there"
        else:
            yield child, completed_on, "not_needed" if not_needed else "not_there"


def _dues(work: Work) -> Rows:
    for child, life in work.lives.items():
        number = work.children[child].number
        for due_on, held, kept, by_final in _of_one(life, work):
            held_on, completed_on = (held.first_on, held.completed_on) if held else (None, None)
            finish_by = held and _finish_by(held, work.book)
            yield number, due_on, held_on, completed_on, finish_by, kept, by_final, work.passed


def _of_one(life: Life, work: Work) -> Iterator[tuple[date | None, Held | None, Kept | None, Kept | None]]:
    """What was due for a child in care and what became of it; then what was held though nobody knows when due."""
    met: set[int | None] = set()
    for each in obligations(life, work.on, work.book):
        if not _counts(each, life):
            continue
        met.add(each.met_by.key if each.met_by else None)
        yield each.claim.last_day, each.met_by, each.kept, each.kept_by_final
    for held in life.held:
        if (
            held.kind is Kind.CARE
            and held.completed_on
            and held.completed_on <= work.on
            and held.key not in met
        ):
            yield None, held, None, None


def _counts(each: Obligation, life: Life) -> bool:
    """A review of a child in care: one that short breaks make due when they pass their limit is none."""
    due = each.claim.due
    return (
        each.claim.kind is Kind.CARE
        and isinstance(due, Due)
        and each.kept is not Kept.NOT_REQUIRED
        and any(
            period.started <= due.counted_from and (period.ended is None or due.counted_from <= period.ended)
            for period in life.periods
        )
    )


def _finish_by(held: Held, book: Book) -> date | None:
    """The last day for the final meeting of a series, where a limit is held for it."""
    if not book.holds(ADJOURNED, held.first_on):
        return None
    return book.on(ADJOURNED, held.first_on).after(held.first_on)


def _deadlines(work: Work) -> Rows:
    written = Q(made_by_intake__isnull=True) | Q(record__isnull=False) | Q(releases__isnull=False)
    reviews = work.reviews().filter(written, kind=ReviewKind.CARE).distinct().order_by("pk")
    for review, kind, due_on, met_on in deadlines_of(reviews, work.book):
        if due_on <= work.passed:
            yield work.children[review.child_id].number, kind, due_on, met_on


def _midways(work: Work) -> Rows:
    checks = MidwayCheck.objects.filter(
        review__child__in=work.among, review__withdrawn_at__isnull=True, due_on__lte=work.passed
    )
    for child, due_on, done_on, waived_on, closed_on in checks.order_by("pk").values_list(
        "review__child_id", "due_on", "done_on", "waived_on", "closed_on"
    ):
        overtaken = closed_on is not None and closed_on < due_on and done_on is None
        if not overtaken and _in_care(work.lives.get(child), due_on):
            yield work.children[child].number, due_on, done_on, waived_on


def _in_care(life: Life | None, day: date) -> bool:
    return life is not None and any(
        period.started <= day and (period.ended is None or period.ended > day) for period in life.periods
    )


#: statistical table -> its rows, columns in the order of ``indicators.tables``
TABLES: dict[str, Callable[[Work], Rows]] = {
    "allocations": _allocations,
    "posts": _posts,
    "plans": _plans,
    "meetings": _meetings,
    "places": _places,
    "education_plans": _education_plans,
    "dues": _dues,
    "deadlines": _deadlines,
    "midways": _midways,
}
