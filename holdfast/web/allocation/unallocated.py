"""Children in care or with a plan who have no officer: since when, by when one is due, whom the rules suggest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.care.queries import in_care
from holdfast.casework.people.models import AllocationRole
from holdfast.casework.people.queries import children_for, note_shown, officers_of, without
from holdfast.casework.people.suggesting import suggestions_for
from holdfast.casework.service.queries import book
from holdfast.web.allocation.presenters import Choice, Vacancy, vacancy
from holdfast.web.child_now import ChildNow, children_now
from holdfast.web.children.filters import NOBODY, Filters
from holdfast.web.doors import needs
from holdfast.web.listing import listing
from holdfast.web.page import Page
from holdfast.web.today import today


@dataclass(frozen=True)
class Row:
    """A child, since when nobody is there, and the officer the rules put first."""

    now: ChildNow
    vacancy: Vacancy
    best: Choice | None = None

    @property
    def due_on(self) -> date | None:
        return self.vacancy.due.last_day if self.vacancy.due else None


@require_safe
@needs(Permission.ALLOCATE)
def unallocated(request: HttpRequest) -> HttpResponse:
    """Those due first at the top; suggestions are worked out for the page that is shown."""
    on = today(request)
    number = request.GET.get("page", "1")
    page = int(number) if number.isdecimal() and 0 < int(number) < 100_000 else 1
    nobody = without(children_for(request.user), AllocationRole.IRO, on)
    rows = sorted(_rows(children_now(nobody, on)), key=_first)
    shown = listing(rows, page, lambda n: f"?page={n}")
    suggested = suggestions_for([row.now.child for row in shown.rows], on, of=in_care(on))
    note_shown(to=request.user, verb="children.listed", children=(row.now.child.pk for row in shown.rows))
    context = {
        "page": Page.under(
            "Children without an officer", "children", ("Children and young people", "children")
        ),
        "on": on,
        "listing": shown,
        "rows": [Row(row.now, row.vacancy, _best(suggested[row.now.child.pk])) for row in shown.rows],
        "late": sum(row.vacancy.is_late(on) for row in rows),
        "allocate": Filters().with_(iro=NOBODY),
    }
    return render(request, "allocation/unallocated.html", context)


def _rows(children: list[ChildNow]) -> list[Row]:
    limits, had = book(), officers_of(one.child for one in children)
    found = [(one, vacancy(_began(one), had[one.child.pk], one.on, limits, one.in_care)) for one in children]
    return [Row(one, since) for one, since in found if since is not None]


def _began(child: ChildNow) -> date | None:
    """The day from which there is to be an officer: care began, or else the first plan that is open."""
    if child.period:
        return child.period.started
    if not child.plans:
        return None
    opened = [p.opened_on for p in child.life.protections if (p.closed_on or p.ended) is None]
    opened += [n.agreed_on for n in child.life.needs if n.ended is None]
    return min((day for day in opened if day <= child.on), default=None)


def _first(row: Row) -> tuple:
    return (row.due_on or row.vacancy.since, row.now.title.casefold())


def _best(found: list) -> Choice | None:
    return Choice(found[0]) if found and found[0].allowed else None
