"""Brothers and sisters, parents in care and their children."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.people import actions
from holdfast.casework.people.models import AllocationRole, Child, FamilyTie, TieKind
from holdfast.casework.people.queries import (
    children_for,
    find_child,
    note_shown,
    open_child,
    responsible_on,
    ties_of,
)
from holdfast.web.doors import needs
from holdfast.web.family.contacts import trail
from holdfast.web.family.forms import TieForm
from holdfast.web.page import Page
from holdfast.web.today import today


@dataclass(frozen=True)
class Row:
    """One tie as seen from one child. ``other`` is None for a child this person may not see."""

    tie: FamilyTie
    other: Child | None
    relation: str
    officer: str


@require_safe
@needs(Permission.CORRECT_RECORDS)
def family(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Who belongs to this child, and whether they share an officer."""
    child = open_child(request.user, child_id)
    rows = _rows(request, child, today(request))
    note_shown(to=request.user, verb="children.listed", children=(row.other.pk for row in rows if row.other))
    context = {
        "page": Page.under("Brothers, sisters, parents in care", "children", *trail(child)),
        "child": child,
        "rows": rows,
    }
    return render(request, "family/family.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.CORRECT_RECORDS)
def add(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Another child who belongs to this one, found by name or number."""
    child = open_child(request.user, child_id)
    form = TieForm(child, children_for(request.user), request.POST or None)
    back = reverse("child_family", args=[child_id])
    if request.method == "POST" and form.is_valid():
        try:
            actions.tie(by=request.user, **form.as_tie())
        except ValidationError as refusal:
            sentences = [sentence for each in refusal.message_dict.values() for sentence in each]
            form.add_error("words", sentences)
        else:
            messages.success(request, "Saved, on the page of both.")
            return redirect(back)
    if form.fields.get("other") and form.found:
        note_shown(to=request.user, verb="children.listed", children=(one.pk for one in form.found))
    context = {
        "page": Page.under(
            "Add a brother, sister, parent or child",
            "children",
            *trail(child),
            ("Brothers, sisters, parents in care", back),
        ),
        "child": child,
        "form": form,
        "back": back,
        "button": "Save",
    }
    return render(request, "family/form.html", context, status=400 if form.errors else 200)


@require_POST
@needs(Permission.CORRECT_RECORDS)
def remove(request: HttpRequest, child_id: UUID, tie_id: int) -> HttpResponse:
    """They do not belong together after all."""
    child = find_child(request.user, child_id)
    found = ties_of(child).filter(pk=tie_id).first()
    if found is None:
        messages.info(request, "This was taken out before.")
    else:
        actions.untie(tie=found, by=request.user)
        messages.success(request, "Taken out, on the page of both.")
    return redirect("child_family", child_id)


def _rows(request: HttpRequest, child: Child, on: date) -> list[Row]:
    ties = list(ties_of(child))
    others = {tie.pk: tie.other if tie.child_id == child.pk else tie.child for tie in ties}
    ids = [other.pk for other in others.values()]
    seen = set(children_for(request.user).filter(pk__in=ids).values_list("pk", flat=True))
    officers = responsible_on(on, AllocationRole.IRO).filter(child__in=ids).select_related("worker")
    names = {one.child_id: one.worker.name for one in officers}
    return [
        Row(
            tie,
            others[tie.pk] if others[tie.pk].pk in seen else None,
            _relation(tie, child),
            names.get(others[tie.pk].pk, ""),
        )
        for tie in ties
    ]


def _relation(tie: FamilyTie, child: Child) -> str:
    if tie.kind == TieKind.SIBLING:
        return "Brother or sister"
    return "Child" if tie.child_id == child.pk else "Parent"
