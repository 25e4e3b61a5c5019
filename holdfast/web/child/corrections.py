"""Typed corrections: fill in, check your answers, saved, and undo for a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.casework.access.roles import Permission
from holdfast.casework.care import actions as care
from holdfast.casework.care.queries import episodes_of
from holdfast.casework.people import actions as people
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import find_child, open_child
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.provenance.rules import from_text
from holdfast.casework.reviews import actions as reviews
from holdfast.casework.reviews.queries import reviews_of
from holdfast.casework.reviews.rules import ReviewAlreadyHeld
from holdfast.web.child.forms import ChildForm, CorrectionForm, EpisodeForm, ReviewForm, Values
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today

UNDO_KEY = "undo_correction"
#: How long a change may be taken back with one press; after that it is corrected like any other.
UNDO_FOR = timedelta(minutes=15)

Write = Callable[[Values], list[str]]


@dataclass(frozen=True)
class Undo:
    """The change this person made last, if it may still be taken back with one press."""

    kind: str
    record_id: str
    fields: tuple[str, ...]
    at: datetime


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


@require_POST
@needs(Permission.CORRECT_RECORDS)
def undo(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Put back what stood there before this person's last change of this child's record."""
    child = find_child(request.user, child_id)
    last = undoable(request, child)
    if last is None:
        messages.info(request, "There is nothing left to undo here. Correct the record instead.")
        return redirect("child", child_id)
    record = _record(child, last.kind, UUID(last.record_id))
    before: Values = {}
    for change in history_of(record).filter(field__in=last.fields):
        before[change.field] = from_text(type(record), change.field, change.before)
    _writer(last.kind, record, request.user)(before)
    del request.session[UNDO_KEY]
    messages.success(request, f"Undone at {_clock()}. The record says again what it said before.")
    return redirect("child", child_id)


def undoable(request: HttpRequest, child: Child) -> Undo | None:
    """The change of this child's record that this person may still take back."""
    kept = request.session.get(UNDO_KEY)
    if not kept or kept["child"] != str(child.public_id):
        return None
    at = datetime.fromisoformat(kept["at"])
    if timezone.now() - at > UNDO_FOR:
        return None
    return Undo(kept["kind"], kept["record"], tuple(kept["fields"]), timezone.localtime(at))


def _correct(
    request: HttpRequest,
    child: Child,
    kind: str,
    record: Any,
    form_class: type[CorrectionForm],
    title: str,
    on: date,
) -> HttpResponse:
    """The form, then the check page, then the change."""
    form = form_class(record, on, request.POST or None)
    write = _writer(kind, record, request.user)
    context = {
        "page": Page.under(
            title, "children", ("Children and young people", "children"), (str(child), _page(child))
        ),
        "child": child,
        "form": form,
        "kind": kind,
        "cancel": _page(child),
    }
    if request.method == "POST" and form.is_valid():
        changes = form.changes()
        if not changes:
            messages.info(request, "Nothing was changed: the record says this already.")
            return redirect(_page(child))
        if "save" in request.POST and _attempt(form, write, changes, keep=True):
            _keep_undo(request, child, kind, record, list(changes))
            messages.success(request, f"Saved at {_clock()}. No return will change what you typed.")
            return redirect(_page(child))
        if "check" in request.POST and _attempt(form, write, changes, keep=False):
            record.refresh_from_db()
            return render(request, "child/check.html", {**context, "differences": form.differences()})
    return render(request, "child/correct.html", context, status=400 if form.errors else 200)


def _attempt(form: CorrectionForm, write: Write, changes: Values, *, keep: bool) -> bool:
    """Make the change, or only try it: what the record refuses becomes the form's errors."""
    try:
        with transaction.atomic():
            write(changes)
            if not keep:
                transaction.set_rollback(True)
    except ReviewAlreadyHeld as refusal:
        form.add_error("held_on", str(refusal))
    except ValidationError as refusal:
        found = (
            refusal.message_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: refusal.messages}
        )
        for field, sentences in found.items():
            form.add_error(field if field in form.fields else None, sentences)
    return not form.errors


def _writer(kind: str, record: Any, by: Any) -> Write:
    """The one action that writes this kind of record."""
    if kind == "episode":
        return lambda changes: care.correct_episode(episode=record, changes=changes, by=by)
    if kind == "review":
        return lambda changes: reviews.correct_review(review=record, changes=changes, by=by)
    return lambda changes: people.correct_child(child=record, changes=changes, by=by)


def _record(child: Child, kind: str, record_id: UUID) -> Any:
    if kind == "child":
        return child
    return _one(episodes_of(child) if kind == "episode" else reviews_of(child), record_id)


def _one(records: models.QuerySet, public_id: UUID) -> Any:
    found = records.select_related("child").filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def _keep_undo(request: HttpRequest, child: Child, kind: str, record: Any, fields: list[str]) -> None:
    request.session[UNDO_KEY] = {
        "child": str(child.public_id),
        "kind": kind,
        "record": str(record.public_id),
        "fields": fields,
        "at": timezone.now().isoformat(),
    }


def _page(child: Child) -> str:
    return reverse("child", args=[child.public_id])


def _clock() -> str:
    return f"{timezone.localtime():%H:%M}"
