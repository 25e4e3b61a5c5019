"""An officer's own figures: of the children they review now, whoever held the review."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from holdfast.casework.people.queries import children_for
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.figure import Figure
from holdfast.indicators.registry import INDICATORS
from holdfast.snapshot import from_casework, store


def figures(user: Any, on: date, year: ReportingYear, tables: Iterable[str]) -> dict[tuple[str, str], Figure]:
    """(table, group) → the figure of the year, counted from the officer's own children alone."""
    wanted = tuple(tables)
    reads = {name for table in wanted for name in INDICATORS[table].reads}
    read = from_casework.tables(children_for(user, on), on=on, work=reads)
    found = engine.figures(store.open(read), year, wanted)
    return {(each.table, each.group): each for each in found if each.period == year.name}
