"""Something that happened, entered on a child's page: one short form, one action, back to the child."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import open_child
from holdfast.web.child.moved_dates import due_days, what_moved
from holdfast.web.child.writing import clock
from holdfast.web.page import Page
from holdfast.web.refusal import add_refusal
from holdfast.web.today import today


class EnterForm(forms.Form):
    """``title`` heads the page, ``lead`` says what it is for, ``button`` what happens."""

    title = ""
    lead = ""
    button = "Save"

    def __init__(self, child: Child, on: Any, data: Any = None) -> None:
        self.child, self.on = child, on
        super().__init__(data)

    def why_not(self) -> str:
        """Why this cannot be entered now; a blank where it can."""
        return ""

    def save(self, by: Any) -> None:
        """Make the change. Raises ValidationError, whose fields are the form's."""
        raise NotImplementedError  # each form of the table has its own


def enter(
    request: HttpRequest, child_id: UUID, event: str, forms_of: Mapping[str, type[EnterForm]]
) -> HttpResponse:
    """One form of a table, opened through the child's door."""
    form_class = forms_of.get(event)
    if form_class is None:
        raise Http404
    child = open_child(request.user, child_id)
    form = form_class(child, today(request), request.POST or None)
    refusal = form.why_not()
    if refusal:
        messages.info(request, refusal)
        return redirect("child", child_id)
    before = due_days(child, form.on) if request.method == "POST" else {}
    if request.method == "POST" and form.is_valid() and saves(form, request.user):
        child.refresh_from_db()
        moved = what_moved(before, due_days(child, form.on))
        messages.success(request, " ".join([f"Saved at {clock()}.", *(one.sentence for one in moved)]))
        return redirect("child", child_id)
    trail = (("Children and young people", "children"), (str(child), reverse("child", args=[child_id])))
    context = {
        "page": Page.under(form.title, "children", *trail),
        "child": child,
        "form": form,
        "cancel": reverse("child", args=[child_id]),
    }
    return render(request, "child/enter.html", context, status=400 if form.errors else 200)


def saves(form: EnterForm, by: Any) -> bool:
    """Whether the record took it; what it refuses becomes the form's errors, and nothing is changed."""
    try:
        with transaction.atomic():
            form.save(by)
    except ValidationError as refusal:
        add_refusal(form, refusal)
        return False
    return True


def not_there_any_more(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Somebody else was quicker, or the button was pressed twice."""
    messages.info(request, "Nothing was changed: this entry does not stand on the record any more.")
    return redirect("child", child_id)
