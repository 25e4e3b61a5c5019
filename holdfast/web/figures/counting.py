"""The figures of the service's own records, counted when somebody asks and kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.sources import Sources
from holdfast.indicators.tables import RECORD_TABLES
from holdfast.snapshot import from_casework, store


def sources(on: date, work: Iterable[str] = tuple(RECORD_TABLES)) -> Sources:
    """The statistical tables of the records as they stand at this moment.

    ``on``: the day the pages speak of. ``work``: the tables wanted of those that no return holds; they take longest.
    """
    return store.open(from_casework.tables(on=on, work=work))


def years(on: date) -> list[ReportingYear]:
    """The years that can be asked for, the present one first."""
    last = min(ReportingYear.of(on).ending, ssda903.YEARS[-1])
    return [ReportingYear(ending) for ending in range(last, ssda903.YEARS[0] - 1, -1)]


def latest_whole_year(on: date) -> ReportingYear:
    """The last year that has ended, or ends on the day."""
    running = ReportingYear.of(on)
    return running if on >= running.ends else ReportingYear(running.ending - 1)
