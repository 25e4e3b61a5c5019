"""Entering what is to be printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import set_fields

from .models import Population, PublishedFigure, ReportText
from .rules import check_population_year, check_year

_CELL = ("publisher", "table", "group", "period")


@transaction.atomic
def enter_population(*, year_ending: int, aged_0_17: int, source: str, by: Any) -> Population:
    """How many people aged 0 to 17 live here, as somebody published it. A year entered before is corrected."""
    check_by(by, Permission.WRITE_REPORT)
    check_population_year(year_ending)
    population = Population.objects.filter(year_ending=year_ending).first()
    if population is None:
        population = Population(year_ending=year_ending, aged_0_17=aged_0_17, source=source)
        population.full_clean()
        population.save()
        record(by=by, verb="population.entered", subject=population, detail={"year": year_ending})
        return population
    changed = set_fields(record=population, values={"aged_0_17": aged_0_17, "source": source}, by=by)
    if changed:
        record(by=by, verb="population.corrected", subject=population, detail={"fields": changed})
    return population


@transaction.atomic
def enter_published_figures(*, figures: Iterable[PublishedFigure], by: Any) -> int:
    """Figures others printed (unsaved rows). A cell entered before takes the new value. Returns how many there are."""
    check_by(by, Permission.WRITE_REPORT)
    entered = list(figures)
    for figure in entered:
        figure.clean_fields()
    PublishedFigure.objects.bulk_create(
        entered,
        update_conflicts=True,
        unique_fields=list(_CELL),
        update_fields=["numerator", "denominator", "value", "printed", "source"],
        batch_size=500,
    )
    record(by=by, verb="published_figures.entered", subject=PublishedFigure, detail={"count": len(entered)})
    return len(entered)


@transaction.atomic
def write_text(*, year_ending: int, slot: str, text: str, by: Any) -> ReportText:
    """New words for one place in a year's report; what stood there before stays readable."""
    check_by(by, Permission.WRITE_REPORT)
    check_year(year_ending)
    written = ReportText(year_ending=year_ending, slot=slot, text=text, written_by=by)
    written.full_clean(exclude=["written_by"])
    written.save()
    record(by=by, verb="report_text.written", subject=written, detail={"year": year_ending, "slot": slot})
    return written
