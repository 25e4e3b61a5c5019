"""The reporting year of children's social care: 1 April to 31 March, named 2016/17, and its quarters.

Source: Department for Education, SSDA903 return (the collection year); quarters as councils print them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_NAME = re.compile(r"(\d{4})/(\d{2})")


@dataclass(frozen=True, order=True)
class Period:
    """A span of days, both ends included, with the name it is printed under."""

    name: str
    starts: date
    ends: date


@dataclass(frozen=True, order=True)
class ReportingYear:
    """The year that ends on 31 March of ``ending``: ReportingYear(2017) is 2016/17."""

    ending: int

    @classmethod
    def parse(cls, text: str) -> ReportingYear:
        """Read '2016/17'. Raises ValueError with a sentence when it is not such a name."""
        match = _NAME.fullmatch(text.strip())
        if not match or (int(match[1]) + 1) % 100 != int(match[2]):
            raise ValueError(f"“{text}” is not a reporting year; write it like 2016/17.")
        return cls(int(match[1]) + 1)

    @classmethod
    def of(cls, day: date) -> ReportingYear:
        """The year a day falls in."""
        return cls(day.year + (1 if day.month >= 4 else 0))

    @property
    def name(self) -> str:
        return f"{self.ending - 1}/{self.ending % 100:02d}"

    @property
    def starts(self) -> date:
        return date(self.ending - 1, 4, 1)

    @property
    def ends(self) -> date:
        return date(self.ending, 3, 31)

    @property
    def whole(self) -> Period:
        return Period(self.name, self.starts, self.ends)

    @property
    def quarters(self) -> tuple[Period, Period, Period, Period]:
        """Q1 April to June, Q2 July to September, Q3 October to December, Q4 January to March."""
        first, last = self.ending - 1, self.ending
        return (
            Period(f"{self.name} Q1", date(first, 4, 1), date(first, 6, 30)),
            Period(f"{self.name} Q2", date(first, 7, 1), date(first, 9, 30)),
            Period(f"{self.name} Q3", date(first, 10, 1), date(first, 12, 31)),
            Period(f"{self.name} Q4", date(last, 1, 1), date(last, 3, 31)),
        )

    @property
    def periods(self) -> tuple[Period, ...]:
        """The four quarters, then the year."""
        return (*self.quarters, self.whole)

    @property
    def months(self) -> tuple[Period, ...]:
        """The twelve months, named '2016-04' to '2017-03'."""
        firsts = [date(self.ending - (month >= 4), month, 1) for month in (*range(4, 13), 1, 2, 3)]
        nexts = [*firsts[1:], date(self.ending, 4, 1)]
        return tuple(
            Period(f"{first:%Y-%m}", first, following - timedelta(days=1))
            for first, following in zip(firsts, nexts, strict=True)
        )

    def __str__(self) -> str:
        return self.name
