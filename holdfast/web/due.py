"""Dates that speak: “Friday 18 December 2026, in 6 working days”, “3 working days late”."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from holdfast.domain import working_days
from holdfast.domain.wording import weekday_and_date

#: Days within which a review falls due soon enough to be planned now: the four weeks of “My work”.
SOON = 28
#: Further off than this, months say more than working days.
COUNTED_IN_DAYS = 60


@dataclass(frozen=True)
class DueWords:
    """``tone``: late, soon, later or none; the words always say the same as the colour."""

    words: str
    distance: str
    tone: str


NOT_DUE = DueWords("None due", "", "none")


def due_words(day: date, on: date) -> DueWords:
    """A due date as seen on a day."""
    distance = how_far(day, on)
    return DueWords(f"{weekday_and_date(day)}, {distance}", distance, _tone(day, on))


def _tone(day: date, on: date) -> str:
    if day < on:
        return "late"
    return "soon" if (day - on).days <= SOON else "later"


def how_far(day: date, on: date) -> str:
    """“today”, “in 6 working days”, “3 working days late”, “in 4 months”."""
    if day == on:
        return "today"
    if day < on:
        late = working_days.count_between(day, on)
        return f"{_number(late, 'working day')} late" if late else f"{_number((on - day).days, 'day')} late"
    ahead = working_days.count_between(on, day)
    if ahead > COUNTED_IN_DAYS:
        return f"in {_number(round((day - on).days / 30.4), 'month')}"
    return f"in {_number(ahead, 'working day')}" if ahead else f"in {_number((day - on).days, 'day')}"


def _number(count: int, thing: str) -> str:
    return f"{count:,} {thing}" + ("" if count == 1 else "s")
