"""Every indicator there is, found by listing ``holdfast/indicators/definitions``."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import definitions
from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Group, Indicator, Measure


def _found() -> dict[str, Indicator]:
    found: list[Indicator] = []
    for module in pkgutil.iter_modules(definitions.__path__):
        loaded = importlib.import_module(f"{definitions.__name__}.{module.name}")
        found.append(loaded.INDICATOR)
    return {i.table: i for i in sorted(found, key=lambda i: i.order)}


#: table id -> indicator, in the order they are printed
INDICATORS: dict[str, Indicator] = _found()


def indicator(table: str) -> Indicator:
    """The indicator of a table id. Raises KeyError with a sentence when there is none."""
    try:
        return INDICATORS[table]
    except KeyError:
        raise KeyError(
            f"There is no table called “{table}”. The tables are: {', '.join(INDICATORS)}."
        ) from None


def group_of(figure: Figure) -> Group:
    """The group a figure belongs to: its label and how its value is made."""
    year = year_of(figure.period)
    return next(g for g in indicator(figure.table).groups_for(year) if g.key == figure.group)


def year_of(period: str) -> ReportingYear:
    """The year of a period by name: '2016/17', '2016/17 Q1' or '2016-04'."""
    name = period.split(" ")[0]
    return ReportingYear.of(date.fromisoformat(f"{name}-01")) if "-" in name else ReportingYear.parse(name)


def measure_of(figure: Figure) -> Measure:
    """How a figure's value is made: a share, a count, a mean or a rate per 10,000."""
    return group_of(figure).measure
