"""The annual report of a year, made from the records of this moment, what others published, and the author's words."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from holdfast.casework.publishing.models import PublishedFigure
from holdfast.casework.publishing.queries import published, texts_of
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.figure import Figure
from holdfast.reports.annual.build import build
from holdfast.reports.annual.build import slots as slots_of
from holdfast.reports.comparators import Comparator
from holdfast.reports.content import AuthorText, Document, Edition
from holdfast.web.demonstration import authority_of
from holdfast.web.figures import counting

OURSELVES = "us"


def document(request: HttpRequest, year: ReportingYear, edition: Edition, on: date) -> Document:
    """The whole report. Raises a ReportRefused if it would contradict itself."""
    comparators = [_comparator(figure) for figure in published()]
    return build(
        year,
        _figures(year, on),
        comparators,
        texts_of(year.ending),
        authority_of(request),
        edition=edition,
        made_on=on,
    )


def slots(request: HttpRequest, year: ReportingYear, on: date) -> list[AuthorText]:
    """Every place for the author's words in the order of print, with what is written there."""
    written = texts_of(year.ending)
    asked = slots_of(year, _figures(year, on), authority_of(request))
    return [AuthorText(slot.key, slot.prompt, written.get(slot.key, "")) for slot in asked]


def _figures(year: ReportingYear, on: date) -> list[Figure]:
    sources = counting.sources(on)
    before = ReportingYear(year.ending - 1)
    return [
        *engine.figures(sources, year),
        *(engine.figures(sources, before) if before in counting.years(on) else []),
    ]


def _comparator(figure: PublishedFigure) -> Comparator:
    return Comparator(
        table=figure.table,
        group=figure.group,
        period=figure.period,
        # where only a count was printed there is no share or rate to repeat
        value=figure.printed if figure.value is not None else None,
        source=figure.source,
        whose="" if figure.publisher == OURSELVES else figure.publisher,
        numerator=figure.numerator,
        denominator=figure.denominator,
    )
