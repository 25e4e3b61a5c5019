"""Decisions of a review: made, changed, taken back before they are released, and settled at the next review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.people.rules import check_fields
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.records.models import Decision, DecisionStatus, Record
from holdfast.casework.records.rules import check_day, check_decision, check_open, check_theirs, tidy
from holdfast.casework.reviews.models import Review

FIELDS = ("what", "outcome", "who", "by_when", "no_date_why")


@transaction.atomic
def add_decision(
    *,
    review: Review,
    what: str,
    outcome: str,
    who: str,
    by_when: date | None = None,
    no_date_why: str = "",
    by: Any,
) -> Decision:
    """One more decision of a review; the same words again are the decision that stands: pressing twice writes once.

    Raises ValidationError with a sentence per field, or when the record is signed.
    """
    check_theirs(by, review.child, Permission.HOLD_REVIEWS)
    _hold_decisions(review)
    check_open(Record.objects.filter(review=review).first())
    last = Decision.objects.filter(review=review).aggregate(last=Max("number"))["last"] or 0
    decision = Decision(
        review=review,
        number=last + 1,
        what=tidy(what),
        outcome=tidy(outcome),
        who=tidy(who),
        by_when=by_when,
        no_date_why=tidy(no_date_why),
    )
    check_decision(decision)
    told = {field: getattr(decision, field) for field in FIELDS}
    same = Decision.objects.filter(review=review, withdrawn_on=None, **told).first()
    if same is not None:
        return same
    decision.save()
    record(by=by, verb="decision.added", subject=decision, detail={"child": review.child_id})
    return decision


@transaction.atomic
def change_decision(*, decision: Decision, changes: Mapping[str, Any], by: Any) -> list[str]:
    """Word a decision otherwise; what was released stays as it was sent. Returns the fields that changed."""
    check_theirs(by, decision.review.child, Permission.HOLD_REVIEWS)
    check_fields(changes, FIELDS)
    _hold_decisions(decision.review)
    check_open(Record.objects.filter(review=decision.review).first())
    tried = Decision.objects.select_for_update().select_related("review").get(pk=decision.pk)
    for field, value in changes.items():
        setattr(tried, field, tidy(value) if isinstance(value, str) else value)
    check_decision(tried)
    changed = set_fields(record=decision, values={field: getattr(tried, field) for field in changes}, by=by)
    if changed:
        detail = {"child": decision.review.child_id, "fields": changed}
        record(by=by, verb="decision.changed", subject=decision, detail=detail)
    return changed


@transaction.atomic
def withdraw_decision(*, decision: Decision, on: date | None = None, by: Any) -> None:
    """Take a decision back before it is released. Raises ValidationError when it was sent already."""
    check_theirs(by, decision.review.child, Permission.HOLD_REVIEWS)
    _hold_decisions(decision.review)
    sent = [str(decision.public_id) in _ids(one.decisions) for one in decision.review.releases.all()]
    if any(sent):
        raise ValidationError(
            "This decision was released. Settle it as overtaken by events, and say why, instead."
        )
    if decision.withdrawn_on is None:
        set_fields(record=decision, values={"withdrawn_on": on or timezone.localdate()}, by=by)
        record(by=by, verb="decision.withdrawn", subject=decision, detail={"child": decision.review.child_id})


@transaction.atomic
def settle_decision(
    *,
    decision: Decision,
    status: str,
    note: str = "",
    at: Review | None = None,
    on: date | None = None,
    by: Any,
) -> list[str]:
    """What came of a decision, as the next review (``at``) or somebody since found it. Returns the fields that changed.

    Raises ValidationError for a status that is not in the list, or one that needs a word why and has none.
    """
    check_theirs(by, decision.review.child, Permission.HOLD_REVIEWS)
    if status not in DecisionStatus.values:
        raise ValidationError({"status": "Choose what came of it."})
    if status in (DecisionStatus.NOT_DONE, DecisionStatus.OVERTAKEN) and not note.strip():
        raise ValidationError({"note": "Say in a few words why."})
    if at is not None and at.child_id != decision.review.child_id:
        raise ValidationError("This decision is of another child’s review.")
    day = on or timezone.localdate()
    check_day(day, max(day, timezone.localdate()), "status", since=decision.review.held_on)
    values = {"status": status, "status_note": tidy(note), "status_at_id": at.pk if at else None}
    changed = set_fields(record=decision, values=values, by=by)
    if changed:
        set_fields(record=decision, values={"status_on": day}, by=by)
        detail = {"child": decision.review.child_id, "fields": ["status"]}
        record(by=by, verb="decision.settled", subject=decision, detail=detail)
    return changed


def _hold_decisions(review: Review) -> None:
    """One change of a review's decisions at a time: nothing changes while they are released or the record is signed."""
    Review.objects.select_for_update().get(pk=review.pk)


def _ids(snapshot: list[dict[str, Any]]) -> set[str]:
    return {one["id"] for one in snapshot}
