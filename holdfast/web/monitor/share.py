"""The share of monitors finished, always with n and N."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from holdfast.domain import working_days
from holdfast.indicators.rounding import in_percent


@dataclass(frozen=True)
class Share:
    """So many monitors finished of so many reviews completed. ``url``: the list of just these."""

    name: str
    finished: int
    completed: int
    url: str = ""

    @property
    def missing(self) -> int:
        return self.completed - self.finished

    @property
    def words(self) -> str:
        """“81% (38 of 47)”; without a review there is no share."""
        if not self.completed:
            return "No review was completed"
        return f"{self.percent} ({self.finished} of {self.completed})"

    @property
    def percent(self) -> str:
        """Whole percent, rounded so that 100% and 0% mean all and none."""
        whole = round(100 * self.finished / self.completed)
        if self.missing and whole == 100:
            whole = 99
        if self.finished and whole == 0:
            whole = 1
        return in_percent(whole)


def how_long_ago(day: date, on: date) -> str:
    """“today”, “7 working days ago”."""
    if day == on:
        return "today"
    days = working_days.count_between(day, on)
    if not days:
        return "since the last working day"
    return f"{days} working day{'' if days == 1 else 's'} ago"
