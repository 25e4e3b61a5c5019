"""The page on which a board paper is put together: what it says so far, and what it still lacks."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports import kinds
from holdfast.reports.annual.build import slots_of
from holdfast.reports.board.priorities import chosen_aims
from holdfast.reports.board.unsettled import unsettled
from holdfast.reports.inputs import Paper
from holdfast.reports.written import place_title
from holdfast.web.board_paper import presenters
from holdfast.web.board_paper.opened import check_year, inputs_of, years
from holdfast.web.doors import needs
from holdfast.web.figures import counting
from holdfast.web.page import Page
from holdfast.web.today import today


@dataclass(frozen=True)
class Place:
    """A place for the author's words in the paper."""

    key: str
    title: str
    prompt: str
    is_written: bool


@require_safe
@needs(Permission.SEE_REPORT)
def latest(request: HttpRequest) -> HttpResponse:
    """The paper of the last whole year, unless another is chosen."""
    on = today(request)
    offered = {year.name: year for year in years(on)}
    chosen = offered.get(request.GET.get("year", ""))
    return redirect("board_paper_year", chosen or counting.latest_whole_year(on))


@require_safe
@needs(Permission.SEE_REPORT)
def paper(request: HttpRequest, year: ReportingYear) -> HttpResponse:
    on = today(request)
    check_year(year, on)
    inputs = inputs_of(request, year, on)
    kept = inputs.paper or Paper()
    places = [
        Place(slot.key, place_title(slot.key), slot.prompt, bool(slot.text.strip()))
        for slot in slots_of(kinds.document(inputs))
    ]
    context = {
        "page": Page.under(f"Board paper {year}", "reports"),
        "year": year,
        "following": ReportingYear(year.ending + 1),
        "years": years(on),
        "missing": unsettled(inputs),
        "headlines": presenters.chosen(inputs, kept.headlines),
        "priorities": chosen_aims(inputs),
        "asked": [one for one in inputs.recommendations if one.year_ending == year.ending],
        "links": kept.links,
        "implications": kept.implications,
        "places": places,
        "written": sum(place.is_written for place in places),
        "writes": may(request.user, Permission.WRITE_REPORT),
    }
    return render(request, "board_paper/paper.html", context)
