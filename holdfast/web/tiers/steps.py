"""Steps between tiers over the whole service: a year's table, the steps behind each number, and both as files."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people.queries import children_behind_figures_for, note_shown
from holdfast.casework.tiers.queries import every_span, reasons_of, spans_of
from holdfast.domain.reporting_year import ReportingYear
from holdfast.domain.tier_flow import flow, with_way_back
from holdfast.domain.tiers import Tier, steps_of
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.figures.counting import latest_whole_year, years
from holdfast.web.listing import listing
from holdfast.web.page import Page
from holdfast.web.spreadsheet import csv_file
from holdfast.web.tiers.presenters import (
    MATRIX_HEADER,
    TIERS,
    RouteLine,
    StepRow,
    matrix,
    matrix_lines,
    step_rows,
    times,
)
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_FIGURES)
def steps(request: HttpRequest) -> HttpResponse:
    """From what to what in a year, how many came back, how long they stayed. Nobody is named here."""
    on, year = today(request), _year(request)
    found = flow(every_span(), year.whole, on)
    opens = may(request.user, Permission.SEE_ROWS_BEHIND_FIGURES)
    address = f"{reverse('steps_rows')}?{urlencode({'year': year.name})}" if opens else ""
    context = {
        "page": Page.under("Steps between tiers", "figures", ("Figures", "figures")),
        "year": year,
        "years": years(on),
        "on": on,
        "unfinished": on < year.ends,
        "flow": found,
        "tiers": TIERS,
        "matrix": matrix(found, address),
        "routes": [RouteLine(route) for route in found.routes],
        "times": times(found),
        "rows_address": address,
        "query": urlencode({"year": year.name}),
    }
    return render(request, "tiers/steps.html", context)


@require_safe
@needs(Permission.SEE_FIGURES)
def download(request: HttpRequest) -> HttpResponse:
    """The year's table, one row for each way there is."""
    year = _year(request)
    found = flow(every_span(), year.whole, today(request))
    name = f"steps-{year.name.replace('/', '-')}.csv"
    return csv_file(name, MATRIX_HEADER, matrix_lines(found), invented=is_demonstration(request))


@require_safe
@needs(Permission.SEE_ROWS_BEHIND_FIGURES)
def rows(request: HttpRequest) -> HttpResponse:
    """The steps behind a number, of the children this person may see, with why."""
    year = _year(request)
    chosen = _chosen(request)
    found, total = _rows(request, year, chosen)
    number = request.GET.get("page", "1")
    page = int(number) if number.isdecimal() and 0 < int(number) < 100_000 else 1
    query = {"year": year.name, **{key: str(tier) for key, tier in chosen.items()}}
    shown = listing(found, page, lambda n: f"?{urlencode({**query, 'page': n})}")
    note_shown(to=request.user, verb="steps.listed", children=(row.child.pk for row in shown.rows))
    trail = (
        ("Figures", "figures"),
        ("Steps between tiers", f"{reverse('steps')}?{urlencode({'year': year.name})}"),
    )
    context = {
        "page": Page.under(_title(chosen), "figures", *trail),
        "year": year,
        "listing": shown,
        "total": total,
        "hidden": total - len(found),
        "query": urlencode(query),
    }
    return render(request, "tiers/rows.html", context)


@require_safe
@needs(Permission.SEE_ROWS_BEHIND_FIGURES)
def rows_download(request: HttpRequest) -> HttpResponse:
    year = _year(request)
    found, _ = _rows(request, year, _chosen(request))
    note_shown(to=request.user, verb="steps.downloaded", children=(row.child.pk for row in found))
    header = ("Child", "Day", "From", "To", "Way back", "Why", "Decided at", "Looked at by")
    return csv_file("steps-list.csv", header, map(_cells, found), invented=is_demonstration(request))


def _cells(row: StepRow) -> tuple[object, ...]:
    said, step = row.said, row.step
    review = (
        f"{said.review.get_kind_display()}, {said.review.held_on:%Y-%m-%d}" if said and said.review else ""
    )
    return (
        row.child.number,
        step.on.isoformat(),
        step.from_tier.words,
        step.to_tier.words,
        row.back,
        said.reason if said else "",
        review,
        said.reviewer.name if said and said.reviewer else "",
    )


def _year(request: HttpRequest) -> ReportingYear:
    """The year asked for, or the last whole one. Raises Http404 for one that is not offered."""
    on = today(request)
    wanted = request.GET.get("year", "")
    if not wanted:
        return latest_whole_year(on)
    found = next((year for year in years(on) if year.name == wanted), None)
    if found is None:
        raise Http404
    return found


def _chosen(request: HttpRequest) -> dict[str, Tier]:
    """The two tiers asked for, if any. Raises Http404 for a word that is none."""
    try:
        return {key: Tier(request.GET[key]) for key in ("from", "to") if request.GET.get(key)}
    except ValueError:
        raise Http404 from None


def _title(chosen: dict[str, Tier]) -> str:
    if len(chosen) == 2:
        return f"Steps from {chosen['from'].words.lower()} to {chosen['to'].words.lower()}"
    return "Every step of the year"


def _rows(request: HttpRequest, year: ReportingYear, chosen: dict[str, Tier]) -> tuple[list[StepRow], int]:
    """The steps of the children this person may see, and how many there are of all."""
    on = today(request)
    last = min(on, year.ends)

    def wanted(step: Any) -> bool:
        tiers = chosen.get("from", step.from_tier), chosen.get("to", step.to_tier)
        return year.starts <= step.on <= last and tiers == (step.from_tier, step.to_tier)

    total = sum(wanted(step) for step in steps_of(every_span()))
    seen = children_behind_figures_for(request.user)
    found = [pair for pair in with_way_back(steps_of(spans_of(seen)), on) if wanted(pair[0])]
    children = seen.in_bulk({int(step.child) for step, _ in found})
    return step_rows(found, children, reasons_of(children.values())), total
