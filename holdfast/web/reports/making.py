"""The annual report of a year as the pages show it: made from the records of this moment."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.annual import from_records
from holdfast.reports.content import Audience, Document, Finish
from holdfast.web.demonstration import authority_of
from holdfast.web.figures import counting


def document(
    request: HttpRequest,
    year: ReportingYear,
    finish: Finish,
    on: date,
    audience: Audience = Audience.INSIDE,
) -> Document:
    """The whole report. Raises a ReportRefused if it would contradict itself."""
    sources = counting.sources(on)
    return from_records.document(
        year, sources, authority_of(request), finish=finish, made_on=on, audience=audience
    )
