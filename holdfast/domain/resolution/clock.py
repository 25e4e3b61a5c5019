"""The one clock over all formal stages of a concern: working days used, left, and paused.

Counts from the day the first formal stage opens, which is day 0, and stops on the day the concern is closed. A day
inside a pause is not used, but stays in view: ``elapsed`` counts it too. Source: IRO Handbook 2010, 6.2: a total of
no more than 20 working days; the number is the limit ``resolution.total`` of ``limits.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from holdfast.domain.working_days import is_working_day

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Paused:
    """The clock stands still from ``starts`` to ``ends``, both days included; None: until further notice."""

    starts: date
    ends: date | None
    why: str

    def holds(self, day: date) -> bool:
        """Whether a day lies inside the pause, its first and last day included."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class Clock:
    """Working days of a concern's formal stages. IRO Handbook 2010, 6.2.

    ``used`` of ``total``; ``paused`` of them not used; ``last_day``: the day on which the total is used up, None while
    the clock stands still; ``stopped_on``: the day it was closed.
    """

    began_on: date
    total: int
    used: int
    paused: int
    last_day: date | None
    stopped_on: date | None
    stands_still: bool

    @property
    def left(self) -> int:
        """Working days left, never below nought; see ``over``."""
        return max(self.total - self.used, 0)

    @property
    def over(self) -> int:
        """Working days used beyond the total."""
        return max(self.used - self.total, 0)

    @property
    def overdue(self) -> bool:
        """Whether more working days were used than the total allows. IRO Handbook 2010, 6.2."""
        return self.used > self.total

    @property
    def elapsed(self) -> int:
        """Every working day since the first formal stage opened, paused or not."""
        return self.used + self.paused

    @property
    def elapsed_over(self) -> bool:
        """Whether the total has passed when paused days are counted too."""
        return self.elapsed > self.total

    @property
    def words(self) -> str:
        """“7 of 20 working days used, 13 left; 3 more paused: 10 in all”. The total passed is always said."""
        said = f"{self.used} of {self.total} working days used"
        said += f", {self.over} over" if self.overdue else f", {self.left} left"
        if self.paused:
            said += f"; {self.paused} more paused: {self.elapsed} in all"
            if self.elapsed_over and not self.overdue:
                said += f", {self.elapsed - self.total} over {self.total}"
        return said


def clock(
    began_on: date, on: date, total: int, pauses: Sequence[Paused] = (), closed_on: date | None = None
) -> Clock:
    """The clock as of a day. ``total``: working days of the limit that held on ``began_on``. Handbook 6.2."""
    until = on if closed_on is None else min(on, closed_on)
    used, paused = spent(began_on, until, pauses)
    stopped = closed_on is not None and closed_on <= on
    return Clock(
        began_on=began_on,
        total=total,
        used=used,
        paused=paused,
        last_day=last_day(began_on, total, pauses),
        stopped_on=closed_on if stopped else None,
        stands_still=not stopped and any(one.holds(on) for one in pauses),
    )


def spent(began_on: date, until: date, pauses: Sequence[Paused] = ()) -> tuple[int, int]:
    """Working days after ``began_on`` up to ``until``, included: used, and paused. Regulation 33(1), day 0."""
    used = paused = 0
    day = began_on
    while day < until:
        day += _DAY
        if is_working_day(day):
            if any(one.holds(day) for one in pauses):
                paused += 1
            else:
                used += 1
    return used, paused


def last_day(began_on: date, days: int, pauses: Sequence[Paused] = ()) -> date | None:
    """The day on which so many working days are used; None where a pause without an end comes before it.

    Source: regulation 33(1), day 0; the days of a pause are not counted.
    """
    day, left = began_on, days
    while left:
        day += _DAY
        covering = [one for one in pauses if one.holds(day)]
        if any(one.ends is None for one in covering):
            return None
        left -= is_working_day(day) and not covering
    return day
