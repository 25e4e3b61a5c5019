"""The paper's parts as they are read while it is composed: what is chosen, and each figure with what it is of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Figure
from holdfast.indicators.registry import INDICATORS
from holdfast.reports.inputs import Headline, Inputs
from holdfast.web.figures.presenters import in_words
from holdfast.web.workplan.linked_figures import group_named

#: figures offered first: those that council papers put forward most
OFFERED_FIRST = (
    ("legal_status_appropriate", "not_appropriate_of_reviews"),
    ("placement_suitable", "not_meeting_of_reviews"),
    ("care_plan_quality", "good"),
    ("placement_moves", "three_or_more"),
    ("unplanned_moves", "unplanned"),
    ("long_term_stability", "stable"),
    ("out_of_area", "outside"),
    ("timeliness", "children_all_in_time"),
    ("seen_before_review", "of_those_to_be_seen"),
    ("children_in_care", "number"),
)
#: so many are listed at most
MOST = 40


@dataclass(frozen=True)
class FigureLine:
    """A figure that is, or could be, put forward. ``main`` and ``under``: the number and what it was counted from."""

    table: str
    group: str
    label: str
    main: str
    under: str
    words: str = ""

    @property
    def key(self) -> str:
        return f"{self.table}/{self.group}"


def line_of(inputs: Inputs, table: str, group: str, words: str = "") -> FigureLine:
    """The figure of the year; where it is not counted, it says so."""
    named = group_named(table, group, inputs.year)
    label = f"{named[0].title}: {named[1].label}" if named else f"{table} {group}"
    figure = _figures(inputs).get((table, group)) if named else None
    if figure is None or named is None:
        return FigureLine(table, group, label, "Not counted", "", words)
    main, under = in_words(named[1], figure)
    return FigureLine(table, group, label, main, under, words)


def chosen(inputs: Inputs, headlines: Iterable[Headline]) -> list[FigureLine]:
    return [line_of(inputs, one.table, one.group, one.words) for one in headlines]


def found(inputs: Inputs, search: str, without: set[str]) -> list[FigureLine]:
    """Figures whose words hold every word searched for; without a search those offered first."""
    wanted = search.casefold().split()
    counted = _figures(inputs)
    places = OFFERED_FIRST if not wanted else tuple(_places(inputs.year))
    lines = []
    for table, group in places:
        if (table, group) not in counted or f"{table}/{group}" in without:
            continue
        line = line_of(inputs, table, group)
        if all(word in line.label.casefold() for word in wanted):
            lines.append(line)
    return lines


def period_of(inputs: Inputs, table: str) -> str:
    """The period a headline of this table is of: the year, or its last month."""
    return INDICATORS[table].periods(inputs.year)[-1].name


def _places(year: ReportingYear) -> list[tuple[str, str]]:
    tables = (about for about in INDICATORS.values() if not about.beside)
    return [(about.table, group.key) for about in tables for group in about.groups_for(year)]


def _figures(inputs: Inputs) -> dict[tuple[str, str], Figure]:
    last = {about.table: about.periods(inputs.year)[-1].name for about in INDICATORS.values()}
    return {(f.table, f.group): f for f in inputs.figures if f.period == last.get(f.table)}
