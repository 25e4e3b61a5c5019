"""Figures: choose a year, read each table with what it was counted from, open a number, open a child."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people.queries import children_behind_figures_for, note_shown
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.language import Group, Indicator
from holdfast.indicators.registry import INDICATORS
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.figures import counting, opening, safe
from holdfast.web.figures.presenters import RowsBehind, RowWords, catalogue_entries, figure_lines, grids
from holdfast.web.figures.readings import readings
from holdfast.web.figures.row_words import words_of
from holdfast.web.figures.trend_page import safe_held, through_time
from holdfast.web.figures.workers import names_of
from holdfast.web.listing import listing
from holdfast.web.page import Page
from holdfast.web.spreadsheet import csv_file
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_FIGURES, Permission.SEE_PUBLISHED)
def years(request: HttpRequest) -> HttpResponse:
    """The last whole year, unless another is chosen; of what is published, the last that is."""
    reads = safe.reading(request)
    offered = {year.name: year for year in _years(request)}
    if not offered:
        return render(request, "figures/nothing.html", {"page": Page.under("Figures", "figures")})
    usual = counting.latest_whole_year(today(request)) if reads.chooses else next(iter(offered.values()))
    chosen = offered.get(request.GET.get("year", "")) or usual
    return redirect(reverse("figures_year", args=[chosen]) + reads.query)


@require_safe
@needs(Permission.SEE_FIGURES, Permission.SEE_PUBLISHED)
def year_overview(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """Every table of a year, one after the other."""
    offered = _offered(request, year)
    reads = safe.reading(request)
    given = safe.inputs(request, year, today(request)) if reads.public else None
    counted = safe.counted(given, year) if given else counting.counted(today(request), year)
    opens = may(request.user, Permission.SEE_ROWS_BEHIND_FIGURES) and not reads.public
    there = {figure.table for figure in counted.figures}
    printed = [each for each in INDICATORS.values() if not each.beside and each.table in there]
    context = {
        "page": Page.under(f"Figures for {year}", "figures"),
        "year": year,
        "years": offered,
        "grids": [
            each
            for one in printed
            for each in grids(counted, [one], year, opens and opening.opens(request.user, one), reads.query)
        ],
        "reading": reads,
        "rule": safe.said(given) if given else "",
        "on": today(request),
        "unfinished": today(request) < year.ends,
        "opens": opens,
        "writes": may(request.user, Permission.WRITE_REPORT),
        "demonstration": is_demonstration(request),
    }
    return render(request, "figures/year.html", context)


@require_safe
@needs(Permission.SEE_FIGURES, Permission.SEE_PUBLISHED)
def year_download(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """Every figure of a year as one flat list."""
    _offered(request, year)
    reads = safe.reading(request)
    if reads.public:
        figures = safe.counted(safe.inputs(request, year, today(request)), year).figures
    else:
        figures = counting.counted(today(request), year).figures
    header = ("table", "group", "period", "numerator", "denominator", "value")
    name = f"figures-{year.name.replace('/', '-')}{'-public' if reads.public else ''}.csv"
    return csv_file(name, header, figure_lines(figures), invented=is_demonstration(request))


@require_safe
@needs(Permission.SEE_FIGURES, Permission.SEE_PUBLISHED)
def table(request: HttpRequest, year: ReportingYear, table: str) -> HttpResponse:
    """One table, with its custody: why it exists, how it is counted, who answers for it."""
    _offered(request, year)
    indicator = _indicator(table)
    reads = safe.reading(request)
    given = safe.inputs(request, year, today(request)) if reads.public else None
    counted = safe.counted(given, year, table) if given else counting.counted(today(request), year, [table])
    if given and not counted.figures:
        raise Http404
    opens = opening.opens(request.user, indicator) and not reads.public
    context = {
        "page": Page.under(
            indicator.title,
            "figures",
            (f"Figures for {year}", reverse("figures_year", args=[year]) + reads.query),
        ),
        "year": year,
        "reading": reads,
        "grid": grids(counted, [indicator], year, opens, reads.query)[0],
        "readings": readings(indicator, counted.figures, year.name),
        "opens": opens,
        **through_time(
            indicator, year, request.GET.get("trend", ""), today(request), opens, safe_held(given, indicator)
        ),
    }
    return render(request, "figures/table.html", context)


@require_safe
@needs(Permission.SEE_ROWS_BEHIND_FIGURES)
def rows(request: HttpRequest, year: ReportingYear, table: str, group: str) -> HttpResponse:
    """The rows behind one number: the same question, not counted."""
    behind = _behind(request, year, table, group)
    page_number = request.GET.get("page", "1")
    number = int(page_number) if page_number.isdecimal() and 0 < int(page_number) < 100_000 else 1
    shown = listing(behind.rows, number, behind.page_address)
    note_shown(to=request.user, verb="figure.opened", **_diary(behind, shown.rows))
    trail = (
        (f"Figures for {year}", reverse("figures_year", args=[year])),
        (behind.indicator.title, reverse("figures_table", args=[year, table])),
    )
    context = {
        "page": Page.under(behind.title, "figures", *trail),
        "behind": behind,
        "listing": shown,
        "year": year,
    }
    return render(request, "figures/rows.html", context)


@require_safe
@needs(Permission.SEE_ROWS_BEHIND_FIGURES)
def rows_download(request: HttpRequest, year: ReportingYear, table: str, group: str) -> HttpResponse:
    """The rows behind one number as CSV, those of children this person may see."""
    behind = _behind(request, year, table, group)
    note_shown(to=request.user, verb="figure_rows.downloaded", **_diary(behind, behind.rows))
    name = f"{table}-{group}.csv"
    return csv_file(name, behind.csv_header, behind.csv_rows(), invented=is_demonstration(request))


@require_safe
@needs(Permission.SEE_FIGURES, Permission.SEE_PUBLISHED)
def catalogue(request: HttpRequest) -> HttpResponse:
    """Every indicator with its custody."""
    page = Page.under("Catalogue of figures", "figures", ("Figures", "figures"))
    return render(request, "figures/catalogue.html", {"page": page, "entries": catalogue_entries()})


def _behind(request: HttpRequest, year: ReportingYear, table: str, group: str) -> RowsBehind:
    _offered(request, year)
    indicator = _indicator(table)
    opening.check_opens(request.user, indicator)
    chosen = _group(indicator, year, group)
    periods = [period.name for period in indicator.periods(year)]
    period = request.GET.get("period", periods[-1])
    if period not in periods:
        raise Http404
    base = request.GET.get("of") == "base"
    sources = counting.sources(today(request), indicator.reads)
    found = engine.rows(sources, year, table, group, period, base=base)
    numbers = {row["child"] for row in found if row["child"]}
    seen = children_behind_figures_for(request.user).filter(number__in=numbers)
    children = {child.number: child for child in seen}
    workers = names_of(row["worker"] for row in found if row.get("worker"))
    return RowsBehind(indicator, chosen, year, period, base, found, children, workers, words_of(found))


def _diary(behind: RowsBehind, shown: Sequence[RowWords]) -> dict[str, Any]:
    """Which number was opened and whose rows were shown of it."""
    return {
        "table": behind.indicator.table,
        "group": behind.group.key,
        "period": behind.period.replace(" ", "-"),
        "base": behind.base,
        "children": {row.child.pk for row in shown if row.child},
    }


def _offered(request: HttpRequest, year: ReportingYear) -> list[ReportingYear]:
    """The years to choose from. Raises Http404 for one that is not among them."""
    offered = _years(request)
    if year not in offered:
        raise Http404
    return offered


def _years(request: HttpRequest) -> list[ReportingYear]:
    return counting.years(today(request)) if safe.reading(request).chooses else safe.years(request.user)


def _indicator(table: str) -> Indicator:
    if table not in INDICATORS:
        raise Http404
    return INDICATORS[table]


def _group(indicator: Indicator, year: ReportingYear, key: str) -> Group:
    found = next((group for group in indicator.groups_for(year) if group.key == key), None)
    if found is None:
        raise Http404
    return found
