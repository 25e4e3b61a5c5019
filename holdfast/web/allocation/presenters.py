"""Officers as choices with their reasons, and how long a child has been without one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from holdfast.casework.people.models import Allocation
from holdfast.casework.people.suggesting import Suggestion
from holdfast.domain import timescales
from holdfast.domain.limits import Book, LimitNotHeld
from holdfast.domain.timescales import Due


@dataclass(frozen=True)
class Choice:
    """One officer to choose, or whom the law refuses."""

    suggestion: Suggestion
    chosen: str = ""

    @property
    def allowed(self) -> bool:
        return self.suggestion.allowed

    @property
    def id(self) -> str:
        return str(self.suggestion.worker.public_id)

    @property
    def name(self) -> str:
        return self.suggestion.worker.name

    @property
    def is_chosen(self) -> bool:
        return self.id == self.chosen

    @property
    def reasons(self) -> list[str]:
        return list(self.suggestion.reasons)

    @property
    def warnings(self) -> list[str]:
        return [sentence for _, sentence in self.suggestion.warnings]

    @property
    def refusals(self) -> list[str]:
        return list(self.suggestion.refusals)


@dataclass(frozen=True)
class Vacancy:
    """A child in care or with a plan without an officer. ``due`` only where nobody has been named in this period of
    care: a post that fell empty later is to be filled as soon as practicable, which is no day."""

    since: date
    due: Due | None
    first: bool

    def is_late(self, on: date) -> bool:
        return self.due is not None and self.due.last_day < on


def vacancy(
    began: date | None, officers: Iterable[Allocation], on: date, book: Book, in_care: bool = True
) -> Vacancy | None:
    """Since when a child has been without an officer, from when care (or a plan) began and every officer they had; None
    when there is one, or neither. Only for a child in care is there a day by which one is to be named."""
    had = [one for one in officers if one.starts <= on]
    if began is None or any(one.ends is None or one.ends >= on for one in had):
        return None
    ends = [one.ends for one in had if one.ends is not None and one.ends >= began]
    if ends:
        return Vacancy(max(ends) + timedelta(days=1), None, first=False)
    try:
        due = timescales.iro_appointed(began, book) if in_care else None
    except LimitNotHeld:
        due = None
    return Vacancy(began, due, first=True)
