"""Choosing the headline figures: searched among the year's figures, each shown with what it was counted from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.improvement.actions.paper import choose_headlines
from holdfast.casework.improvement.rules import Overtaken
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.registry import INDICATORS
from holdfast.reports.inputs import Inputs, Paper
from holdfast.web.board_paper import presenters
from holdfast.web.board_paper.opened import check_year, inputs_of, kept, trail
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today
from holdfast.web.workplan.linked_figures import group_named


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WRITE_REPORT)
def headlines(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """The figures chosen, in their order, and those that can be added."""
    on = today(request)
    check_year(year, on)
    if request.method == "POST":
        return _changed(request, year)
    inputs = inputs_of(request, year, on)
    search = request.GET.get("search", "").strip()[:100]
    lines = presenters.chosen(inputs, (inputs.paper or Paper()).headlines)
    found = presenters.found(inputs, search, {line.key for line in lines})
    context = {
        "page": Page.under("Headline figures", "reports", trail(year)),
        "year": year,
        "chosen": lines,
        "found": found[: presenters.MOST],
        "more": max(0, len(found) - presenters.MOST),
        "search": search,
        "seen": kept(year)[1],
    }
    return render(request, "board_paper/headlines.html", context)


def _changed(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    """One button of the page: it saves the words typed, and adds, moves or takes out a figure."""
    paper, _ = kept(year)
    standing = [dict(one) for one in paper.headlines] if paper else []
    for nth, one in enumerate(standing):
        one["words"] = request.POST.get(f"words-{nth}", one["words"])[:300]
    what, _, which = request.POST.get("do", "").partition(":")
    wanted = _done(standing, what, which, year)
    seen = request.POST.get("seen", "")
    try:
        choose_headlines(
            year_ending=year.ending,
            headlines=wanted,
            seen=int(seen) if seen.isdecimal() else None,
            by=request.user,
        )
    except (ValidationError, Overtaken) as refusal:
        said = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
        messages.error(request, " ".join(said))
    else:
        messages.success(request, f"Saved at {timezone.localtime():%H:%M}.")
    search = request.POST.get("search", "").replace("\x00", "")
    query = f"?{urlencode({'search': search})}" if search else ""
    return redirect(f"{reverse('board_paper_headlines', args=[year])}{query}")


def _done(
    standing: list[dict[str, Any]], what: str, which: str, year: ReportingYear
) -> list[Mapping[str, Any]]:
    """The list after the button was pressed. Raises Http404 for a button that is not there."""
    if what == "words":
        return list(standing)
    if what == "add":
        table, _, group = which.partition("/")
        if table not in INDICATORS or group_named(table, group, year) is None:
            raise Http404
        period = presenters.period_of(Inputs("board", year.ending), table)
        return [*standing, {"table": table, "group": group, "period": period, "words": ""}]
    if not which.isdecimal() or int(which) >= len(standing):
        raise Http404
    nth = int(which)
    if what == "remove":
        return [one for place, one in enumerate(standing) if place != nth]
    other = nth - 1 if what == "up" else nth + 1
    if what not in ("up", "down") or not 0 <= other < len(standing):
        raise Http404
    standing[nth], standing[other] = standing[other], standing[nth]
    return list(standing)
