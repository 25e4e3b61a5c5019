"""The list of concerns somebody may know of: filter, sort, print, and download what you see."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people.models import Allocation, AllocationRole
from holdfast.casework.people.queries import children_for, note_shown, responsible_on
from holdfast.casework.resolution.categories import category_labels
from holdfast.casework.resolution.queries import concerns_for, standing_of
from holdfast.casework.service.queries import book
from holdfast.domain.resolution.moves import State
from holdfast.domain.resolution.standing import Whose
from holdfast.web.concern.filters import Filters
from holdfast.web.concern.overview import CSV_HEADER, ConcernList, csv_rows
from holdfast.web.concern.rows import Row
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.listing import listing
from holdfast.web.page import Page
from holdfast.web.spreadsheet import csv_file
from holdfast.web.today import today


@require_safe
@needs(Permission.SEE_CONCERNS)
def concerns(request: HttpRequest) -> HttpResponse:
    """Open ones first, with whose turn and days used, as the address filters them."""
    filters = Filters.read(request.GET)
    everything = rows_for(request)
    chosen = filters.hold(everything)
    page = listing(chosen, filters.page, lambda number: filters.with_(page=number))
    note_shown(to=request.user, verb="concerns.listed", children=(row.concern.child_id for row in page.rows))
    context = {
        "page": Page.under("Concerns", "concerns"),
        "filters": filters,
        "listing": page,
        "list": ConcernList(everything, chosen, filters),
        "on": today(request),
        "raises": may(request.user, Permission.RAISE_CONCERNS),
    }
    return render(request, "concern/concerns.html", context)


@require_safe
@needs(Permission.SEE_CONCERNS)
def download(request: HttpRequest) -> HttpResponse:
    """What the list shows, all its pages, as CSV."""
    chosen = Filters.read(request.GET).hold(rows_for(request))
    note_shown(to=request.user, verb="concerns.downloaded", children=(row.concern.child_id for row in chosen))
    return csv_file("concerns.csv", CSV_HEADER, csv_rows(chosen), invented=is_demonstration(request))


def rows_for(request: HttpRequest) -> list[Row]:
    """Every concern this person may know of, as it stands today. A fixed number of queries."""
    user, on = request.user, today(request)
    found = list(concerns_for(user).filter(raised_on__lte=on))
    labels, in_force = category_labels(), book()
    teams = teams_on(on, (one.child_id for one in found))
    theirs = set(
        children_for(user).filter(pk__in={one.child_id for one in found}).values_list("pk", flat=True)
    )
    officer_of = _children_of_officer(user, on)
    rows = []
    for one in found:
        standing = standing_of(one, on, in_force)
        rows.append(
            Row(
                one,
                standing,
                labels.get(one.category, one.category),
                teams.get(one.child_id, ""),
                is_mine(one, standing, user, is_officer=one.child_id in officer_of),
                opens_child=one.child_id in theirs and may(user, Permission.SEE_OWN_CHILDREN),
            )
        )
    return rows


def _children_of_officer(user: Any, on: Any) -> set[int]:
    """Whose officer this person is; a manager may raise for every child, and it is still the officer's turn."""
    if not may(user, Permission.RAISE_CONCERNS):
        return set()
    theirs = responsible_on(on, AllocationRole.IRO).filter(worker__user=user)
    return set(theirs.values_list("child", flat=True))


def is_mine(concern: Any, standing: Any, user: Any, *, is_officer: bool) -> bool:
    """Whether the next step is this person’s: the answer put to them, or the officer’s own turn."""
    if standing.state is State.CLOSED:
        return False
    stages = [stage for stage in concern.stages.all() if stage.opened_on]
    last = stages[-1] if stages else None
    asked = last.asked if last and last.answered_on is None else None
    if asked is not None and asked.user_id == user.pk:
        return True
    return is_officer and standing.turn.whose is Whose.OFFICER


def teams_on(day: Any, children: Any) -> dict[int, str]:
    """The team of each child’s social worker on a day, by the child’s id. One query."""
    theirs = responsible_on(day, AllocationRole.SOCIAL_WORKER).filter(child__in=set(children))
    return dict(_teams(theirs))


def _teams(allocations: Any) -> list[tuple[int, str]]:
    some: list[Allocation] = list(allocations.select_related("worker"))
    return [(one.child_id, one.worker.team) for one in some]
