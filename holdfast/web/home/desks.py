"""What each role finds on its desk, worked out from the records of this moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from holdfast.casework.intake import queries as intake
from holdfast.casework.people.queries import children_for, note_shown
from holdfast.web.child_now import ChildNow, children_now
from holdfast.web.children.filters import NOBODY, Filters, is_due
from holdfast.web.figures import counting
from holdfast.web.intake.presenters import IntakeRow
from holdfast.web.today import today

#: Imports shown on the analyst's desk.
RECENT_IMPORTS = 5


@dataclass(frozen=True)
class Caseload:
    """One officer's children in care, and how their reviews stand."""

    id: UUID
    name: str
    children: int
    late: int
    soon: int

    @property
    def address(self) -> str:
        return Filters().with_(iro=str(self.id))


def own_children(request: HttpRequest) -> dict[str, Any]:
    """Reviews of one's own children: late, in the next four weeks, later."""
    on = today(request)
    mine = [child for child in children_now(children_for(request.user), on) if child.in_care]
    late, soon = _by_due(mine, "late"), _by_due(mine, "soon")
    later = sorted((c for c in mine if c not in late and c not in soon), key=_due)
    _note(request, mine)
    return {
        "on": on,
        "first_name": request.user.name.split()[0],
        "late": late,
        "soon": soon,
        "later": later,
        "total": len(mine),
    }


def team(request: HttpRequest) -> dict[str, Any]:
    """Who carries how many children, whose reviews are late, and who has nobody."""
    on = today(request)
    in_care = [child for child in children_now(children_for(request.user), on) if child.in_care]
    late, soon = _by_due(in_care, "late"), _by_due(in_care, "soon")
    _note(request, [*late, *soon])
    return {
        "on": on,
        "first_name": request.user.name.split()[0],
        "total": len(in_care),
        "late": late,
        "soon": soon,
        "without_iro": sorted((c for c in in_care if c.iro is None), key=_due),
        "without_iro_address": Filters().with_(iro=NOBODY),
        "caseloads": _caseloads(in_care),
    }


def data(request: HttpRequest) -> dict[str, Any]:
    """Imports, differences to settle, and the way to the figures."""
    imports = intake.intakes()[:RECENT_IMPORTS]
    return {
        "on": today(request),
        "first_name": request.user.name.split()[0],
        "imports": [IntakeRow(one) for one in imports],
        "differences": intake.open_mismatches(request.user).count(),
        "year": counting.latest_whole_year(today(request)),
    }


def board(request: HttpRequest) -> dict[str, Any]:
    """No figure yet: small numbers cannot be protected."""
    return {"first_name": request.user.name.split()[0]}


def _note(request: HttpRequest, shown: list[ChildNow]) -> None:
    """The desk names these children, so the diary does."""
    note_shown(to=request.user, verb="desk.opened", children=(one.child.pk for one in shown))


def _caseloads(children: list[ChildNow]) -> list[Caseload]:
    by_officer: dict[UUID, list[ChildNow]] = {}
    for child in children:
        if child.iro:
            by_officer.setdefault(child.iro.id, []).append(child)
    loads = [
        Caseload(
            officer,
            theirs[0].iro.name if theirs[0].iro else "",
            len(theirs),
            sum(is_due(child, "late") for child in theirs),
            sum(is_due(child, "soon") for child in theirs),
        )
        for officer, theirs in by_officer.items()
    ]
    return sorted(loads, key=lambda load: load.name)


def _by_due(children: list[ChildNow], which: str) -> list[ChildNow]:
    return sorted((child for child in children if is_due(child, which)), key=_due)


def _due(child: ChildNow) -> tuple:
    return (child.review_due_on is None, child.review_due_on or child.on, child.title)
