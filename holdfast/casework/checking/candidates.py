"""What a month's sample may be drawn from, who may rate, and who has rated whom. Six queries, however many reviews."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from holdfast.casework.access.roles import Role
from holdfast.casework.monitors.models import MonitorKind
from holdfast.casework.people.models import Allocation, AllocationRole, Interest, Worker
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.domain.reporting_year import Period

from .drawing import Candidate, Drawn
from .models import PeerAudit


@dataclass
class Pool:
    """``completed``: officer -> reviews completed in the month; ``rated``: those of them with a finished monitor.

    ``nobodys``: reviews for which nobody was the officer.
    """

    candidates: list[Candidate] = field(default_factory=list)
    completed: Counter[int] = field(default_factory=Counter)
    rated: Counter[int] = field(default_factory=Counter)
    nobodys: int = 0
    raters: list[int] = field(default_factory=list)
    barred: set[tuple[int, int]] = field(default_factory=set)
    met: Counter[tuple[int, int]] = field(default_factory=Counter)


def pool_of(month: Period) -> Pool:
    """Everything the draw needs of a month: reviews of children in care, completed in it."""
    pool = Pool()
    reviews = list(_reviews(month))
    allocations = list(
        Allocation.objects.filter(child__in={child for _, child, *_ in reviews}).order_by("starts", "pk")
    )
    pool.raters = list(_raters().values_list("pk", flat=True))
    for review, child, chair, completed, monitor in reviews:
        officer = chair or _officer_on(allocations, child, completed)
        if officer is None:
            pool.nobodys += 1
            continue
        pool.completed[officer] += 1
        if monitor is not None:
            pool.rated[officer] += 1
            pool.candidates.append(Candidate(officer, review, child))
    pool.barred = {(one.worker_id, one.child_id) for one in allocations}
    interests = Interest.objects.filter(child__in={child for _, child, *_ in reviews})
    pool.barred |= set(interests.values_list("worker_id", "child_id"))
    before = PeerAudit.objects.order_by().values_list("officer_id", "rater_id").annotate(times=Count("pk"))
    pool.met = Counter({(officer, rater): times for officer, rater, times in before})
    return pool


def _reviews(month: Period) -> list[tuple]:
    rated = Q(monitor__finished_on__isnull=False, monitor__asked__kind=MonitorKind.CHILD_IN_CARE)
    found = Review.objects.filter(
        kind=ReviewKind.CARE,
        completed_on__range=(month.starts, month.ends),
        withdrawn_at__isnull=True,
        cancelled_on__isnull=True,
    ).order_by("pk")
    with_monitor = dict(found.filter(rated).values_list("pk", "monitor__pk"))
    rows = found.values_list("pk", "child_id", "chair_id", "completed_on")
    return [(*row, with_monitor.get(row[0])) for row in rows]


def _raters() -> QuerySet[Worker]:
    """Officers who sign in. Their manager draws, and rates nothing."""
    return Worker.objects.filter(user__role=Role.IRO, user__is_active=True).order_by("pk")


def _officer_on(allocations: list[Allocation], child: int, day: date) -> int | None:
    """Who was the child's officer on the day the review was completed."""
    theirs = (
        one.worker_id
        for one in allocations
        if one.child_id == child
        and one.role == AllocationRole.IRO
        and one.starts <= day
        and (one.ends is None or one.ends >= day)
    )
    return next(reversed(list(theirs)), None)


def drawn_from(pool: Pool, found: tuple[Drawn, ...]) -> dict[str, Any]:
    """By officer: reviews completed, with a finished monitor, drawn; those drawn that nobody may rate."""
    names = dict(Worker.objects.filter(pk__in=pool.completed).values_list("pk", "public_id"))
    drawn = {
        officer: [one for one in found if one.candidate.officer == officer] for officer in pool.completed
    }
    return {
        "officers": {
            str(names[officer]): {
                "completed": completed,
                "rated": pool.rated[officer],
                "drawn": sum(one.rater is not None for one in drawn[officer]),
                "without_rater": sum(one.rater is None for one in drawn[officer]),
            }
            for officer, completed in sorted(pool.completed.items())
        },
        "without_officer": pool.nobodys,
    }
