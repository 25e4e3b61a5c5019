"""Questions about monitors. One is reached through its child's door, like everything of a child."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_may
from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Allocation, AllocationRole, Worker
from holdfast.casework.people.queries import NotYours, children_for
from holdfast.casework.provenance.models import FieldChange
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.casework.service.rules import FIRST_DAY
from holdfast.domain.months import plus
from holdfast.domain.questionnaires.questions import Questionnaire, content_of, read
from holdfast.domain.questionnaires.shipped import shipped

from .models import From, Monitor, MonitorAnswer, MonitorKind, QuestionSet
from .rules import kind_of, kinds_of_review

#: a missing monitor stays on the officer's desk for so many months
SHOWN_FOR = 6


def versions(kind: str) -> list[QuestionSet]:
    """The published versions of a questionnaire, oldest first; the shipped one, unsaved, where none is published."""
    found = list(QuestionSet.objects.filter(kind=kind, published_at__isnull=False).order_by("number"))
    return found or [_as_shipped(kind)]


def version_on(kind: str, day: date) -> QuestionSet:
    """The version that is asked about reviews held on a day; before the first one's day, the first."""
    every = versions(kind)
    begun = [one for one in every if one.from_date is not None and one.from_date <= day]
    return begun[-1] if begun else every[0]


def _as_shipped(kind: str) -> QuestionSet:
    content = content_of(shipped(kind))
    return QuestionSet(kind=MonitorKind(kind), number=1, content=content, from_date=FIRST_DAY)


def questions_of(monitor: Monitor) -> Questionnaire:
    """The questions a monitor was asked with."""
    return read(monitor.asked.content)


def monitor_of(review: Review) -> Monitor | None:
    """The monitor of a review, if it was begun."""
    return _monitors().filter(review=review).first()


def last_monitor(review: Review) -> Monitor | None:
    """The last finished monitor of the same questionnaire for the same child, before this review."""
    day = review.held_on or review.planned_on
    earlier = _monitors().filter(
        review__child=review.child_id,
        review__kind__in=kinds_of_review(kind_of(review)),
        review__withdrawn_at__isnull=True,
        review__held_on__lt=day,
        finished_on__isnull=False,
    )
    return earlier.order_by("review__held_on", "id").last()


def answers_of(monitor: Monitor) -> dict[str, MonitorAnswer]:
    """Question -> its answer. While the monitor is open, what was known or kept when it was finished before is left
    out: that is looked up anew."""
    rows = {one.question: one for one in monitor.answers.all()}
    if monitor.finished_on is not None:
        return rows
    return {question: one for question, one in rows.items() if one.origin == From.GIVEN}


def find_monitor(user: Any, review_id: UUID | str) -> Monitor:
    """The monitor of one review (its public id), through the child's door. Raises NotAllowed for a role that fills in
    none; NotYours where the child is not theirs, or no monitor was begun."""
    check_may(user, Permission.FILL_MONITORS)
    try:
        wanted = review_id if isinstance(review_id, UUID) else UUID(str(review_id))
    except ValueError:
        raise NotYours from None
    theirs = _monitors().filter(review__child__in=children_for(user), review__withdrawn_at__isnull=True)
    found = theirs.filter(review__public_id=wanted).first()
    if found is None:
        raise NotYours
    return found


@transaction.atomic
def open_monitor(user: Any, review_id: UUID | str) -> Monitor:
    """The same, for reading: leaves a row in the child's diary."""
    found = find_monitor(user, review_id)
    record(by=user, verb="monitor.read", subject=found, detail={"child": found.review.child_id})
    return found


def reopenings(monitor: Monitor) -> list[FieldChange]:
    """Each time the monitor was opened again after it was finished, oldest first, with who did (``changed_by``) and
    why (``why.reason``)."""
    changes = history_of(monitor).filter(field="finished_on", after="")
    return list(changes.select_related("why", "changed_by"))


@dataclass(frozen=True)
class Completion:
    """Of the reviews one officer completed, how many have a finished monitor, and which have none."""

    officer: Worker | None
    completed: int
    missing: tuple[Review, ...]

    @property
    def finished(self) -> int:
        return self.completed - len(self.missing)


def completion(children: Any, first: date, last: date, kind: str = "") -> list[Completion]:
    """Per officer, by name, over reviews completed from one day to another, both included. At most 3 queries.

    The officer is who chaired the review; where nobody is named, the child's reviewing officer on the day it was
    completed. ``officer`` None: nobody is known. ``kind``: of reviews asked this questionnaire only.
    """
    reviews = list(
        Review.objects.filter(
            child__in=children,
            withdrawn_at__isnull=True,
            cancelled_on__isnull=True,
            completed_on__range=(first, last),
            kind__in=kinds_of_review(kind) if kind else ReviewKind.values,
        )
        .select_related("child", "chair", "monitor")
        .order_by("completed_on", "id")
    )
    officers = _officers(reviews)
    theirs: dict[Worker | None, list[Review]] = {}
    for review in reviews:
        theirs.setdefault(officers.get(review.pk), []).append(review)
    named = sorted(theirs.items(), key=lambda item: (item[0] is None, item[0].name if item[0] else ""))
    return [
        Completion(officer, len(own), tuple(one for one in own if not _is_finished(one)))
        for officer, own in named
    ]


def missing_monitors(children: Any, on: date) -> models.QuerySet[Review]:
    """Reviews of these children completed in the last months whose monitor is not finished, the oldest first.

    Left out is what nobody can judge afresh any more: a review overtaken by a later one of its kind, and one that only
    a return tells of.
    """
    later = Review.objects.filter(
        child=OuterRef("child"),
        kind=OuterRef("kind"),
        withdrawn_at__isnull=True,
        completed_on__gt=OuterRef("completed_on"),
        completed_on__lte=on,
    )
    unfinished = Q(monitor__isnull=True) | Q(monitor__finished_on__isnull=True)
    return (
        Review.objects.filter(
            ~Exists(later),
            unfinished,
            child__in=children,
            withdrawn_at__isnull=True,
            cancelled_on__isnull=True,
            made_by_intake__isnull=True,
            completed_on__gt=plus(on, -SHOWN_FOR),
            completed_on__lte=on,
        )
        .select_related("child", "monitor")
        .order_by("completed_on", "id")
    )


def _monitors() -> models.QuerySet[Monitor]:
    kept = (
        "asked",
        "finished_by",
        "review__child",
        "review__chair",
        "review__protection",
        "review__need_plan",
    )
    return Monitor.objects.select_related(*kept).prefetch_related("answers")


def _is_finished(review: Review) -> bool:
    monitor = getattr(review, "monitor", None)
    return monitor is not None and monitor.finished_on is not None


def _officers(reviews: Iterable[Review]) -> dict[int, Worker]:
    found = {one.pk: one.chair for one in reviews if one.chair is not None}
    rest = [one for one in reviews if one.chair is None]
    by_child: dict[int, list[Allocation]] = {}
    allocations = Allocation.objects.filter(
        role=AllocationRole.IRO, child__in={one.child_id for one in rest}
    ).select_related("worker")
    for one in allocations.order_by("starts", "id"):
        by_child.setdefault(one.child_id, []).append(one)
    for review in rest:
        for one in by_child.get(review.child_id, ()):
            if one.starts <= review.completed_on and (one.ends is None or one.ends >= review.completed_on):
                found[review.pk] = one.worker
    return found
