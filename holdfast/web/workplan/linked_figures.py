"""The figures that an aim is to move or a recommendation rests on: now and a year ago, each with what it is of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.casework.publishing.models import OURSELVES, PublishedFigure
from holdfast.casework.publishing.queries import published
from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Group, Indicator, Measure
from holdfast.indicators.registry import INDICATORS
from holdfast.indicators.rounding import in_percent
from holdfast.web.figures import counting
from holdfast.web.figures.presenters import in_words


@dataclass(frozen=True)
class Line:
    """A figure in words. ``values``: (year, the number, what it was counted from), the newest first."""

    label: str
    values: tuple[tuple[str, str, str], ...]
    url: str


class LinkedFigures:
    """Figures of the years asked for, counted once for all lines of a page. Nothing is counted where none is linked."""

    def __init__(self, on: date, year: ReportingYear, places: Iterable[tuple[str, str]]) -> None:
        wanted = {table for table, _ in places if table in INDICATORS}
        newest = min(year.ending, ReportingYear.of(on).ending, ssda903.YEARS[-1])
        self.years = [ReportingYear(newest)] if newest in ssda903.YEARS else []
        self.before = ReportingYear(newest - 1)
        if self.before.ending in ssda903.YEARS:
            self.years.append(self.before)
        self._published = self._printed(wanted)
        self._found: dict[tuple[str, str, str], Figure] = {}
        if wanted and self.years:
            for counted in counting.counted_years(on, self.years, sorted(wanted)).values():
                self._found |= {(f.table, f.group, f.period): f for f in counted.figures}

    def _printed(self, tables: set[str]) -> dict[tuple[str, str], PublishedFigure]:
        """Our own of the year before as they were published, for a year whose records are not held."""
        if not tables:
            return {}
        ours = published(tables).filter(publisher=OURSELVES, period=self.before.name)
        return {(one.table, one.group): one for one in ours}

    def line(self, table: str, group: str) -> Line | None:
        """The figure, or None where there is no such row."""
        found = group_named(table, group, self.years[0]) if self.years else None
        if found is None:
            return None
        about, one = found
        values = []
        for year in self.years:
            figure = self._found.get((table, group, about.periods(year)[-1].name))
            if figure is not None:
                main, under = in_words(one, figure)
                values.append((year.name, main, under))
        if self.before.name not in {name for name, _, _ in values}:
            printed = self._published.get((table, group))
            said = _as_printed(one, printed) if printed is not None else ("no figure is held", "")
            values.append((self.before.name, *said))
        url = reverse("figures_table", args=[self.years[0], table])
        return Line(f"{about.title}: {one.label}", tuple(values), url)


def _as_printed(group: Group, figure: PublishedFigure) -> tuple[str, str]:
    counts = ""
    if figure.numerator is not None and figure.denominator is not None:
        counts = f"{figure.numerator:,} of {figure.denominator:,}, "
    is_share = group.measure is Measure.SHARE and figure.printed != str(figure.numerator)
    return in_percent(figure.printed) if is_share else figure.printed, f"{counts}as published"


def group_named(table: str, group: str, year: ReportingYear) -> tuple[Indicator, Group] | None:
    about = INDICATORS.get(table)
    if about is None:
        return None
    return next(((about, one) for one in about.groups_for(year) if one.key == group), None)


def choices(on: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every row of every printed table, by its table, as a form offers it."""
    year = ReportingYear(min(ReportingYear.of(on).ending, ssda903.YEARS[-1]))
    return [
        (about.title, [(f"{about.table}/{one.key}", one.label) for one in about.groups_for(year)])
        for about in INDICATORS.values()
        if not about.beside
    ]
