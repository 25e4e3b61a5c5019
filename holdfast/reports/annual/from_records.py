"""The annual report of a year from the service's records: figures, published comparators, the author's words."""

from __future__ import annotations

from datetime import date

from holdfast.casework.publishing.queries import published, texts_of
from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.engine import Counted
from holdfast.indicators.sources import Sources
from holdfast.reports.annual.authority import Authority
from holdfast.reports.annual.build import build
from holdfast.reports.annual.build import slots as slots_of
from holdfast.reports.comparator_records import comparator_of
from holdfast.reports.content import AuthorText, Document, Edition


def document(
    year: ReportingYear, sources: Sources, authority: Authority, *, edition: Edition, made_on: date
) -> Document:
    """The whole report. Raises a ReportRefused if it would contradict itself."""
    comparators = [comparator_of(figure) for figure in published()]
    counted, earlier = engine.counted(sources, year), _earlier(year, sources)
    return build(
        year,
        [*counted.figures, *earlier.figures],
        comparators,
        texts_of(year.ending),
        authority,
        edition=edition,
        made_on=made_on,
        answers=counted.answers,
        breaks=[*earlier.breaks, *counted.breaks],
    )


def slots(year: ReportingYear, sources: Sources, authority: Authority) -> list[AuthorText]:
    """Every place for the author's words in the order of print, with what is written there."""
    written = texts_of(year.ending)
    asked = slots_of(year, engine.figures(sources, year), authority)
    return [AuthorText(slot.key, slot.prompt, written.get(slot.key, "")) for slot in asked]


def _earlier(year: ReportingYear, sources: Sources) -> Counted:
    """Figures of the year before, to stand beside the year's where nothing was published."""
    before = ReportingYear(year.ending - 1)
    return engine.counted(sources, before) if before.ending in ssda903.YEARS else Counted([], [])
