"""Praise in lists: what was given about the children one sees, and what oneself and one's team received."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.footprint import actions, queries
from holdfast.casework.footprint.models import Praise, Theme
from holdfast.casework.people.queries import children_for, note_shown
from holdfast.web.doors import needs
from holdfast.web.footprint.praise_filter import PraiseFilter
from holdfast.web.listing import Listing, listing
from holdfast.web.page import Page
from holdfast.web.today import today


@require_safe
@needs(Permission.RAISE_CONCERNS)
def given(request: HttpRequest) -> HttpResponse:
    """All praise about the children this person sees, by theme and team."""
    everything = queries.praise_for(request.user)
    chosen = PraiseFilter.read(request.GET)
    found = chosen.of(everything)
    shown = _page(request, found, chosen)
    note_shown(to=request.user, verb="praise.listed", children=[one.child_id for one in shown.rows])
    teams = everything.exclude(team="").order_by("team").values_list("team", flat=True).distinct()
    context = {
        "page": Page.under("Praise", "quality", ("Quality", "quality")),
        "listing": shown,
        "every": everything.count(),
        "themes": chosen.choices("theme", Theme.choices),
        "teams": chosen.choices("team", [(team, team) for team in teams]),
        "chosen": chosen,
    }
    return render(request, "footprint/praise_list.html", context)


@require_safe
@needs(Permission.SEE_OWN_CHILDREN, Permission.SEE_CONCERNS)
def received(request: HttpRequest) -> HttpResponse:
    """What this person, and those they manage, were praised for. Opening it notes that the praised has seen it."""
    fresh = set(
        queries.praise_received(request.user)
        .filter(worker__user=request.user, seen_on=None)
        .values_list("pk", flat=True)
    )
    if request.method == "GET":
        actions.praise_seen(on=today(request), by=request.user)
    chosen = PraiseFilter()
    shown = _page(request, queries.praise_received(request.user), chosen)
    children = {one.child_id for one in shown.rows}
    seen = set(children_for(request.user).filter(pk__in=children).values_list("pk", flat=True))
    note_shown(to=request.user, verb="praise.listed", children=children)
    context = {
        "page": Page.under("Praise for you and your team", "home"),
        "listing": shown,
        "sees": seen,
        "fresh": fresh,
    }
    return render(request, "footprint/praise_received.html", context)


def _page(request: HttpRequest, found: Any, chosen: PraiseFilter) -> Listing[Praise]:
    number = request.GET.get("page", "1")
    page = int(number) if number.isdecimal() and 0 < int(number) < 100_000 else 1
    return listing(found, page, chosen.page_address)
