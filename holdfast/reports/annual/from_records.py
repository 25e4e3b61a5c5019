"""The annual report of a year from the service's records: figures, published comparators, the author's words."""

from __future__ import annotations

from datetime import date

from holdfast.casework.publishing.queries import texts_of
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.sources import Sources
from holdfast.reports import kinds
from holdfast.reports.annual.authority import Authority
from holdfast.reports.annual.build import slots_of
from holdfast.reports.content import Audience, AuthorText, Document, Finish
from holdfast.reports.gathering import gather
from holdfast.reports.gathering.template import template
from holdfast.reports.inputs import Inputs


def document(
    year: ReportingYear,
    sources: Sources,
    authority: Authority,
    *,
    finish: Finish,
    made_on: date,
    audience: Audience = Audience.INSIDE,
) -> Document:
    """The whole report. Raises a ReportRefused if it would contradict itself."""
    inputs = gather("annual", year, sources, authority, day=made_on)
    return kinds.document(inputs, finish=finish, audience=audience, made_on=made_on)


def slots(year: ReportingYear, sources: Sources, authority: Authority) -> list[AuthorText]:
    """Every place for the author's words in the order of print, with what is written there.

    The sections stand as the service arranged them; those it left out have no place to write in.
    """
    inputs = Inputs(
        "annual",
        year.ending,
        authority=authority,
        figures=tuple(engine.figures(sources, year)),
        texts=texts_of(year.ending),
        template=template("annual", year.ending),
        fed_back=(),
    )
    return slots_of(kinds.document(inputs))
