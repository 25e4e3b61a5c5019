"""How children moved between tiers in a period: from what to what, how many came back, and how long they stayed.

Source: as `tiers`. Every count is of steps or of stays, so that a child who moved twice counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median

from holdfast.domain.reporting_year import Period
from holdfast.domain.tiers import (  # fmt: skip
    BACK_WITHIN,
    Span,
    Stay,
    Step,
    Tier,
    is_back_within,
    is_down,
    stays_of,
    steps_of,
)


@dataclass(frozen=True)
class Share:
    """``n`` of ``of``."""

    n: int
    of: int


@dataclass(frozen=True)
class Route:
    """The steps of a period from one tier to another. ``back``: months -> how many, of those long enough ago."""

    from_tier: Tier
    to_tier: Tier
    steps: tuple[Step, ...]
    back: dict[int, Share]

    @property
    def is_up(self) -> bool:
        return self.to_tier.rank > self.from_tier.rank

    @property
    def is_down(self) -> bool:
        return is_down(self.from_tier, self.to_tier)


@dataclass(frozen=True)
class TimeIn:
    """Days in a tier: of the stays that ended in the period, and of those still open at its end. None: no such stay."""

    tier: Tier
    ended: int
    ended_days: float | None
    open: int
    open_days: float | None


@dataclass(frozen=True)
class Flow:
    """The steps of a period by their way, the time in each tier, and how many children became known in it."""

    routes: tuple[Route, ...]
    times: tuple[TimeIn, ...]
    became_known: int

    @property
    def steps(self) -> int:
        return sum(len(route.steps) for route in self.routes)

    def route(self, from_tier: Tier, to_tier: Tier) -> Route | None:
        return next((r for r in self.routes if (r.from_tier, r.to_tier) == (from_tier, to_tier)), None)


def flow(spans: Iterable[Span], period: Period, as_of: date) -> Flow:
    """What happened in a period, read at the end of ``as_of``; what lies after that day is not counted."""
    spans = list(spans)
    last = min(period.ends, as_of)
    stays = stays_of(spans)
    counted: dict[tuple[Tier, Tier], list[tuple[Step, dict[int, bool | None]]]] = {}
    for step, backs in with_way_back(steps_of(spans), as_of):
        if period.starts <= step.on <= last:
            counted.setdefault((step.from_tier, step.to_tier), []).append((step, backs))
    routes = tuple(_route(*between, counted[between]) for between in sorted(counted, key=_order))
    times = tuple(
        _time_in(tier, stays, period.starts, last) for tier in reversed(Tier) if tier is not Tier.CLOSED
    )
    return Flow(routes, times, _became_known(stays, period.starts, last))


def with_way_back(steps: Iterable[Step], as_of: date) -> Iterable[tuple[Step, dict[int, bool | None]]]:
    """Each step with whether the child was back within 3, 6 and 12 months. Steps of one child stand together."""
    for _, theirs in groupby(steps, key=lambda step: step.child):
        own = list(theirs)
        for place, step in enumerate(own):
            yield (
                step,
                {months: is_back_within(step, own[place + 1 :], months, as_of) for months in BACK_WITHIN},
            )


def _order(between: tuple[Tier, Tier]) -> tuple[int, int]:
    return -between[0].rank, -between[1].rank


def _route(from_tier: Tier, to_tier: Tier, found: Sequence[tuple[Step, dict[int, bool | None]]]) -> Route:
    back = {}
    for months in BACK_WITHIN:
        known = [backs[months] for _, backs in found if backs[months] is not None]
        back[months] = Share(sum(map(bool, known)), len(known))
    return Route(from_tier, to_tier, tuple(step for step, _ in found), back)


def _time_in(tier: Tier, stays: Iterable[Stay], first: date, last: date) -> TimeIn:
    own = [stay for stay in stays if stay.tier is tier and stay.started <= last]
    ended = [stay.days(last) for stay in own if stay.ended is not None and first <= stay.ended <= last]
    so_far = [(last - stay.started).days for stay in own if stay.ended is None or stay.ended > last]
    return TimeIn(tier, len(ended), _middle(ended), len(so_far), _middle(so_far))


def _middle(days: Sequence[int]) -> float | None:
    return median(days) if days else None


def _became_known(stays: Iterable[Stay], first: date, last: date) -> int:
    firsts = [next(theirs) for _, theirs in groupby(stays, key=lambda stay: stay.child)]
    return sum(first <= stay.started <= last for stay in firsts)
