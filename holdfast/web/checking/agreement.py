"""How far officers agree with each other: per question, for the year, its quarters and months."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.checking.queries import rated_between
from holdfast.domain.agreement import SMALL
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.checking.presenters import QuestionTable, agreement_tables
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.figures.counting import years
from holdfast.web.page import Page
from holdfast.web.spreadsheet import csv_file
from holdfast.web.today import today

HEADER = (
    "Question",
    "Period",
    "Same",
    "Of",
    "Percentage",
    "Kappa, linear weights",
    "Kappa, quadratic weights",
)


@require_safe
@needs(Permission.AUDIT_PEERS)
def agreement(request: HttpRequest) -> HttpResponse:
    """Over the whole service; no review and no officer is named."""
    year = _year(request)
    rated = rated_between(year.starts, year.ends)
    context = {
        "page": Page.under(
            "How far officers agree", "quality", ("Quality", "quality"), ("Peer audits", "peer_audits")
        ),
        "year": year,
        "years": years(today(request)),
        "tables": agreement_tables(rated, year),
        "count": len(rated),
        "small": SMALL,
        "query": urlencode({"year": year.name}),
    }
    return render(request, "checking/agreement.html", context)


@require_safe
@needs(Permission.AUDIT_PEERS)
def download(request: HttpRequest) -> HttpResponse:
    year = _year(request)
    tables = agreement_tables(rated_between(year.starts, year.ends), year)
    rows = [row for table in tables for row in _rows(table)]
    name = f"peer-audit-agreement-{year.name.replace('/', '-')}.csv"
    return csv_file(name, HEADER, rows, invented=is_demonstration(request))


def _rows(table: QuestionTable) -> list[tuple[object, ...]]:
    return [
        (
            f"{table.question.number}. {table.question.text}",
            line.period,
            line.found.linear.same,
            line.found.linear.pairs,
            line.found.linear.percentage,
            line.found.linear.kappa.value,
            line.found.quadratic.kappa.value,
        )
        for line in table.lines
    ]


def _year(request: HttpRequest) -> ReportingYear:
    """The year asked for, or the present one. Raises Http404 for one that is not offered."""
    offered = years(today(request))
    wanted = request.GET.get("year", "")
    found = next((year for year in offered if year.name == wanted), offered[0] if not wanted else None)
    if found is None:
        raise Http404
    return found
