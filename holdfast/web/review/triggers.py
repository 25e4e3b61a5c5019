"""What may bring a review forward: told, and what the officer decided."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.people.queries import open_child
from holdfast.casework.reviews import actions
from holdfast.casework.reviews.models import EarlyTrigger, TriggerAnswer
from holdfast.casework.reviews.queries import find_trigger, triggers_of
from holdfast.domain import early_triggers
from holdfast.web.day_field import DayField
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.refusal import RefusableForm
from holdfast.web.review.opened import under_the_child
from holdfast.web.today import today


def _choices() -> list[tuple[str, Any]]:
    """Those of the law first: they make a review necessary before the thing happens."""
    table = early_triggers.table()
    return [
        ("", "Choose what happened"),
        ("A review must be held first", [(one.code, one.name) for one in table if one.must]),
        ("The officer decides", [(one.code, one.name) for one in table if not one.must]),
    ]


class LogForm(RefusableForm):
    """Used by the officer's decision, the child's page and the record."""

    code = forms.ChoiceField(
        label="What happened, or is to happen?",
        error_messages={"required": "Choose what happened"},
    )
    happened_on = DayField(label="When did it happen, or is it to?", what="day it happens")
    told_on = DayField(label="When was the reviewing officer told?", what="day the officer was told")
    note = forms.CharField(label="In a few words", max_length=500, required=False)

    def __init__(self, on: date, data: Any = None) -> None:
        super().__init__(data, initial={"told_on": on})
        self.fields["code"].choices = _choices()


class AnswerForm(RefusableForm):
    answer = forms.ChoiceField(
        label="What did you decide?",
        choices=TriggerAnswer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you decided"},
    )
    review_by = DayField(
        label="For an early review: held by which day?", what="day the review is held by", required=False
    )
    reason = forms.CharField(
        label="Why?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why, in a sentence"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.BOOK_REVIEWS)
def child_triggers(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """All there were for one child, newest first, and a form for the next."""
    child = open_child(request.user, child_id)
    on = today(request)
    form = LogForm(on, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            trigger = actions.log_trigger(child=child, **form.cleaned_data, by=request.user)
            messages.success(request, "Noted. The reviewing officer decides what follows.")
            if may(request.user, Permission.HOLD_REVIEWS):
                return redirect("review_trigger", trigger.public_id)
            return redirect("review_triggers", child_id)
        except ValidationError as refusal:
            form.refuse(refusal)
    context = {
        "page": under_the_child("What may bring a review forward", child),
        "child": child,
        "form": form,
        "triggers": [(one, _named(one)) for one in triggers_of(child)],
        "may_answer": may(request.user, Permission.HOLD_REVIEWS),
    }
    return render(request, "review/triggers.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def trigger(request: HttpRequest, trigger_id: UUID) -> HttpResponse:
    """What the officer decides about one: review by a day, speak with the child, or note it; and why."""
    found = find_trigger(request.user, trigger_id)
    child = open_child(request.user, found.child.public_id)
    stood = {"answer": found.answer, "review_by": found.review_by, "reason": found.reason}
    form = AnswerForm(request.POST or None, initial=stood)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_trigger(trigger=found, **form.cleaned_data, by=request.user)
            early = form.cleaned_data["answer"] == TriggerAnswer.REVIEW
            messages.success(request, "Saved. Book the early review next." if early else "Saved.")
            page = "review_book" if early else "review_triggers"
            return redirect(page, child.public_id)
        except ValidationError as refusal:
            form.refuse(refusal)
    context = {
        "page": _under_triggers("Decide about an early review", child),
        "child": child,
        "trigger": found,
        "named": _named(found),
        "form": form,
    }
    return render(request, "review/trigger.html", context, status=400 if form.errors else 200)


def _named(found: EarlyTrigger) -> early_triggers.Trigger:
    """What the list says of it; one that is in the list no more is called by its code."""
    try:
        return early_triggers.find(found.code)
    except KeyError:
        return early_triggers.Trigger(found.code, found.code, "no longer in the list", "L")


def _under_triggers(title: str, child: Any) -> Page:
    trail = (
        ("Children and young people", "children"),
        (str(child), reverse("child", args=[child.public_id])),
        ("What may bring a review forward", reverse("review_triggers", args=[child.public_id])),
    )
    return Page.under(title, "children", *trail)
