"""Patterns of concern and praise over the whole service, year by year, small numbers hidden from everybody."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.footprint.patterns import (
    children_with_officer,
    concerns_between,
    first_day,
    praise_between,
)
from holdfast.casework.resolution.categories import all_categories
from holdfast.domain.reporting_year import ReportingYear
from holdfast.domain.resolution.categories import group_label
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.patterns.chart import Chart, draw
from holdfast.web.patterns.choice import NONE, Choice, options, quarter_options
from holdfast.web.patterns.counting import Counts
from holdfast.web.patterns.links import RowLinks
from holdfast.web.patterns.presenters import NO_TEAM_WORDS, PatternsPage, csv_rows
from holdfast.web.spreadsheet import csv_file
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_PATTERNS)
def years(request: HttpRequest) -> HttpResponse:
    """The running year, unless another is chosen."""
    offered = {year.name: year for year in _years(today(request))}
    chosen = offered.get(request.GET.get("year", ""))
    return redirect("patterns_year", chosen or next(iter(offered.values())))


@require_safe
@needs(Permission.SEE_PATTERNS)
def patterns(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """Every table of a year or one of its quarters."""
    years = _years(today(request))
    shown = _shown(request, year, years)
    counts = shown.counts
    context = {
        "page": Page.under(
            f"Patterns of concern and praise, {shown.period.name}", "quality", ("Quality", "quality")
        ),
        "shown": shown,
        "year": year,
        "years": years,
        "on": today(request),
        "blocks": shown.blocks,
        "chart": _chart(shown),
        "quarters": quarter_options(counts, shown.choice.quarter),
        "groups": options([(group, group_label(group)) for group in counts.groups], shown.choice.group),
        "teams": options([(team or NONE, team or NO_TEAM_WORDS) for team in counts.teams], shown.choice.team),
        "rows_url": shown.links.all_of(shown.period),
    }
    return render(request, "patterns/patterns.html", context)


@require_safe
@needs(Permission.SEE_PATTERNS)
def download(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """The same tables as one flat list: what is hidden on the page is hidden here."""
    shown = _shown(request, year, _years(today(request)))
    header = ("Table", "Row", "Column", "Number", "Share")
    name = f"patterns-{year.name.replace('/', '-')}.csv"
    return csv_file(name, header, csv_rows(shown.blocks), invented=is_demonstration(request))


def _years(on: date) -> list[ReportingYear]:
    """The running year and those before it with a concern or praise, the latest first."""
    last = ReportingYear.of(on)
    day = first_day()
    first = min(ReportingYear.of(day), last) if day else last
    return [ReportingYear(ending) for ending in range(last.ending, first.ending - 1, -1)]


def _shown(request: HttpRequest, year: ReportingYear, offered: list[ReportingYear]) -> PatternsPage:
    on = today(request)
    if year not in offered:
        raise Http404
    counts = Counts(
        year,
        on,
        concerns_between(year.starts, min(year.ends, on)),
        praise_between(year.starts, min(year.ends, on)),
        all_categories(date.max),
    )
    choice = Choice.read(request.GET, counts)
    period = choice.period(counts) or year.whole
    links = RowLinks(may(request.user, Permission.SEE_CONCERNS), may(request.user, Permission.RAISE_CONCERNS))
    of_children = children_with_officer(period.starts, min(period.ends, on))
    return PatternsPage(
        counts, choice, {one.code: one.label for one in counts.categories}, of_children, links
    )


def _chart(shown: PatternsPage) -> Chart | None:
    """By quarter, whatever is chosen below."""
    counts = shown.counts
    across = range(len(counts.quarters))
    concerns = [counts.guarded.shown(counts.tables["group"], None, j) for j in across]
    praise = [counts.guarded.shown(counts.tables["praise"], None, j) for j in across]
    return draw([each.name[-2:] for each in counts.quarters], concerns, praise)
