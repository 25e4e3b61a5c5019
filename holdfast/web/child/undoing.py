"""Taking back, with one press and for a while, the change one has just made, as long as it is the last one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from holdfast.casework.access.roles import Permission
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import find_child
from holdfast.casework.provenance.models import FieldChange, Owner
from holdfast.casework.provenance.queries import changes_after
from holdfast.casework.provenance.rules import as_text, from_text
from holdfast.casework.reviews.rules import ReviewAlreadyHeld
from holdfast.web.child.opened import ChangedMeanwhile, who_changed
from holdfast.web.child.writing import clock, find_record, hold, writer
from holdfast.web.doors import needs

UNDO_KEY = "undo_correction"
#: How long a change may be taken back with one press; after that it is corrected like any other.
UNDO_FOR = timedelta(minutes=15)


@dataclass(frozen=True)
class Undo:
    """The change this person made last, if it may still be taken back. ``changes``: ids of what it changed."""

    kind: str
    record_id: str
    changes: tuple[int, ...]
    at: datetime


def keep_undo(request: HttpRequest, child: Child, kind: str, record: Any, changes: list[int]) -> None:
    """Remember the change just made of a record, by the ids of what the history says of it."""
    request.session[UNDO_KEY] = {
        "child": str(child.public_id),
        "kind": kind,
        "record": str(record.public_id),
        "changes": changes,
        "at": timezone.now().isoformat(),
    }


def undoable(request: HttpRequest, child: Child) -> Undo | None:
    """The change of this child's record that this person may still take back."""
    kept = request.session.get(UNDO_KEY)
    if not kept or kept["child"] != str(child.public_id) or not kept.get("changes"):
        return None
    at = datetime.fromisoformat(kept["at"])
    if timezone.now() - at > UNDO_FOR:
        return None
    return Undo(kept["kind"], kept["record"], tuple(kept["changes"]), timezone.localtime(at))


@require_POST
@needs(Permission.CORRECT_RECORDS)
def undo(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Put back what stood there before this person's last change of this child's record."""
    child = find_child(request.user, child_id)
    last = undoable(request, child)
    record = find_record(child, last.kind, UUID(last.record_id)) if last else None
    if last is None or record is None:
        messages.info(request, "There is nothing left to undo here. Correct the record instead.")
        return redirect("child", child_id)
    try:
        _put_back(request.user, last, record)
    except ChangedMeanwhile as refusal:
        messages.warning(request, str(refusal))
    except ReviewAlreadyHeld as refusal:
        messages.warning(request, f"Not undone. {refusal}")
    except ValidationError as refusal:
        messages.warning(request, f"Not undone. {' '.join(refusal.messages)}")
    else:
        messages.success(request, f"Undone at {clock()}. The record says again what it said before.")
    del request.session[UNDO_KEY]
    return redirect("child", child_id)


@transaction.atomic
def _put_back(by: Any, last: Undo, record: Any) -> None:
    """What stood there, known to the code lists or not. Raises ChangedMeanwhile unless theirs is the last change."""
    hold(record)
    later = list(changes_after(record, min(last.changes) - 1))
    if not all(_is_own(change, by, last, record) for change in later):
        who = who_changed(record, [change.field for change in later], by)
        raise ChangedMeanwhile(
            f"Not undone: {who}, after you. Look again, and correct the record if it is wrong."
        )
    before = {change.field: from_text(type(record), change.field, change.before) for change in later}
    writer(last.kind, record, by, put_back=True)(before)


def _is_own(change: FieldChange, by: Any, last: Undo, record: Any) -> bool:
    """Whether the change is of this press of the button, and stands."""
    theirs = change.changed_by_id == by.pk and change.source == Owner.TYPED and change.pk in last.changes
    return theirs and as_text(getattr(record, change.field)) == change.after
