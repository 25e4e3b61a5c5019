"""The year beside its quarters: the sum of them, the last of them, or their mean, whichever the table keeps to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from holdfast.reports.checker.findings import Finding, Kind, Sure
from holdfast.reports.checker.printed import Report
from holdfast.reports.checker.rules.figures import Figures, agrees, places, rounded

#: people may be counted once a year who are counted in several quarters
_PEOPLE = re.compile(r"\bchild|\byoung p|\bpeople\b|\bcarers?\b|\bc/yp|\bofficers?\b|\bcypic", re.I)


@dataclass(frozen=True)
class Year:
    """The columns of the four quarters, and of the year they make up."""

    quarters: tuple[int, int, int, int]
    year: int


def years_of(one: Figures) -> list[Year]:
    """Every year of a table that stands beside its own four quarters."""
    found = []
    own = [(at, period) for at, period in enumerate(one.periods) if not period.whose]
    for name in dict.fromkeys(period.year for _, period in own if period.quarter):
        quarters = [at for q in range(1, 5) for at, p in own if p.quarter == q and p.year == name]
        years = [at for at, p in own if not p.quarter and p.year and (p.year == name or not name)]
        if len(quarters) != 4 or not years:
            continue
        newest = max(years, key=lambda at: one.periods[at].year)
        if not name and (newest != quarters[3] + 1 or one.periods[newest].year != one.newest):
            continue
        found.append(Year((quarters[0], quarters[1], quarters[2], quarters[3]), newest))
    return found


def find(tables: Sequence[Figures], report: Report) -> Iterator[Finding]:
    """Counts and percentages of the year against those of its quarters."""
    for printed in tables:
        for one in (printed, printed.turned):
            for year in years_of(one):
                yield from _counts(one, year)
                yield from _means(one, year)


@dataclass(frozen=True)
class Row:
    """One row's quarters and year: its counts, or the numbers they were divided by."""

    at: int
    quarters: tuple[int | None, ...]
    whole: int

    @property
    def summed(self) -> int:
        return sum(quarter or 0 for quarter in self.quarters)

    @property
    def sums(self) -> bool:
        return self.summed == self.whole

    @property
    def repeats(self) -> bool:
        """The year repeats the last quarter, as it does for what is counted at the end of a period."""
        return self.quarters[3] == self.whole


def _counts(one: Figures, year: Year) -> Iterator[Finding]:
    bases = [row for at in range(len(one.labels)) if (row := _row(one, at, year, "base"))]
    counts = [row for at in range(len(one.labels)) if (row := _row(one, at, year, "count"))]
    base_of = {base.at: base for base in bases}
    parts = [row for row in counts if row.at in base_of or _has_base(one, row.at, year)]
    summed = [base for base in bases if base.sums]
    # a part of a base that adds up adds up itself
    if bases and len(summed) == len(bases):
        yield from (
            finding for row in parts if not row.sums for finding in _wrong_sum(one, year, row, "The year")
        )
    elif len(summed) * 2 > len(bases):
        for base in bases:
            if not base.sums:
                yield from _wrong_sum(one, year, base, "N")
    yield from _plain(one, year, [row for row in counts if row not in parts])


def _plain(one: Figures, year: Year, told: Sequence[Row]) -> Iterator[Finding]:
    """Rows of counts: most of a table's years add up their quarters, or most repeat the last."""
    sums, ends = sum(row.sums for row in told), sum(row.repeats for row in told)
    if max(sums, ends) * 2 < len(told):
        return
    for row in told:
        if sums > ends and not row.sums:
            yield from _wrong_sum(one, year, row, "The year")
        elif ends > sums and not row.repeats and row.quarters[3] is not None:
            yield one.finding(
                row.at, year.year, rule="quarters", kind=Kind.WRONG, sure=Sure.LIKELY, expected=f"{row.quarters[3]:,}",
                sentence=f"The other rows repeat the last quarter in the year's column; here the last quarter is "
                f"{row.quarters[3]:,} and the year {row.whole:,}.",
            )  # fmt: skip


def _wrong_sum(one: Figures, year: Year, row: Row, what: str) -> Iterator[Finding]:
    """A year that is not its quarters' sum, unless it may be right: a state at the end, or children counted once."""
    if row.repeats or (
        _PEOPLE.search(one.labels[row.at]) and max(q or 0 for q in row.quarters) <= row.whole < row.summed
    ):
        return
    sure = Sure.CERTAIN if row.whole > row.summed else Sure.LIKELY
    added = " + ".join(str(quarter or 0) for quarter in row.quarters)
    yield one.finding(
        row.at, year.year, rule="quarters", kind=Kind.WRONG, sure=sure,
        expected=f"{row.summed:,}",
        sentence=f"{what} is printed as {row.whole:,}, but its quarters add up to {row.summed:,} ({added}).",
    )  # fmt: skip


def _row(one: Figures, at: int, year: Year, what: str) -> Row | None:
    quarters = tuple(_number(one, at, column, what) for column in year.quarters)
    whole = _number(one, at, year.year, what)
    given = [value for value in quarters if value is not None]
    if any(one.is_hidden(at, column) for column in (*year.quarters, year.year)):
        return None
    if whole is None or not any(given) or (what == "base" and len(given) < 4):
        return None
    return Row(at, quarters, whole)


def _has_base(one: Figures, at: int, year: Year) -> bool:
    return any(one.cell(at, column).of for column in (*year.quarters, year.year))


def _number(one: Figures, row: int, column: int, what: str) -> int | None:
    return one.cell(row, column).of if what == "base" else one.counts[row][column]


def _means(one: Figures, year: Year) -> Iterator[Finding]:
    """Percentages without counts: the year is some mean of its quarters, so it lies between them."""
    told = []
    for row in range(len(one.labels)):
        cells = [one.cell(row, column) for column in (*year.quarters, year.year)]
        shares = [one.shares[row][column] for column in (*year.quarters, year.year)]
        if any(share is None for share in shares) or any(cell.of is not None for cell in cells):
            continue
        if any(cell.number is not None and cell.share is not None for cell in cells):
            continue
        told.append((row, [share for share in shares if share is not None]))
    fits = {row for row, shares in told if agrees(shares[4], sum(shares[:4], Decimal(0)) / 4)}
    for row, shares in told:
        if row in fits:
            continue
        mean, printed = sum(shares[:4], Decimal(0)) / 4, shares[4]
        low, high = min(shares[:4]), max(shares[:4])
        outside = not low < printed < high if low != high else printed != low
        if not outside and len(fits) * 2 < len(told):
            continue
        right = rounded(mean, max(1, places(printed)))
        also = " Whatever the numbers behind each quarter, the year lies between the least and the greatest."
        also = also if outside else " It could be a mean weighted by numbers that are not printed."
        same = " It repeats the last quarter." if printed == shares[3] and outside else ""
        yield one.finding(
            row, year.year, rule="mean of quarters", kind=Kind.WRONG, sure=Sure.CERTAIN if outside else Sure.LIKELY,
            expected=f"{right}%", sentence=f"The mean of the quarters is {right}%, but {printed}% is "
                f"printed.{same}{also}",
        )  # fmt: skip
