"""The numbers of a trend as a table: years downwards, quarters across; the same as drawn, for print and screen reader.

A number opens its rows for those who may.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Shown
from holdfast.indicators.language import Indicator
from holdfast.reports.comparators import Comparator
from holdfast.web.figures.presenters import CellWords
from holdfast.web.figures.trend import Point, Trend, YearLine
from holdfast.web.figures.trend_words import (
    HIDDEN_MEANS,
    cell,
    period_words,
    printed_cell,
    published_words,
    running_words,
)


@dataclass(frozen=True)
class TrendCell:
    """``note``: that the period is running, or that its question was changed in it."""

    words: CellWords
    note: str = ""


_EMPTY = TrendCell(CellWords("", "", "", ""))


@dataclass(frozen=True)
class TrendRow:
    label: str
    cells: list[TrendCell]


@dataclass(frozen=True)
class TrendTable:
    trend: Trend
    opens: bool
    first_year_of_records: int

    @property
    def columns(self) -> list[str]:
        """Q1 to Q4 and the year; months; or the year alone."""
        if not self.trend.lines:
            return []
        year = self.trend.lines[-1].year
        return [_heading(period.name, year) for period in self.trend.indicator.periods(year)]

    @property
    def rows(self) -> list[TrendRow]:
        """The latest year first, so that it stands under its heading."""
        return [self._row(line) for line in reversed(self.trend.lines)]

    @property
    def published(self) -> list[tuple[str, str]]:
        """(what was printed, by whom it was), those of the years in the table; the newest first."""
        years = {line.year.name for line in self.trend.lines}
        own = {line.printed for line in self.trend.lines}
        told = [one for one in self.trend.published if _year_of(one) in years and one not in own]
        told.sort(key=lambda one: (one.period, one.whose), reverse=True)
        return [(published_words(self.trend.group, one), one.source) for one in told]

    @property
    def hides(self) -> str:
        """What the letter c means, where one stands in the table."""
        points = (point for line in self.trend.lines for point in line.points)
        hidden = any(one.figure is not None and one.figure.hidden for one in points)
        printed = any(line.printed is not None and line.printed.hidden for line in self.trend.lines)
        return HIDDEN_MEANS if hidden or printed else ""

    def _row(self, line: YearLine) -> TrendRow:
        if line.printed is not None:
            main, under = printed_cell(self.trend.group, line.printed)
            cells = [_EMPTY] * (len(self.columns) - 1)
            return TrendRow(
                line.year.name, [*cells, TrendCell(CellWords(main, under, "", ""), "as we printed it")]
            )
        cells = [self._cell(line.year, point) for point in line.points]
        missing = len(self.columns) - len(cells)
        return TrendRow(line.year.name, cells + [_EMPTY] * missing)

    def _cell(self, year: ReportingYear, point: Point) -> TrendCell:
        main, under = cell(self.trend.group, point.figure)
        url = ""
        if (
            self.opens
            and point.figure
            and point.figure.numerator
            and year.ending >= self.first_year_of_records
        ):
            url = rows_address(self.trend.indicator, year, point.figure)
        label = f"{self.trend.group.label}, {period_words(point.period.name)}"
        note = "; ".join(part for part in (point.mark, "so far" if running_words(point) else "") if part)
        return TrendCell(CellWords(main, under, url, label), note)


def rows_address(indicator: Indicator, year: ReportingYear, figure: Shown) -> str:
    """Where the rows behind a figure are opened."""
    address = reverse("figures_rows", args=[year, indicator.table, figure.group])
    return f"{address}?{urlencode({'period': figure.period})}"


def _heading(period: str, year: ReportingYear) -> str:
    if "-" in period:
        return f"{date.fromisoformat(f'{period}-01'):%b}"
    return "Year" if period == year.name else period.removeprefix(f"{year.name} ")


def _year_of(one: Comparator) -> str:
    return one.period.partition(" ")[0]
