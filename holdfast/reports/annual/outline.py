"""The sections of the annual report and the places for the author's words in it, without a figure being counted."""

from __future__ import annotations

from dataclasses import dataclass

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Group, Measure
from holdfast.indicators.registry import INDICATORS
from holdfast.reports.annual.authority import Authority
from holdfast.reports.annual.build import document
from holdfast.reports.content import AuthorText, Section
from holdfast.reports.inputs import Inputs, SectionOf

_COUNTS = (Measure.COUNT, Measure.FTE)


@dataclass(frozen=True)
class Outlined:
    """A section, or a part of one: its key, its title, the places for words in it, and its parts."""

    key: str
    title: str
    slots: tuple[AuthorText, ...]
    parts: tuple[Outlined, ...] = ()


def outline(
    year: ReportingYear, authority: Authority, template: tuple[SectionOf, ...] = ()
) -> tuple[Outlined, ...]:
    """The report's sections as ``template`` arranges them; without one, in the program's own order."""
    inputs = Inputs(
        "annual",
        year.ending,
        authority=authority,
        figures=tuple(_nothing(year)),
        template=template,
        fed_back=(),
    )
    return tuple(_outlined(section) for section in document(inputs).sections)


def _outlined(section: Section) -> Outlined:
    slots = tuple(block for block in section.blocks if isinstance(block, AuthorText))
    return Outlined(section.key, section.title, slots, tuple(_outlined(part) for part in section.parts))


def _nothing(year: ReportingYear) -> list[Figure]:
    """Every figure that a report cannot be without, of a year in which nothing happened."""
    return [
        _nought(about.table, group, period.name)
        for about in INDICATORS.values()
        if not about.beside and not about.needs
        for group in about.groups_for(year)
        for period in about.periods(year)
    ]


def _nought(table: str, group: Group, period: str) -> Figure:
    if group.measure in _COUNTS:
        return Figure(table, group.key, period, 0, None, 0)
    return Figure(table, group.key, period, 0, 0, None)
