"""Typed corrections: fill in, check your answers, saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.care.queries import episodes_of
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import open_child
from holdfast.casework.plans.queries import need_plans_of, protections_of
from holdfast.casework.provenance.actions import give_reason
from holdfast.casework.provenance.queries import changes_after, last_change
from holdfast.casework.reviews.queries import reviews_of
from holdfast.casework.reviews.rules import ReviewAlreadyHeld
from holdfast.web.child.forms import (
    ChildForm,
    CorrectionForm,
    EpisodeForm,
    NeedPlanForm,
    ProtectionForm,
    ReviewForm,
    Values,
)
from holdfast.web.child.moved_dates import Moved, due_days, what_moved
from holdfast.web.child.opened import ChangedMeanwhile, who_changed
from holdfast.web.child.undoing import keep_undo
from holdfast.web.child.writing import clock, hold, writer
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.refusal import add_refusal
from holdfast.web.today import today


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.CORRECT_RECORDS)
def correct_child(request: HttpRequest, child_id: UUID) -> HttpResponse:
    child = open_child(request.user, child_id)
    return _correct(request, child, "child", child, ChildForm, "Correct who this is", timezone.localdate())


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.CORRECT_RECORDS)
def correct_episode(request: HttpRequest, child_id: UUID, record_id: UUID) -> HttpResponse:
    child = open_child(request.user, child_id)
    episode = _one(episodes_of(child), record_id)
    return _correct(
        request,
        child,
        "episode",
        episode,
        EpisodeForm,
        "Correct an episode",
        episode.started or today(request),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.CORRECT_RECORDS)
def correct_review(request: HttpRequest, child_id: UUID, record_id: UUID) -> HttpResponse:
    child = open_child(request.user, child_id)
    review = _one(reviews_of(child), record_id)
    return _correct(request, child, "review", review, ReviewForm, "Correct a review", review.held_on)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.CORRECT_RECORDS)
def correct_plan(request: HttpRequest, child_id: UUID, record_id: UUID) -> HttpResponse:
    """A child protection process, or a plan of a child in need."""
    child = open_child(request.user, child_id)
    process = protections_of(child).select_related("child").filter(public_id=record_id).first()
    if process is not None:
        title = "Correct child protection"
        return _correct(request, child, "protection", process, ProtectionForm, title, today(request))
    plan = _one(need_plans_of(child), record_id)
    return _correct(
        request, child, "need_plan", plan, NeedPlanForm, "Correct a child in need plan", today(request)
    )


def _correct(
    request: HttpRequest,
    child: Child,
    kind: str,
    record: Any,
    form_class: type[CorrectionForm],
    title: str,
    on: date,
) -> HttpResponse:
    """The form, then the check page, then the change; back to the form when somebody else was quicker."""
    form = form_class(record, on, request.POST if request.method == "POST" else None)
    context = {
        "page": Page.under(
            title, "children", ("Children and young people", "children"), (str(child), _page(child))
        ),
        "child": child,
        "form": form,
        "kind": kind,
        "cancel": _page(child),
    }
    if request.method != "POST":
        return render(request, "child/correct.html", context)
    try:
        return _answer(request, child, kind, form, context)
    except ChangedMeanwhile:
        return _look_again(request, form, context)


def _answer(
    request: HttpRequest, child: Child, kind: str, form: CorrectionForm, context: dict[str, Any]
) -> HttpResponse:
    """What was sent, checked or saved. Raises ChangedMeanwhile."""
    form.check_unchanged()
    if form.is_valid():
        changes = form.changes()
        if not changes:
            messages.info(request, "Nothing was changed: the record says this already.")
            return redirect(_page(child))
        tries = {"check", "save"} & request.POST.keys()
        made = _attempt(request, kind, form, changes) if tries else None
        if made is not None and "save" in request.POST:
            keep_undo(request, child, kind, form.record, made.changes)
            moved = " ".join(one.sentence for one in made.moved)
            messages.success(
                request, f"Saved at {clock()}. No return will change what you typed. {moved}".rstrip()
            )
            return redirect(_page(child))
        if made is not None and "check" in request.POST:
            form.record.refresh_from_db()
            more = {"differences": form.differences(), "moved": made.moved}
            return render(request, "child/check.html", {**context, **more})
    return render(request, "child/correct.html", context, status=400 if form.errors else 200)


def _look_again(request: HttpRequest, form: CorrectionForm, context: dict[str, Any]) -> HttpResponse:
    """Who changed what in the meantime, with what this person typed kept."""
    form.record.refresh_from_db()
    fields = form.changed_meanwhile()
    labels = ", ".join(str(form.fields[name].label).lower() for name in fields)
    who = f"{who_changed(form.record, fields, request.user)} ({labels})"
    if form.stood is None:
        who = "It cannot be told any more what the record said when you opened this form"
    again = form.looked_at_again()
    again.add_error(
        None,
        f"{who}; look again. What you typed is kept below, and nothing of it is saved yet. "
        "Fields you left alone show what the record says now.",
    )
    return render(request, "child/correct.html", {**context, "form": again}, status=409)


@dataclass(frozen=True)
class Made:
    """``changes``: ids of what the history says of it; ``moved``: what is due on another day now."""

    changes: list[int]
    moved: list[Moved]


def _attempt(request: HttpRequest, kind: str, form: CorrectionForm, changes: Values) -> Made | None:
    """Make the change, or only try it unless it is to be saved.

    What the record refuses becomes the form's errors, and the answer is None. Raises ChangedMeanwhile.
    """
    try:
        with transaction.atomic():
            hold(form.record)
            form.check_unchanged()
            child = form.record if kind == "child" else form.record.child
            before, due_before = last_change(form.record), due_days(child, today(request))
            writer(kind, form.record, request.user)(changes)
            made = list(changes_after(form.record, before))
            if made:
                give_reason(change=made[-1], reason=form.cleaned_data.get("why", ""), by=request.user)
            moved = what_moved(due_before, due_days(child, today(request)))
            if "save" not in request.POST:
                transaction.set_rollback(True)
            return Made([change.pk for change in made], moved)
    except ReviewAlreadyHeld as refusal:
        form.add_error("held_on", str(refusal))
    except ValidationError as refusal:
        add_refusal(form, refusal)
    return None


def _one(records: models.QuerySet, public_id: UUID) -> Any:
    found = records.select_related("child").filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def _page(child: Child) -> str:
    return reverse("child", args=[child.public_id])
