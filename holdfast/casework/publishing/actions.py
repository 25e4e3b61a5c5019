"""Entering what is to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.audit.turns import take_turns
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields

from .models import Population, PublishedFigure, ReportText
from .queries import latest_text, published
from .rules import WrittenMeanwhile, check_population_year, check_year

#: where a published figure stands, and what is said of it
_CELL = ("publisher", "table", "group", "period")
_FACTS = ("numerator", "denominator", "value", "printed", "source", "published_on", "note")
#: words written whatever stood there before: by a command, or where nobody read them first
ANY = -1
_POPULATION = ("year_ending", "aged_0_17", "source", "published_on")


@transaction.atomic
def enter_population(
    *, year_ending: int, aged_0_17: int, source: str, by: Any, published_on: date | None = None
) -> Population:
    """How many people aged 0 to 17 live here, as somebody published it. A year entered before is corrected."""
    check_by(by, Permission.WRITE_REPORT)
    check_population_year(year_ending)
    population = Population.objects.filter(year_ending=year_ending).first()
    if population is None:
        population = Population(
            year_ending=year_ending, aged_0_17=aged_0_17, source=source, published_on=published_on
        )
        population.full_clean()
        population.save()
        record(by=by, verb="population.entered", subject=population, detail={"year": year_ending})
        return population
    values = {"aged_0_17": aged_0_17, "source": source, "published_on": published_on}
    changed = set_fields(record=population, values=values, by=by)
    if changed:
        record(by=by, verb="population.corrected", subject=population, detail={"fields": changed})
    return population


@transaction.atomic
def enter_populations(*, populations: Iterable[Population], by: Any) -> int:
    """The populations of several years (unsaved rows), all or none. Returns how many there are."""
    check_by(by, Permission.WRITE_REPORT)
    entered = list(populations)
    for one in entered:
        enter_population(
            year_ending=one.year_ending, aged_0_17=one.aged_0_17, source=one.source,
            published_on=one.published_on, by=by,
        )  # fmt: skip
    return len(entered)


@transaction.atomic
def remove_population(*, population: Population, by: Any) -> None:
    """Take a year's population out: its rates per 10,000 are then not counted. What stood there is kept."""
    check_by(by, Permission.WRITE_REPORT)
    keep_what_is_removed(record=population, fields=list(_POPULATION), by=by)
    record(by=by, verb="population.removed", subject=population, detail={"year": population.year_ending})
    population.delete()


@transaction.atomic
def enter_published_figures(*, figures: Iterable[PublishedFigure], by: Any) -> int:
    """Figures others printed (unsaved rows). A cell entered before takes the new value. Returns how many there are.

    Of two for one cell the last stands. What stood in a cell before is kept.
    """
    check_by(by, Permission.WRITE_REPORT)
    entered = {_cell(figure): figure for figure in figures}
    for figure in entered.values():
        figure.clean_fields()
    standing = {_cell(one): one for one in published({figure.table for figure in entered.values()})}
    for cell in entered.keys() & standing.keys():
        correct_published_figure(figure=standing[cell], values=_facts(entered[cell]), by=by)
    new = [figure for cell, figure in entered.items() if cell not in standing]
    PublishedFigure.objects.bulk_create(new, batch_size=500)
    record(by=by, verb="published_figures.entered", subject=PublishedFigure, detail={"count": len(entered)})
    return len(entered)


@transaction.atomic
def correct_published_figure(*, figure: PublishedFigure, values: Mapping[str, Any], by: Any) -> list[str]:
    """Other facts for a figure that stands; returns the names of those that changed. What stood before is kept."""
    check_by(by, Permission.WRITE_REPORT)
    if all(getattr(figure, name) == value for name, value in values.items()):
        return []
    changed = set_fields(record=figure, values=values, by=by)
    record(by=by, verb="published_figure.corrected", subject=figure, detail={"fields": changed})
    return changed


@transaction.atomic
def remove_published_figure(*, figure: PublishedFigure, by: Any) -> None:
    """Take a figure out of every report. What stood there is kept."""
    check_by(by, Permission.WRITE_REPORT)
    keep_what_is_removed(record=figure, fields=[*_CELL, *_FACTS], by=by)
    detail = {"table": figure.table, "group": figure.group, "period": figure.period}
    record(by=by, verb="published_figure.removed", subject=figure, detail=detail)
    figure.delete()


def _cell(figure: PublishedFigure) -> tuple[str, ...]:
    return tuple(getattr(figure, name) for name in _CELL)


def _facts(figure: PublishedFigure) -> dict[str, Any]:
    return {name: getattr(figure, name) for name in _FACTS}


@transaction.atomic
def write_text(
    *, year_ending: int, slot: str, text: str, based_on: int | None = ANY, by: Any
) -> ReportText | None:
    """New words for one place in a year's report; what stood there before stays readable.

    ``based_on``: the version the writer had before them, by its key, None where nothing was written yet. Raises
    WrittenMeanwhile where somebody else has written since, unless in the same words; then nothing has changed. Words
    that stand there already are not written again: None.
    """
    check_by(by, Permission.WRITE_REPORT)
    check_year(year_ending)
    take_turns("report text", year_ending, slot)  # of two writers the second sees what the first wrote
    latest = latest_text(year_ending, slot)
    if latest is not None and latest.text == text:
        return None
    if based_on != ANY and based_on != (latest.pk if latest else None):
        raise WrittenMeanwhile(latest)
    written = ReportText(year_ending=year_ending, slot=slot, text=text, written_by=by)
    written.full_clean(exclude=["written_by"])
    written.save()
    record(by=by, verb="report_text.written", subject=written, detail={"year": year_ending, "slot": slot})
    return written
