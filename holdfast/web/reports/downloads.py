"""The report as a file: a web page that stands by itself, Word, tagged PDF. Draft or final edition.

The inks are imported when a report is asked for: loading the drawing of charts would double the service's start.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.publishing.models import ReportText
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.check import ReportRefused
from holdfast.reports.content import Document, Finish
from holdfast.web.doors import needs
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.reports import making
from holdfast.web.today import today

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Ink = Callable[[Document], str | bytes]


@require_safe
@needs(Permission.SEE_REPORT)
def stylesheet(request: HttpRequest) -> HttpResponse:
    """The report's own style, for its preview."""
    from holdfast.reports.ink import html

    return HttpResponse(html.css(), content_type="text/css; charset=utf-8")


@require_safe
@needs(Permission.SEE_REPORT)
def as_html(request: HttpRequest, year: ReportingYear, finish: str) -> HttpResponse:
    from holdfast.reports.ink import html

    return _file(request, year, finish, html.render, "text/html; charset=utf-8", "html")


@require_safe
@needs(Permission.SEE_REPORT)
def as_word(request: HttpRequest, year: ReportingYear, finish: str) -> HttpResponse:
    from holdfast.reports.ink import docx

    return _file(request, year, finish, docx.render, WORD, "docx")


@require_safe
@needs(Permission.SEE_REPORT)
def as_pdf(request: HttpRequest, year: ReportingYear, finish: str) -> HttpResponse:
    from holdfast.reports.ink import pdf

    return _file(request, year, finish, pdf.render, "application/pdf", "pdf")


def _file(
    request: HttpRequest, year: ReportingYear, finish: str, ink: Ink, content_type: str, ending: str
) -> HttpResponse:
    """One file of one edition. What contradicts itself is not printed, and the page says where."""
    if year not in counting.years(today(request)) or finish not in {one.value for one in Finish}:
        raise Http404
    try:
        document = making.document(request, year, Finish(finish), today(request))
        made = ink(document)
    except ReportRefused as refusal:
        title = f"Annual report {year}"
        page = Page.under("The report is not printed", "reports", (title, reverse("report", args=[year])))
        return render(request, "reports/refused.html", {"page": page, "why": str(refusal)}, status=409)
    detail = {"year": year.ending, "edition": finish, "format": ending}
    record(by=request.user, verb="report.downloaded", subject=ReportText, detail=detail)
    response = HttpResponse(made, content_type=content_type)
    name = f"{document.file_name}-{finish}.{ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
