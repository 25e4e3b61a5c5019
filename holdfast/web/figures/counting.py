"""The figures of the service's own records, counted when somebody asks, once for the same rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.engine import Counted
from holdfast.indicators.registry import indicator
from holdfast.indicators.sources import Sources
from holdfast.indicators.tables import RECORD_TABLES
from holdfast.snapshot import counted as remembered
from holdfast.snapshot import from_casework, store


def sources(on: date, work: Iterable[str] = tuple(RECORD_TABLES)) -> Sources:
    """The statistical tables of the records as they stand at this moment.

    ``on``: the day the pages speak of. ``work``: the tables wanted of those that no return holds; they take longest.
    """
    tables = from_casework.tables(on=on, work=work)
    opened = store.open(tables)
    opened.digest = remembered.digest_of(tables)
    return opened


def counted(on: date, year: ReportingYear, only: Iterable[str] | None = None) -> Counted:
    """The figures of a year from the records as they stand at this moment.

    ``only``: these tables; without it all that are printed. The rows are read each time, so that every change of the
    records is seen at once; the same rows are counted once.
    """
    return counted_years(on, [year], only)[year]


class Rows:
    """The rows of the records as they stand at this moment, read once for all that a page counts from them."""

    def __init__(self, on: date, work: Iterable[str] = tuple(RECORD_TABLES)) -> None:
        tables = from_casework.tables(on=on, work=tuple(work))
        self._digest, self._opened = remembered.digest_of(tables), cache(lambda: store.open(tables))

    def counted(self, year: ReportingYear, only: Iterable[str] | None = None) -> Counted:
        """The figures of a year, counted unless somebody counted the very same rows before."""
        return remembered.counted_once(self._digest, year, only, self._opened)


def counted_years(
    on: date, wanted: Iterable[ReportingYear], only: Iterable[str] | None = None
) -> dict[ReportingYear, Counted]:
    """The same of several years; the rows are read once for all."""
    chosen = None if only is None else tuple(only)
    needed = RECORD_TABLES if chosen is None else {need for one in chosen for need in indicator(one).reads}
    rows = Rows(on, needed)
    return {year: rows.counted(year, chosen) for year in wanted}


def years(on: date) -> list[ReportingYear]:
    """The years that can be asked for, the present one first."""
    last = min(ReportingYear.of(on).ending, ssda903.YEARS[-1])
    return [ReportingYear(ending) for ending in range(last, ssda903.YEARS[0] - 1, -1)]


def latest_whole_year(on: date) -> ReportingYear:
    """The last year that has ended, or ends on the day."""
    running = ReportingYear.of(on)
    return running if on >= running.ends else ReportingYear(running.ending - 1)
