"""A table through time, as its page shows it: one group of it, drawn, in numbers, and what others published."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.publishing.queries import published
from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.language import Indicator
from holdfast.reports.comparator_records import comparator_of
from holdfast.reports.inputs import Inputs
from holdfast.web.figures import counting
from holdfast.web.figures.trend import YEARS_OF_A_TABLE, Held
from holdfast.web.figures.trend_drawing import LARGE, draw
from holdfast.web.figures.trend_table import TrendTable
from holdfast.web.figures.trend_words import sentence


def through_time(
    indicator: Indicator, year: ReportingYear, chosen: str, on: date, opens: bool, given: Held | None = None
) -> dict[str, Any]:
    """What ``figures/trend.html`` needs: the group chosen, or the table's first, up to the year.

    ``given``: the figures to be shown, where they are not to be counted anew.
    """
    groups = indicator.groups_for(year)
    group = next((each for each in groups if each.key == chosen), groups[0])
    trend = (given or held([indicator], year, YEARS_OF_A_TABLE, on)).trend(indicator, group)
    return {
        "trend": trend,
        "trend_groups": groups,
        "trend_sentence": sentence(trend),
        "drawing": draw(trend, LARGE),
        "numbers": TrendTable(trend, opens, ssda903.YEARS[0]),
    }


def safe_held(given: Inputs | None, indicator: Indicator) -> Held | None:
    """A table's figures as the public may read them, of the year and the year before."""
    if given is None:
        return None
    years = [ReportingYear(given.year.ending - 1), given.year]
    figures = [figure for figure in given.figures if figure.table == indicator.table]
    comparators = [one for one in given.comparators if one.table == indicator.table and not one.hidden]
    return Held(figures, years, given.day, given.breaks, comparators)


def held(
    indicators: list[Indicator], year: ReportingYear, back: int, on: date, rows: counting.Rows | None = None
) -> Held:
    """The figures of these tables for so many years up to one, counted where the service holds the year.

    ``rows``: those to count from, where a page has read them already.
    """
    tables = [each.table for each in indicators]
    years = [ReportingYear(ending) for ending in range(year.ending - back + 1, year.ending + 1)]
    ours = [each for each in years if each.ending in ssda903.YEARS]
    if rows is None:
        counted = list(counting.counted_years(on, ours, tables).values())
    else:
        counted = [rows.counted(each, tables) for each in ours]
    figures = [figure for each in counted for figure in each.figures]
    breaks = [one for each in counted for one in each.breaks]
    return Held(figures, years, on, breaks, [comparator_of(one) for one in published(tables)])
