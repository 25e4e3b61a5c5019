"""The annual report of a year: what is still to be written, the words, the preview, the downloads."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.check import ReportRefused
from holdfast.reports.content import FigureKey, Finish
from holdfast.web.doors import needs
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.reports import making
from holdfast.web.reports.inks import INKS
from holdfast.web.today import today
from holdfast.web.words.opened import open_report
from holdfast.web.words.presenters import PlaceList


@require_safe
@needs(Permission.SEE_REPORT)
def latest(request: HttpRequest) -> HttpResponse:
    """The report of the last whole year, unless another is chosen."""
    offered = {year.name: year for year in counting.years(today(request))}
    chosen = offered.get(request.GET.get("year", ""))
    return redirect("report", chosen or counting.latest_whole_year(today(request)))


@require_safe
@needs(Permission.SEE_REPORT)
def report(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """Where the report stands, and the ways to read it."""
    offered = _offered(request, year)
    writes = may(request.user, Permission.WRITE_REPORT)
    context = {
        "page": Page.under(f"Annual report {year}", "reports"),
        "year": year,
        "years": offered,
        "writes": writes,
        "inks": INKS.values(),
        "places": PlaceList(open_report(request, year, today(request))) if writes else None,
        "unfinished": today(request) < year.ends,
    }
    return render(request, "reports/report.html", context)


@require_safe
@needs(Permission.SEE_REPORT)
def preview(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """The report as it reads now, inside the service; its figures open the rows behind them."""
    from holdfast.reports.ink import html  # here: the drawing of charts would double the service's start

    _offered(request, year)
    opens = may(request.user, Permission.SEE_ROWS_BEHIND_FIGURES)
    title = f"Annual report {year}"
    page = Page.under(f"{title}: preview", "reports", (title, reverse("report", args=[year])))
    try:
        document = making.document(request, year, Finish.DRAFT, today(request))
        # Every word in it passes through the ink's own escaping; the markup is the ink's.
        body = mark_safe(html.body(document, _opens(year) if opens else None))  # noqa: S308  escaped by the ink
    except ReportRefused as refusal:
        return render(request, "reports/refused.html", {"page": page, "why": str(refusal)}, status=409)
    return render(request, "reports/preview.html", {"page": page, "body": body, "year": year})


def _opens(year: ReportingYear) -> Callable[[FigureKey], str | None]:
    """The address of the rows behind a figure of the report's own year."""

    def address(key: FigureKey) -> str | None:
        if not key.period.startswith(year.name):
            return None
        return f"{reverse('figures_rows', args=[year, key.table, key.group])}?period={key.period.replace(' ', '+')}"

    return address


def _offered(request: HttpRequest, year: ReportingYear) -> list[ReportingYear]:
    offered = counting.years(today(request))
    if year not in offered:
        raise Http404
    return offered
