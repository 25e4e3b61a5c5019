"""Each table of the report of today by itself, as Excel or CSV."""

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
from holdfast.reports.ink import csv, grid
from holdfast.web.doors import needs
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.reports import making
from holdfast.web.reports.inks import EXCEL
from holdfast.web.today import today

CSV = "text/csv; charset=utf-8"


@require_safe
@needs(Permission.SEE_REPORT)
def tables(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """Every table of the report with the ways to take it along."""
    audience = _audience(request.GET.get("for", Audience.INSIDE.value))
    title = (f"Annual report {year}", reverse("report", args=[year]))
    try:
        found = _grids(request, year, audience)
    except ReportRefused as refusal:
        page = Page.under("The report is not printed", "reports", title)
        return render(request, "reports/refused.html", {"page": page, "why": str(refusal)}, status=409)
    context = {
        "page": Page.under("Tables of the report", "reports", title),
        "year": year,
        "sheets": found.sheets,
        "audience": audience.value,
        "public": audience is Audience.PUBLIC,
    }
    return render(request, "reports/tables.html", context)


@require_safe
@needs(Permission.SEE_REPORT)
def one(request: HttpRequest, year: ReportingYear, key: str, audience: str, ink: str) -> HttpResponse:
    """One table as a file; its name says which table it is."""
    meant = _audience(audience)
    found = _grids(request, year, meant)
    sheet = next((one for one in found.sheets if one.key == key), None)
    if sheet is None or ink not in ("csv", "xlsx"):
        raise Http404
    if ink == "csv":
        made, kind = csv.table(sheet, invented=bool(found.document.synthetic)), CSV
    else:
        from holdfast.reports.ink import xlsx

        made, kind = xlsx.of_grids(grid.Grids(found.document, (sheet,))), EXCEL
    detail = {"year": year.ending, "table": key, "format": ink, "audience": meant.value}
    record(by=request.user, verb="report.downloaded", subject=ReportText, detail=detail)
    response = HttpResponse(made, content_type=kind)
    public = "public-" if meant is Audience.PUBLIC else ""
    name = f"{found.document.file_name}-{public}{csv.file_name(sheet, ink)}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _grids(request: HttpRequest, year: ReportingYear, audience: Audience) -> grid.Grids:
    if year not in counting.years(today(request)):
        raise Http404
    return grid.grids(making.document(request, year, Finish.FINAL, today(request), audience))


def _audience(word: str) -> Audience:
    if word not in {one.value for one in Audience}:
        raise Http404
    return Audience(word)
