"""The figures of the service's own records, counted when somebody asks and kept nowhere."""

from __future__ import annotations

from datetime import date

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.sources import Sources
from holdfast.snapshot import from_casework, store


def sources() -> Sources:
    """The statistical tables of the records as they stand at this moment."""
    return store.open(from_casework.tables())


def years(on: date) -> list[ReportingYear]:
    """The years that can be asked for, the present one first."""
    last = min(ReportingYear.of(on).ending, ssda903.YEARS[-1])
    return [ReportingYear(ending) for ending in range(last, ssda903.YEARS[0] - 1, -1)]


def latest_whole_year(on: date) -> ReportingYear:
    """The last year that has ended, or ends on the day."""
    running = ReportingYear.of(on)
    return running if on >= running.ends else ReportingYear(running.ending - 1)
