"""The page of a child's footprint, and entries made, taken back and put back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.footprint import actions, queries
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import find_child, open_child
from holdfast.web.child.writing import clock
from holdfast.web.doors import needs
from holdfast.web.footprint.forms import EntryForm
from holdfast.web.footprint.presenters import FootprintPage
from holdfast.web.page import Page
from holdfast.web.refusal import attempt
from holdfast.web.today import today

Act = Callable[..., object]
GONE = "Nothing was changed: this does not stand in the footprint any more."


@require_safe
@needs(Permission.SEE_OWN_CHILDREN)
def footprint(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Everything an officer did for one child, newest first, with its counts."""
    child = open_child(request.user, child_id, verb="footprint.read")
    enters = may(request.user, Permission.RAISE_CONCERNS)
    sees = may(request.user, Permission.SEE_CONCERNS)
    steps = queries.footprint(child, with_concerns=sees)
    context = {
        "page": under(child, "The officer’s footprint"),
        "child": child,
        "on": today(request),
        "shown": FootprintPage(child, steps, request.GET.get("kind", ""), sees, enters),
        "gone": queries.taken_back(child) if enters else ((), ()),
        "enters": enters,
    }
    return render(request, "footprint/footprint.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RAISE_CONCERNS)
def enter(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """A contact, a discussion, a challenge: what no other record shows."""
    child = open_child(request.user, child_id)
    on = today(request)
    form = EntryForm(on, request.POST or None)

    def save() -> None:
        actions.enter(child=child, on=on, by=request.user, **form.cleaned_data)

    if request.method == "POST" and form.is_valid() and attempt(form, save):
        messages.success(request, f"Saved at {clock()}. It stands on the child’s line and is counted.")
        return redirect("footprint", child_id)
    context = {"page": under(child, "Add to the footprint"), "child": child, "form": form}
    return render(request, "footprint/enter.html", context, status=400 if form.errors else 200)


@require_POST
@needs(Permission.RAISE_CONCERNS)
def take_back(request: HttpRequest, child_id: UUID, entry_id: UUID) -> HttpResponse:
    """An entry made by mistake."""
    entry = queries.find_entry(find_child(request.user, child_id), entry_id)
    return taken_back(request, child_id, entry and partial(actions.take_back, entry=entry, on=today(request)))


@require_POST
@needs(Permission.RAISE_CONCERNS)
def put_back(request: HttpRequest, child_id: UUID, entry_id: UUID) -> HttpResponse:
    """The entry was right after all."""
    entry = queries.find_entry(find_child(request.user, child_id), entry_id)
    return was_right(request, child_id, entry and partial(actions.put_back, entry=entry))


def taken_back(request: HttpRequest, child_id: UUID, act: Act | None) -> HttpResponse:
    """The answer to taking something out of the footprint; no act: it does not stand there any more."""
    return _done(request, child_id, act, f"Taken back at {clock()}. You find it at the end of the page.")


def was_right(request: HttpRequest, child_id: UUID, act: Act | None) -> HttpResponse:
    """The answer to putting something back into the footprint; no act: it does not stand there any more."""
    return _done(request, child_id, act, f"Put back at {clock()}.")


def _done(request: HttpRequest, child_id: UUID, act: Act | None, said: str) -> HttpResponse:
    if act is None:
        messages.info(request, GONE)
    else:
        act(by=request.user)
        messages.success(request, said)
    return redirect("footprint", child_id)


def under(child: Child, title: str, *more: tuple[str, Any]) -> Page:
    """A page below the child's."""
    trail = (
        ("Children and young people", "children"),
        (str(child), reverse("child", args=[child.public_id])),
        *more,
    )
    return Page.under(title, "children", *trail)
