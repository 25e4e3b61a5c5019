"""The figures that can be dropped into a sentence, for the editor: those of one period, and which periods there are."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.registry import INDICATORS, year_of
from holdfast.reports.live import Asked
from holdfast.reports.live_book import LiveBook, figure_words
from holdfast.web.doors import needs
from holdfast.web.today import today
from holdfast.web.words.opened import open_report


@require_safe
@needs(Permission.WRITE_REPORT)
def figures(request: HttpRequest, year: ReportingYear, slot: str) -> JsonResponse:
    """Every figure of the period asked for, as it reads in a sentence; the year's where none is asked for."""
    written = open_report(request, year, today(request), slot)
    every = list(written.book.every())
    periods = sorted({one.key.period for one in every}, key=_order, reverse=True)
    period = request.GET.get("period") or year.name
    return JsonResponse(
        {
            "period": period,
            "periods": [{"name": name, "label": name} for name in periods],
            "figures": [_as_json(one, written.book) for one in every if one.key.period == period],
        }
    )


def _order(period: str) -> tuple[int, int, str]:
    """A year stands before its quarters, and newer years before older ones, when this is turned round."""
    try:
        return year_of(period).ending, "Q" not in period and "-" not in period, period
    except ValueError:
        return 0, 0, period


def _as_json(one: Asked, book: LiveBook) -> dict[str, str | None]:
    key = one.key
    own = None if one.whose else book.figures.get(key)
    about = INDICATORS.get(key.table)
    parts = {show: figure_words(own, show) for show in ("n", "of", "share")} if own else {}
    words = book.words(one)
    if own and words != figure_words(own):
        parts = {}  # what was published stands instead of what was counted
    return {
        "address": one.address,
        "table": f"{about.title if about else key.table}{f', {one.whose}' if one.whose else ''}",
        "group": _group(key.table, key.group, key.period),
        "words": words,
        **{show: said if said != words else None for show, said in parts.items()},
    }


def _group(table: str, group: str, period: str) -> str:
    about = INDICATORS.get(table)
    if about is None:
        return group
    try:
        groups = about.groups_for(year_of(period))
    except ValueError:
        return group
    return next((one.label for one in groups if one.key == group), group)
