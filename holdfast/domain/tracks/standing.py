"""What was known on a day: which reviews had been held by then, and how a child in care stood.

Every track reads through here, so that none sees what happened after the day it speaks for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from holdfast.domain.care_history import Episode, PeriodOfCare
from holdfast.domain.tracks.facts import Held, Kind, Life, Marker


@dataclass(frozen=True)
class Reviews:
    """Reviews of one kind as known on a day: in order of first day. A later one overtakes one never completed."""

    held: tuple[Held, ...]
    on: date

    @cached_property
    def completed(self) -> tuple[date, ...]:
        """The days of the final meetings, in order."""
        return tuple(sorted(day for one in self.held if (day := self._completed(one))))

    @property
    def under_way(self) -> Held | None:
        """The last one, where its first meeting was held and its final one not yet."""
        last = self.held[-1] if self.held else None
        return last if last is not None and self._completed(last) is None else None

    def any_since(self, day: date) -> bool:
        """Whether one was held, or begun, on a day or after it."""
        return any(one.first_on >= day for one in self.held)

    def completed_since(self, day: date) -> list[date]:
        """The final days of those begun on a day or after it."""
        return sorted(done for one in self.held if one.first_on >= day and (done := self._completed(one)))

    def _completed(self, one: Held) -> date | None:
        return one.completed_on if one.completed_on and one.completed_on <= self.on else None


def reviews(
    held: Iterable[Held], kinds: Iterable[Kind], on: date, since: date = date.min, until: date | None = None
) -> Reviews:
    """The reviews of some kinds begun between two days, both included, as known on a day."""
    found = (
        one
        for one in held
        if one.kind in kinds and since <= one.first_on <= on and (until is None or one.first_on <= until)
    )
    return Reviews(tuple(sorted(found, key=lambda one: one.first_on)), on)


@dataclass(frozen=True)
class Care:
    """A child in care on a day, and what was known of this period of care by then."""

    life: Life
    on: date
    period: PeriodOfCare

    @cached_property
    def episodes(self) -> tuple[Episode, ...]:
        """Those that had begun."""
        return tuple(episode for episode in self.period.episodes if episode.started <= self.on)

    @property
    def now(self) -> Episode:
        return self.episodes[-1]

    @cached_property
    def at_home(self) -> tuple[Episode, ...]:
        """Those that had begun, temporary stays left out: a stay in hospital changes no placement."""
        return tuple(episode for episode in self.episodes if not episode.is_temporary)

    @cached_property
    def placement_began(self) -> date:
        """The day the placement of the day began, as far as is known."""
        return next(p.started for p in reversed(self.period.placements) if p.started <= self.on)

    @cached_property
    def reviews(self) -> Reviews:
        """The reviews of this period of care."""
        return reviews(self.life.held, (Kind.CARE,), self.on, self.period.started, self.period.ended)

    def last(self, marker: Marker) -> date | None:
        """The last day with this milestone, in this period of care and by the day."""
        days = [
            m.on for m in self.life.milestones if m.kind is marker and self.period.started <= m.on <= self.on
        ]
        return max(days, default=None)


def care_on(life: Life, on: date) -> Care | None:
    """The child in care at the end of a day; None when not in care. The day care ended on is not in it."""
    for period in reversed(life.periods):
        if period.started <= on:
            care = Care(life, on, period)
            if care.now.covers(on):
                return care
    return None
