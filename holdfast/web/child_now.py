"""How a child stands on a day: in whose care, under what, where, who looks after the plan, and what is next.

Read from the records with a fixed number of queries for any number of children, worked out by the law in ``domain``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from holdfast.casework.care.models import Episode
from holdfast.casework.care.queries import standing_episodes
from holdfast.casework.people.models import Allocation, AllocationRole, Child
from holdfast.casework.people.queries import allocations
from holdfast.casework.reviews.queries import standing_reviews
from holdfast.domain import ages, care_history, timescales
from holdfast.web.code_words import words

NextReview = timescales.Due | timescales.NotRequired | timescales.NotKnown

_RECORDS = (
    Prefetch("episodes", standing_episodes()),
    Prefetch("reviews", standing_reviews()),
    Prefetch("allocations", allocations()),
)


@dataclass(frozen=True)
class Responsible:
    """Somebody responsible for the child, and since when."""

    id: UUID
    name: str
    since: date


@dataclass(frozen=True)
class ChildNow:
    """One child on one day. ``period`` is None when the child is not in care on it."""

    child: Child
    on: date
    age: int | None
    period: care_history.PeriodOfCare | None
    last_period: care_history.PeriodOfCare | None
    episode: care_history.Episode | None
    placement: care_history.Placement | None
    iro: Responsible | None
    social_worker: Responsible | None
    reviews: tuple[date, ...]
    next_review: NextReview | None

    @property
    def in_care(self) -> bool:
        return self.episode is not None

    @property
    def title(self) -> str:
        return self.child.name or self.child.number

    @property
    def age_words(self) -> str:
        if self.age is None:
            return "age not known"
        return str(self.age) if self.age else "under 1"

    @property
    def legal_status(self) -> str:
        return words("LS", self.episode.legal_status, self.on) if self.episode else "Not in care"

    @property
    def place(self) -> str:
        return words("PLACE", self.episode.place, self.on) if self.episode else ""

    @property
    def legal_status_since(self) -> date | None:
        """The first day of the unbroken run of episodes under the present legal status."""
        if not (self.period and self.episode):
            return None
        since = self.episode.started
        for episode in reversed(self.period.episodes):
            if episode.started > self.episode.started:
                continue
            if episode.legal_status != self.episode.legal_status:
                break
            since = episode.started
        return since

    @property
    def review_due_on(self) -> date | None:
        return self.next_review.last_day if isinstance(self.next_review, timescales.Due) else None

    @property
    def is_late(self) -> bool:
        return self.review_due_on is not None and self.review_due_on < self.on


def children_now(children: QuerySet[Child], on: date) -> list[ChildNow]:
    """Every child of a query as they stand on a day: four queries, however many children."""
    return [child_now(child, on) for child in children.prefetch_related(*_RECORDS)]


def one_child_now(child: Child, on: date) -> ChildNow:
    """A child that was opened through the people's door, with its records fetched."""
    prefetch_related_objects([child], *_RECORDS)
    return child_now(child, on)


def child_now(child: Child, on: date) -> ChildNow:
    """One child, whose records are fetched already."""
    episodes = [as_domain(episode) for episode in child.episodes.all()]
    begun = [episode for episode in episodes if episode.started <= on]
    periods = care_history.periods_of_care(begun)
    episode = care_history.episode_on(begun, on)
    period = next((p for p in periods if episode in p.episodes), None)
    held = sorted((review.completed_on or review.held_on) for review in child.reviews.all())
    return ChildNow(
        child=child,
        on=on,
        age=ages.completed_years(child.born, on) if child.born and child.born <= on else None,
        period=period,
        last_period=periods[-1] if periods else None,
        episode=episode,
        placement=next((p for p in period.placements if episode in p.episodes), None) if period else None,
        iro=_responsible(child.allocations.all(), AllocationRole.IRO, on),
        social_worker=_responsible(child.allocations.all(), AllocationRole.SOCIAL_WORKER, on),
        reviews=tuple(day for day in held if day <= on),
        next_review=_next_review(period, [day for day in held if day <= on]),
    )


def as_domain(episode: Episode) -> care_history.Episode:
    """An episode record as the law in ``domain`` reads it."""
    return care_history.Episode(
        started=episode.started,
        ended=episode.ended,
        reason_started=episode.reason_started or None,
        legal_status=episode.legal_status or None,
        place=episode.place or None,
        place_post=episode.place_post or None,
        reason_ended=episode.reason_ended or None,
        reason_moved=episode.reason_moved or None,
        line=episode.reading_order,
    )


def _responsible(allocations: Iterable[Allocation], role: str, on: date) -> Responsible | None:
    for allocation in allocations:
        open_on_day = allocation.starts <= on and (allocation.ends is None or allocation.ends >= on)
        if allocation.role == role and open_on_day:
            return Responsible(allocation.worker.public_id, allocation.worker.name, allocation.starts)
    return None


def _next_review(period: care_history.PeriodOfCare | None, held: list[date]) -> NextReview | None:
    """Only while in care."""
    if period is None:
        return None
    return timescales.next_review(period.started, held, start_known=period.start_known)
