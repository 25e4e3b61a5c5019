"""The annual report of a year from the service's records: figures, published comparators, the author's words."""

from __future__ import annotations

from datetime import date

from holdfast.casework.publishing.models import OURSELVES, PublishedFigure
from holdfast.casework.publishing.queries import published, texts_of
from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.figure import Figure
from holdfast.indicators.sources import Sources
from holdfast.reports.annual.authority import Authority
from holdfast.reports.annual.build import build
from holdfast.reports.annual.build import slots as slots_of
from holdfast.reports.comparators import Comparator
from holdfast.reports.content import AuthorText, Document, Edition


def document(
    year: ReportingYear, sources: Sources, authority: Authority, *, edition: Edition, made_on: date
) -> Document:
    """The whole report. Raises a ReportRefused if it would contradict itself."""
    comparators = [_comparator(figure) for figure in published()]
    texts = texts_of(year.ending)
    figures = _figures(year, sources)
    return build(year, figures, comparators, texts, authority, edition=edition, made_on=made_on)


def slots(year: ReportingYear, sources: Sources, authority: Authority) -> list[AuthorText]:
    """Every place for the author's words in the order of print, with what is written there."""
    written = texts_of(year.ending)
    asked = slots_of(year, _figures(year, sources), authority)
    return [AuthorText(slot.key, slot.prompt, written.get(slot.key, "")) for slot in asked]


def _figures(year: ReportingYear, sources: Sources) -> list[Figure]:
    """The year's figures and those of the year before, to stand beside them where nothing was published."""
    before = ReportingYear(year.ending - 1)
    earlier = engine.figures(sources, before) if before.ending in ssda903.YEARS else []
    return [*engine.figures(sources, year), *earlier]


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
