"""What the records do not say: of each table the rows that could not be put into a group."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Indicator, Measure
from holdfast.indicators.registry import INDICATORS
from holdfast.web.figures.presenters import in_words
from holdfast.web.figures.trend import Held
from holdfast.web.figures.trend_table import rows_address

#: the group that holds what is not known, wherever a table has one
UNKNOWN = "unknown"


@dataclass(frozen=True)
class NotKnown:
    """``label`` names the rows for somebody who hears the link alone."""

    title: str
    row_is: str
    words: str
    before: str
    table_url: str
    url: str


def tables_with_unknown(year: ReportingYear) -> tuple[str, ...]:
    """The tables of which some rows may not be known."""
    return tuple(
        table
        for table, about in INDICATORS.items()
        if not about.beside and any(group.key == UNKNOWN for group in about.groups_for(year))
    )


def not_known(held: Held, year: ReportingYear) -> list[NotKnown]:
    """One line for each table that has such rows in the year or in the year before, most first."""
    before = ReportingYear(year.ending - 1)
    found = []
    for table in tables_with_unknown(year):
        now, earlier = (held.get(table, UNKNOWN, each.name) for each in (year, before))
        if isinstance(now, Figure) and (now.numerator or (earlier is not None and earlier.numerator)):
            found.append((now.numerator, _line(INDICATORS[table], year, now, earlier)))
    return [line for _count, line in sorted(found, key=lambda pair: -pair[0])]


def _line(about: Indicator, year: ReportingYear, now: Figure, earlier: Figure | None) -> NotKnown:
    return NotKnown(
        about.title,
        about.row_is,
        _words(about, year, now),
        "–" if earlier is None else _words(about, year, earlier),
        reverse("figures_table", args=[year, about.table]) + f"?trend={UNKNOWN}#trend",
        rows_address(about, year, now) if now.numerator else "",
    )


def _words(about: Indicator, year: ReportingYear, figure: Figure) -> str:
    group = next(each for each in about.groups_for(year) if each.key == UNKNOWN)
    main, under = in_words(group, figure)
    return main if group.measure is Measure.COUNT else f"{main} ({under})"
