"""The figures counted once more in plain Python, straight from the definitions and apart from the engine.

A history is a child's rows of the Episodes table, oldest first, each the last that was handed in.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from typing import Any

from dateutil.relativedelta import relativedelta

from holdfast.demo.authority import Authority
from holdfast.demo.returns import returns

from .conftest import made

Row = dict[str, Any]
ADOPTIVE = ("A3", "A4", "A5", "A6")


class Records:
    """An authority's returns, joined by hand."""

    def __init__(self, authority: Authority) -> None:
        read = returns(authority)
        self.children: dict[str, Row] = {}
        episodes: dict[tuple, Row] = {}
        self.reviews: dict[tuple, str | None] = {}
        self.health: dict[tuple, Row] = {}
        self.care_leavers: list[Row] = []
        self.asylum: dict[str, Row] = {}
        for one in read.returns:
            table = {name: rows.to_pylist() for name, rows in one.tables.items()}
            self.children |= {row["CHILD"]: row for row in table["Header"]}
            episodes |= {(row["CHILD"], row["DECOM"], row["RNE"]): row for row in table["Episodes"]}
            self.reviews |= {(row["CHILD"], row["REVIEW"]): row["REVIEW_CODE"] for row in table["Reviews"]}
            self.health |= {(row["CHILD"], one.year_ending): row for row in table["OC2"]}
            self.asylum |= {row["CHILD"]: row for row in table["UASC"]}
            self.care_leavers += table["OC3"]
        self.histories: dict[str, list[Row]] = {}
        for row in sorted(episodes.values(), key=lambda row: row["DECOM"]):
            self.histories.setdefault(row["CHILD"], []).append(row)

    def in_care(self, on: date) -> dict[str, Row]:
        """The episode of every child in care at the end of a day, short breaks set aside."""
        return {
            child: row
            for child, rows in self.histories.items()
            for row in rows
            if row["DECOM"] <= on
            and (row["DEC"] is None or row["DEC"] > on)
            and row["LS"] not in ("V3", "V4")
        }

    def age(self, child: str, on: date) -> int:
        return relativedelta(on, self.children[child]["DOB"]).years

    def count(self, on: date, column: str) -> Counter[str]:
        """Children in care on a day by a column of Header."""
        return Counter(self.children[child][column] for child in self.in_care(on))

    def legal_statuses(self, on: date) -> Counter[str]:
        return Counter(row["LS"] for row in self.in_care(on).values())

    def ages(self, on: date) -> list[int]:
        """Under 1, 1 to 4, 5 to 9, 10 to 15, 16 and over."""
        return self._bands([self.age(child, on) for child in self.in_care(on)], (1, 5, 10, 16))

    def times_in_care(self, on: date) -> list[int]:
        """Under 6 months, 6 to 12, 1 to 2 years, 2 to 4, over 4."""
        months = []
        for child in self.in_care(on):
            length = relativedelta(on, self.histories[child][0]["DECOM"])
            months.append(length.years * 12 + length.months)
        return self._bands(months, (6, 12, 24, 48))

    @staticmethod
    def _bands(numbers: list[int], edges: tuple[int, ...]) -> list[int]:
        found = Counter(sum(number >= edge for edge in edges) for number in numbers)
        return [found[band] for band in range(len(edges) + 1)]

    def left(self, first: date, last: date) -> Counter[str]:
        """Periods of care ended in a span, by reason."""
        return Counter(
            rows[-1]["REC"]
            for rows in self.histories.values()
            if rows[-1]["DEC"] and first <= rows[-1]["DEC"] <= last
        )

    def homes(self, child: str) -> list[tuple[date, str]]:
        """The day and place of each new placement of a child who came into care once."""
        found: list[tuple[date, str]] = []
        lived: tuple[str, str | None] = ("", None)
        away = False
        for row in self.histories[child]:
            here = (row["PLACE"], row["PL_POST"])
            if row["PLACE"][0] == "T":
                away = True
                continue
            if row["RNE"] in ("S", "P", "B") and not (away and here == lived):
                found.append((row["DECOM"], row["PLACE"]))
            lived, away = here, False
        return found

    def often_moved(self, ending: int) -> int:
        """Children in care on 31 March with three or more placements in the year."""
        starts, ends = date(ending - 1, 4, 1), date(ending, 3, 31)
        found = 0
        for child in self.in_care(ends):
            days = [day for day, _ in self.homes(child)]
            found += (min(days) <= starts) + sum(starts < day <= ends for day in days) >= 3
        return found

    def settled(self, ending: int) -> tuple[int, int]:
        """Of those under 16 in care for 30 months: in one placement for 24 or with adopters; and how many they are."""
        on = date(ending, 3, 31)
        ago = date(ending - 2, 3, 31)
        long = [
            child
            for child in self.in_care(on)
            if self.age(child, on) < 16 and self.histories[child][0]["DECOM"] <= date(ending - 3, 9, 30)
        ]
        stable = 0
        for child in long:
            days = [day for day, _ in self.homes(child) if day <= on]
            adopted = self.in_care(on)[child]["PLACE"] in ADOPTIVE and len(days) > 1 and days[-2] <= ago
            stable += days[-1] <= ago or adopted
        return stable, len(long)

    def all_year(self, ending: int) -> list[str]:
        starts, ends = date(ending - 1, 4, 1), date(ending, 3, 31)
        return [child for child in self.in_care(ends) if self.histories[child][0]["DECOM"] <= starts]

    def reviews_held(self, first: date, last: date) -> list[tuple[str, date]]:
        return [key for key in self.reviews if first <= key[1] <= last]


@cache
def records_of(seed: int) -> Records:
    """The records of a seed's authority, joined once."""
    return Records(made(seed))
