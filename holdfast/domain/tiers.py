"""The tier of help a child has on each day, read from dated spans, the steps between tiers, and the way back.

Source: the children's services ladder of need as councils print it (early help, child in need, child protection, care);
care leavers: Children Act 1989, section 23A to 24D. A span is read as everywhere at the end of a day: ``ended`` is the
first day on which it no longer holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise

from holdfast.domain.months import plus

#: within so many months a way back is counted
BACK_WITHIN = (3, 6, 12)


class Tier(StrEnum):
    """From the least to the most; what holds on a day is the highest. ``closed``: none now, and one before."""

    CLOSED = "closed"
    CARE_LEAVER = "care_leaver"
    EARLY_HELP = "early_help"
    CIN = "cin"
    CP = "cp"
    CARE = "care"

    @property
    def rank(self) -> int:
        return _ORDER[self]

    @property
    def words(self) -> str:
        return _WORDS[self]


_ORDER = {tier: rank for rank, tier in enumerate(Tier)}
_WORDS = {
    Tier.CLOSED: "Closed",
    Tier.CARE_LEAVER: "Care leaver",
    Tier.EARLY_HELP: "Early help",
    Tier.CIN: "Child in need",
    Tier.CP: "Child protection",
    Tier.CARE: "In care",
}


@dataclass(frozen=True)
class Span:
    """One tier held for a child from ``started``; ``ended`` is the first day no longer, None until further notice."""

    tier: Tier
    started: date
    ended: date | None = None
    child: int | str = ""


@dataclass(frozen=True)
class Stay:
    """A child's highest tier, the same from ``started`` until before ``ended``, without a break."""

    tier: Tier
    started: date
    ended: date | None
    child: int | str = ""

    def days(self, until: date) -> int:
        """Days in the tier, up to a day where it goes on."""
        return ((self.ended or until) - self.started).days


@dataclass(frozen=True)
class Step:
    """A move from one tier to another: ``on`` is the first day at whose end the child is in the new one."""

    on: date
    from_tier: Tier
    to_tier: Tier
    child: int | str = ""

    @property
    def is_up(self) -> bool:
        return self.to_tier.rank > self.from_tier.rank

    @property
    def is_down(self) -> bool:
        return is_down(self.from_tier, self.to_tier)


def is_down(before: Tier, after: Tier) -> bool:
    """Whether it is a step down; to or from being a care leaver is none, because nobody comes back from growing up."""
    return after.rank < before.rank and Tier.CARE_LEAVER not in (before, after)


def stays_of(spans: Iterable[Span]) -> tuple[Stay, ...]:
    """Each child's tiers one after the other without a gap, from the first day anything is known of.

    A span that ends on the day it starts holds at the end of no day and counts for nothing. Source: see the module.
    """
    ordered = sorted(spans, key=lambda span: (type(span.child).__name__, span.child))
    return tuple(
        stay
        for child, theirs in groupby(ordered, key=lambda span: span.child)
        for stay in _of_one(child, list(theirs))
    )


def _of_one(child: int | str, spans: Sequence[Span]) -> Iterable[Stay]:
    held = [span for span in spans if span.ended is None or span.ended > span.started]
    days = sorted({day for span in held for day in (span.started, span.ended) if day is not None})
    began: date | None = None
    before: Tier | None = None
    for day in days:
        now = _highest(held, day)
        if now == before:
            continue
        if before is not None and began is not None:
            yield Stay(before, began, day, child)
        began, before = day, now
    if before is not None and began is not None:
        yield Stay(before, began, None, child)


def _highest(spans: Iterable[Span], day: date) -> Tier:
    holding = (
        span.tier for span in spans if span.started <= day and (span.ended is None or span.ended > day)
    )
    return max(holding, key=lambda tier: tier.rank, default=Tier.CLOSED)


def tier_on(spans: Iterable[Span], day: date) -> Tier | None:
    """One child's tier at the end of a day; None before anything is known of the child."""
    for stay in stays_of(spans):
        if stay.started <= day and (stay.ended is None or stay.ended > day):
            return stay.tier
    return None


def steps_of(spans: Iterable[Span]) -> tuple[Step, ...]:
    """Every move between tiers, child by child and oldest first. Becoming known at all is no step."""
    stays = stays_of(spans)
    return tuple(
        Step(later.started, earlier.tier, later.tier, later.child)
        for earlier, later in pairwise(stays)
        if earlier.child == later.child
    )


def back_on(step: Step, later: Iterable[Step]) -> date | None:
    """The first day after a step on which the same child is back in the tier before it; after a step down, or above it.

    None while that has not happened.
    """
    days = (
        each.on
        for each in later
        if each.child == step.child and each.on > step.on and _is_back(step, each.to_tier)
    )
    return min(days, default=None)


def _is_back(step: Step, tier: Tier) -> bool:
    return tier == step.from_tier or (not step.is_up and tier.rank > step.from_tier.rank)


def is_back_within(step: Step, later: Iterable[Step], months: int, as_of: date) -> bool | None:
    """Whether the child was back within so many months (the corresponding date included) of a step.

    None while those months have not passed on ``as_of`` (read at its end): too early to tell, and in no base.
    """
    limit = plus(step.on, months)
    if limit > as_of:
        return None
    back = back_on(step, later)
    return back is not None and back <= limit
