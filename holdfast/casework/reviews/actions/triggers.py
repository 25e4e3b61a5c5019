"""What makes, or may make, an early review necessary, and what the officer decides."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Child
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.reviews.models import EarlyTrigger, TriggerAnswer
from holdfast.casework.reviews.rules import check_theirs
from holdfast.domain import early_triggers


@transaction.atomic
def log_trigger(
    *, child: Child, code: str, happened_on: date, told_on: date, note: str = "", by: Any
) -> EarlyTrigger:
    """Something happened, and the officer was told on a day. The same told again while nothing is decided is told once.

    Raises ValidationError with a sentence per field.
    """
    check_theirs(by, Permission.BOOK_REVIEWS, child.pk)
    if code not in {one.code for one in early_triggers.table()}:
        raise ValidationError({"code": "Choose what happened from the list."})
    if told_on > timezone.localdate():
        raise ValidationError({"told_on": "This day is yet to come. Check the date."})
    Child.objects.select_for_update().get(pk=child.pk)
    told = {"code": code, "happened_on": happened_on, "told_on": told_on, "note": note.strip()}
    same = EarlyTrigger.objects.filter(child=child, answer="", **told).first()
    if same is not None:
        return same
    trigger = EarlyTrigger(child=child, **told)
    trigger.full_clean(exclude=["public_id", "answered_by"], validate_constraints=False)
    trigger.save()
    record(by=by, verb="trigger.logged", subject=trigger, detail={"child": child.pk, "code": code})
    return trigger


@transaction.atomic
def answer_trigger(
    *,
    trigger: EarlyTrigger,
    answer: TriggerAnswer | str,
    reason: str,
    review_by: date | None = None,
    answered_on: date | None = None,
    by: Any,
) -> None:
    """What the officer decided, why, and for an early review the day it is to be held by. A later decision takes the
    place of an earlier one, which is kept. Raises ValidationError with a sentence per field."""
    check_theirs(by, Permission.HOLD_REVIEWS, trigger.child_id)
    day = answered_on or timezone.localdate()
    wrong: dict[str, str] = {}
    if answer not in TriggerAnswer.values:
        wrong["answer"] = "Choose what you decided."
    if not reason.strip():
        wrong["reason"] = "Say why, in a sentence."
    if answer == TriggerAnswer.REVIEW and review_by is None:
        wrong["review_by"] = "Give the day the early review is to be held by."
    elif answer == TriggerAnswer.REVIEW and review_by < trigger.told_on:
        wrong["review_by"] = "This day is before you were told. Check the date."
    if wrong:
        raise ValidationError(wrong)
    values = {
        "answer": answer,
        "reason": reason.strip(),
        "review_by": review_by if answer == TriggerAnswer.REVIEW else None,
        "answered_on": day,
    }
    set_fields(record=trigger, values=values, by=by)
    trigger.answered_by = by
    trigger.save(update_fields=["answered_by"])
    record(by=by, verb="trigger.answered", subject=trigger, detail={"child": trigger.child_id})
