"""Whom to ask, invite and send to about one child."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.people import actions
from holdfast.casework.people.models import Child, Contact
from holdfast.casework.people.queries import contacts_of, find_child, open_child
from holdfast.web.doors import needs
from holdfast.web.family.forms import ContactForm
from holdfast.web.page import Page
from holdfast.web.today import today


@require_safe
@needs(Permission.CORRECT_RECORDS)
def contacts(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Everybody to ask, those who are no longer asked last."""
    child = open_child(request.user, child_id)
    found = list(contacts_of(child))
    context = {
        "page": Page.under("People to ask and invite", "children", *trail(child)),
        "child": child,
        "asked": [one for one in found if one.stopped_on is None],
        "stopped": [one for one in found if one.stopped_on is not None],
    }
    return render(request, "family/contacts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.CORRECT_RECORDS)
def add(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Somebody more to ask."""
    child = open_child(request.user, child_id)
    form = ContactForm(data=request.POST or None)

    def act() -> None:
        actions.add_contact(child=child, by=request.user, **form.cleaned_data)

    return _answer(request, child, form, act, "Add somebody to ask", "Add them")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.CORRECT_RECORDS)
def correct(request: HttpRequest, child_id: UUID, contact_id: UUID) -> HttpResponse:
    """Other facts of somebody to ask."""
    child = open_child(request.user, child_id)
    contact = _one(child, contact_id)
    form = ContactForm(contact, request.POST or None)

    def act() -> None:
        actions.correct_contact(contact=contact, changes=form.changes(), by=request.user)

    return _answer(request, child, form, act, "Correct somebody to ask", "Save")


@require_POST
@needs(Permission.CORRECT_RECORDS)
def stop(request: HttpRequest, child_id: UUID, contact_id: UUID) -> HttpResponse:
    """They are no longer asked from today, or (``again``) are asked again."""
    child = find_child(request.user, child_id)
    contact = _one(child, contact_id)
    if "again" in request.POST:
        actions.correct_contact(contact=contact, changes={"stopped_on": None}, by=request.user)
        messages.success(request, f"Saved. {contact.name} is asked again.")
    else:
        actions.stop_contact(contact=contact, on=today(request), by=request.user)
        messages.success(request, f"Saved. {contact.name} is no longer asked or sent anything from today.")
    return redirect("child_contacts", child_id)


def _answer(
    request: HttpRequest, child: Child, form: ContactForm, act: Any, title: str, button: str
) -> HttpResponse:
    back = reverse("child_contacts", args=[child.public_id])
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Saved.")
            return redirect(back)
    context = {
        "page": Page.under(title, "children", *trail(child), ("People to ask and invite", back)),
        "child": child,
        "form": form,
        "back": back,
        "button": button,
    }
    return render(request, "family/form.html", context, status=400 if form.errors else 200)


def trail(child: Child) -> tuple[tuple[str, str], ...]:
    return (
        ("Children and young people", "children"),
        (str(child), reverse("child", args=[child.public_id])),
    )


def _one(child: Child, contact_id: UUID) -> Contact:
    found = contacts_of(child).select_related("child").filter(public_id=contact_id).first()
    if found is None:
        raise Http404
    return found
