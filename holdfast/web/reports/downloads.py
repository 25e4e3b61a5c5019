"""The report of today as a file: a web page that stands by itself, Word, tagged PDF, and every table as Excel and CSV.

Draft or final edition, for the service or for the public. What is to be quoted later is prepared as an edition.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.publishing.models import ReportText
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.check import ReportRefused
from holdfast.reports.content import Audience, Finish
from holdfast.web.doors import needs
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.reports import making
from holdfast.web.reports.inks import INKS
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_PUBLISHED)
def stylesheet(request: HttpRequest) -> HttpResponse:
    """The report's own style, for reading it on screen."""
    from holdfast.reports.ink import html

    return HttpResponse(html.css(), content_type="text/css; charset=utf-8")


@require_safe
@needs(Permission.SEE_REPORT)
def as_html(request: HttpRequest, year: ReportingYear, finish: str) -> HttpResponse:
    return _file(request, year, finish, Audience.INSIDE, "html")


@require_safe
@needs(Permission.SEE_REPORT)
def as_word(request: HttpRequest, year: ReportingYear, finish: str) -> HttpResponse:
    return _file(request, year, finish, Audience.INSIDE, "docx")


@require_safe
@needs(Permission.SEE_REPORT)
def as_pdf(request: HttpRequest, year: ReportingYear, finish: str) -> HttpResponse:
    return _file(request, year, finish, Audience.INSIDE, "pdf")


@require_safe
@needs(Permission.SEE_REPORT)
def as_file(request: HttpRequest, year: ReportingYear, finish: str, audience: str, ink: str) -> HttpResponse:
    """Any kind of file, for the service or for the public, in which small numbers are hidden."""
    if audience not in {one.value for one in Audience} or ink not in INKS:
        raise Http404
    return _file(request, year, finish, Audience(audience), ink)


def _file(
    request: HttpRequest, year: ReportingYear, finish: str, audience: Audience, ink: str
) -> HttpResponse:
    """One file of one report. What contradicts itself is not printed, and the page says where."""
    if year not in counting.years(today(request)) or finish not in {one.value for one in Finish}:
        raise Http404
    try:
        document = making.document(request, year, Finish(finish), today(request), audience)
        made = INKS[ink].print(document)
    except ReportRefused as refusal:
        title = f"Annual report {year}"
        page = Page.under("The report is not printed", "reports", (title, reverse("report", args=[year])))
        return render(request, "reports/refused.html", {"page": page, "why": str(refusal)}, status=409)
    detail = {"year": year.ending, "edition": finish, "format": ink, "audience": audience.value}
    record(by=request.user, verb="report.downloaded", subject=ReportText, detail=detail)
    response = HttpResponse(made, content_type=INKS[ink].content_type)
    public = "-public" if audience is Audience.PUBLIC else ""
    name = f"{document.file_name}-{finish}{public}.{INKS[ink].ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
