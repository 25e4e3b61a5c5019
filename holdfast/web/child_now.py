"""How a child stands on a day: in whose care, under what, where, who looks after the plan, and what is next.

Read from the records with a fixed number of queries for any number of children, worked out by the law in ``domain``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from holdfast.casework.people.models import Allocation, AllocationRole, Child
from holdfast.casework.people.queries import allocations, open_on
from holdfast.casework.reviews.lives import RECORDS_OF_A_LIFE, as_domain, life_of
from holdfast.casework.reviews.many_lives import Booked, Whose, booked_of, lives_of
from holdfast.casework.service.queries import book
from holdfast.domain import ages, care_history, timescales
from holdfast.domain.limits import Book
from holdfast.domain.tracks.claim import Claim, Outlook
from holdfast.domain.tracks.facts import Kind, Life, Marker
from holdfast.domain.tracks.outlook import outlook
from holdfast.domain.wording import long_date
from holdfast.web.code_words import words

__all__ = ["Booked", "ChildNow", "Responsible", "as_domain", "child_now", "children_now", "one_child_now"]

NextReview = timescales.Due | timescales.NotRequired | timescales.NotKnown

_RECORDS = (*RECORDS_OF_A_LIFE, Prefetch("allocations", allocations()))

#: the milestones that begin and end a series of short breaks
_SERIES = frozenset({Marker.SHORT_BREAKS_AGREED, Marker.SHORT_BREAKS_ENDED})

_REVIEWS = frozenset({Kind.CARE, Kind.SHORT_BREAK, Kind.NEED})

CARE, SHORT_BREAKS, PROTECTION, NEED = "care", "short_breaks", "protection", "need"


@dataclass(frozen=True)
class Responsible:
    """Somebody responsible for the child, and since when."""

    id: UUID
    name: str
    since: date
    team: str = ""
    told: str = ""


@dataclass(frozen=True)
class ChildNow:
    """One child on one day. ``period`` is None when the child is not in care on it."""

    child: Child
    on: date
    age: int | None
    life: Life
    outlook: Outlook
    booked: tuple[Booked, ...]
    period: care_history.PeriodOfCare | None
    last_period: care_history.PeriodOfCare | None
    episode: care_history.Episode | None
    placement: care_history.Placement | None
    iro: Responsible | None
    social_worker: Responsible | None
    reviews: tuple[date, ...]
    limits: Book

    @property
    def in_care(self) -> bool:
        return self.episode is not None

    @cached_property
    def plans(self) -> frozenset[str]:
        """Under which kinds of plan the child is on the day: care, short_breaks, protection, need."""
        found = {CARE} if self.in_care else set()
        if not self.in_care and _short_breaks(self.life, self.on):
            found.add(SHORT_BREAKS)
        if any(_open(p.opened_on, p.closed_on or p.ended, self.on) for p in self.life.protections):
            found.add(PROTECTION)
        if any(_open(n.agreed_on, n.ended, self.on) for n in self.life.needs):
            found.add(NEED)
        return frozenset(found)

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
    def binding(self) -> Claim | None:
        """The claim that sets the day of the next review of care, or of short breaks."""
        return self.outlook.binding(Kind.CARE) or self.outlook.binding(Kind.SHORT_BREAK)

    @property
    def next_review(self) -> NextReview | None:
        """The first thing due, or why no day is known; None when nothing is."""
        claim = self.next_claim or self.binding
        return claim.due if claim else None

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What is due, of every kind and plan the claim that binds it, the earliest first; undated ones at the end."""
        binding: dict[tuple[Kind, int | None], Claim] = {}
        for claim in self.outlook.claims:
            if not isinstance(claim.due, timescales.NotRequired):
                binding.setdefault((claim.kind, claim.plan), claim)
        return tuple(binding.values())

    @property
    def next_claim(self) -> Claim | None:
        """The first thing due, whatever it is."""
        return next((claim for claim in self.claims if claim.last_day), None)

    @property
    def review_due_on(self) -> date | None:
        """The last day in time of the first thing due: a review, a conference, a core group."""
        return self.next_claim.last_day if self.next_claim else None

    @property
    def late(self) -> tuple[Claim, ...]:
        """What should have been held before the day."""
        return tuple(claim for claim in self.claims if claim.last_day and claim.last_day < self.on)

    @property
    def is_late(self) -> bool:
        return self.review_due_on is not None and self.review_due_on < self.on

    def booking_of(self, claim: Claim) -> Booked | None:
        """What is booked, or under way, for a claim."""
        return next((b for b in self.booked if b.kind is claim.kind and b.plan in (None, claim.plan)), None)


def children_now(children: QuerySet[Child] | Sequence[Child], on: date) -> list[ChildNow]:
    """Every child of a query, or of a list got from one, as they stand on a day.

    Six queries (five for a list), however many children.
    """
    rows = list(children)
    whose = (
        children.order_by().values("pk") if isinstance(children, QuerySet) else [child.pk for child in rows]
    )
    lives = lives_of(rows, whose)
    people = _responsible_for(whose, on)
    limits = book()
    return [_stand(child, on, *lives[child.pk], people.get(child.pk, {}), limits) for child in rows]


def one_child_now(child: Child, on: date) -> ChildNow:
    """A child that was opened through the people's door, with its records fetched."""
    prefetch_related_objects([child], *_RECORDS)
    return child_now(child, on)


def child_now(child: Child, on: date) -> ChildNow:
    """One child, whose records are fetched already."""
    people: dict[str, Responsible] = {}
    for allocation in child.allocations.all():
        if allocation.starts <= on and (allocation.ends is None or allocation.ends >= on):
            people.setdefault(allocation.role, _responsible(allocation))
    return _stand(child, on, life_of(child), booked_of(child), people, book())


def _stand(
    child: Child,
    on: date,
    life: Life,
    booked: tuple[Booked, ...],
    people: dict[str, Responsible],
    limits: Book,
) -> ChildNow:
    begun = [episode for episode in life.episodes if episode.started <= on]
    all_begun = len(begun) == len(life.episodes)
    periods = life.periods if all_begun else care_history.periods_of_care(begun)
    episode = care_history.episode_on(begun, on)
    period = next((p for p in periods if episode in p.episodes), None) if episode else None
    placement = next((p for p in period.placements if episode in p.episodes), None) if period else None
    held = (one.completed_on or one.first_on for one in life.held if one.kind in _REVIEWS)
    return ChildNow(
        child=child,
        on=on,
        age=ages.completed_years(child.born, on) if child.born and child.born <= on else None,
        life=life,
        outlook=outlook(life, on, limits),
        booked=booked,
        period=period,
        last_period=periods[-1] if periods else None,
        episode=episode,
        placement=placement,
        iro=people.get(AllocationRole.IRO),
        social_worker=people.get(AllocationRole.SOCIAL_WORKER),
        reviews=tuple(sorted(day for day in held if day <= on)),
        limits=limits,
    )


def _responsible_for(whose: Whose, on: date) -> dict[int, dict[str, Responsible]]:
    found: dict[int, dict[str, Responsible]] = {}
    rows = allocations().filter(open_on(on), child__in=whose).values_list(
        "child_id", "role", "worker__public_id", "worker__name", "starts", "worker__team"
    )  # fmt: skip
    for child_id, role, *who in rows:
        found.setdefault(child_id, {}).setdefault(role, Responsible(*who))
    return found


def _responsible(allocation: Allocation) -> Responsible:
    worker = allocation.worker
    return Responsible(worker.public_id, worker.name, allocation.starts, worker.team, told_words(allocation))


def told_words(allocation: Allocation) -> str:
    """“in writing on 3 January 2017”: how and when the child was told who their officer is; blank where nobody said."""
    if allocation.told_on is None:
        return ""
    return f"{allocation.get_told_how_display().lower()} on {long_date(allocation.told_on)}"


def _open(begins: date, ends: date | None, on: date) -> bool:
    return begins <= on and (ends is None or ends > on)


def _short_breaks(life: Life, on: date) -> bool:
    """In a short break on the day, or a series of them agreed and one of them in the year before it."""
    breaks = [episode for episode in life.episodes if episode.is_short_break and episode.started <= on]
    if any(episode.covers(on) for episode in breaks):
        return True
    said = [m for m in life.milestones if m.kind in _SERIES and m.on <= on]
    agreed = bool(said) and said[-1].kind is Marker.SHORT_BREAKS_AGREED
    return agreed and (not breaks or (on - max(episode.started for episode in breaks)).days <= 365)
