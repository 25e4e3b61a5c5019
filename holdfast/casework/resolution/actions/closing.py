"""Closing a concern with the effect for the child, taking it back, opening it again, and telling the child."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.provenance.actions import give_reason
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.resolution import rules
from holdfast.casework.resolution.models import Concern, Effect, Pause
from holdfast.domain.resolution.moves import Move

from .holding import hold, moved, put

_OPEN = {
    "closed_on": None,
    "effect": "",
    "what_changed": "",
    "changed_on": None,
    "evidence": "",
    "child_told": "",
    "child_told_on": None,
    "child_told_why": "",
}


@transaction.atomic
def close(
    *,
    concern: Concern,
    effect: str,
    what_changed: str,
    changed_on: date | None,
    evidence: str,
    child_told: str,
    on: date,
    by: Any,
    child_told_on: date | None = None,
    child_told_why: str = "",
    step: int | None = None,
) -> None:
    """Close it with what came of it for the child. Raises NotNow, Moved, NotAllowed, NotYours, and ValidationError
    with a sentence for each thing that is not said."""
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.CLOSE, step=step, on=on)
    told = {
        "effect": effect,
        "what_changed": what_changed,
        "changed_on": changed_on,
        "evidence": evidence,
        "child_told": child_told,
        "child_told_on": child_told_on,
        "child_told_why": child_told_why,
    }
    _close(concern, rules.check_effect(concern, told, on), on, by)
    moved(concern, "concern.closed", by)


@transaction.atomic
def take_back(*, concern: Concern, why: str, on: date, by: Any, step: int | None = None) -> None:
    """It was no concern; the reason is kept, and the concern with all its stages stays to be read."""
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.TAKE_BACK, step=step, on=on)
    why = rules.check_text(why, "why", "Say why you take it back.")
    _close(concern, {"effect": Effect.WITHDRAWN, "what_changed": why}, on, by)
    moved(concern, "concern.taken_back", by)


@transaction.atomic
def reopen(*, concern: Concern, why: str, on: date, by: Any, step: int | None = None) -> None:
    """Open it again as it stood; how it was closed stays in its history, with the reason.

    The days it was closed are a pause of the clock: not used, and in view.
    """
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.REOPEN, step=step, on=on)
    why = rules.check_reason(why, "why", "Say why it is opened again.")
    first, last = concern.closed_on + timedelta(days=1), on - timedelta(days=1)
    put(concern, _OPEN, by)
    concern.closed_at = concern.closed_by = None
    concern.save(update_fields=["closed_at", "closed_by"])
    change = history_of(concern).filter(field="closed_on").last()
    give_reason(change=change, reason=why, by=by)
    if first <= last:
        Pause.objects.create(
            concern=concern, starts=first, ends=last, why=f"Closed; opened again: {why}"[:300]
        )
    moved(concern, "concern.reopened", by)


@transaction.atomic
def tell_child(
    *,
    concern: Concern,
    child_told: str,
    on: date,
    by: Any,
    child_told_on: date | None = None,
    child_told_why: str = "",
    step: int | None = None,
) -> None:
    """Whether the child was told what came of it, where “not yet” was said when it was closed."""
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.TELL_CHILD, step=step, on=on)
    told = {"child_told": child_told, "child_told_on": child_told_on, "child_told_why": child_told_why}
    wrong = rules.wrongly_told(told, on)
    if wrong:
        raise ValidationError(wrong)
    if put(concern, rules.telling(told), by):
        moved(concern, "concern.child_told", by)


def _close(concern: Concern, values: dict[str, Any], on: date, by: Any) -> None:
    for one in concern.pauses.all():
        if one.ends is None:
            put(one, {"ends": on}, by)
    put(concern, {"closed_on": on, **values}, by)
    concern.closed_at, concern.closed_by = timezone.now(), by
    concern.save(update_fields=["closed_at", "closed_by"])
