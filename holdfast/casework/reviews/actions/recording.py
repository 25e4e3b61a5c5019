"""A review typed in whole, and corrections of what stands on record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Child
from holdfast.casework.people.rules import check_fields, check_may_correct
from holdfast.casework.provenance.actions import set_fields, take_ownership
from holdfast.casework.provenance.models import Owner
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.rules import CORRECTABLE, check_day_is_free, check_review


@transaction.atomic
def add_review(*, child: Child, held_on: date, by: Any, **facts: Any) -> Review:
    """A review typed in here. Raises ReviewAlreadyHeld, or ValidationError with a sentence per field."""
    check_may_correct(by, child)
    check_fields(facts, CORRECTABLE)
    review = Review(child=child, held_on=held_on, **facts)
    check_review(review, facts)
    check_day_is_free(child.pk, held_on)
    review.save()
    given = ["held_on", *facts]
    take_ownership(record=review, fields=given, owner=Owner.TYPED)
    record(by=by, verb="review.added", subject=review, detail={"child": child.pk, "fields": given})
    return review


@transaction.atomic
def correct_review(
    *, review: Review, changes: Mapping[str, Any], by: Any, put_back: bool = False
) -> list[str]:
    """Type other facts of a review; no return changes them from now on. Returns the fields that changed.

    Its first and its final meeting follow. ``put_back``: these stood there before, so that even a code that is in no
    list may stand there again. Raises ReviewAlreadyHeld, or ValidationError with a sentence per field.
    """
    check_may_correct(by, review.child)
    check_fields(changes, CORRECTABLE)
    review.refresh_from_db(from_queryset=Review.objects.select_for_update())
    if not put_back:
        check_review(review, changes)
    if changes.get("held_on", review.held_on) != review.held_on:
        check_day_is_free(review.child_id, changes["held_on"], review.kind)
    before = (review.held_on, review.completed_on)
    changed = set_fields(record=review, values=changes, by=by)
    if changed:
        _meetings_follow(review, before, by)
        record(
            by=by,
            verb="review.put_back" if put_back else "review.corrected",
            subject=review,
            detail={"child": review.child_id, "fields": changed},
        )
    return changed


def _meetings_follow(review: Review, before: tuple[date | None, date | None], by: Any) -> None:
    """The meeting that stood for a corrected date moves with it; what stood there is kept."""
    meetings = list(review.meetings.filter(held_on__isnull=False).order_by("number"))
    if not meetings:
        return
    held_before, completed_before = before
    if review.held_on != held_before and meetings[0].held_on == held_before:
        set_fields(record=meetings[0], values={"held_on": review.held_on}, by=by)
    last = meetings[-1]
    if review.completed_on and review.completed_on != completed_before and last.held_on == completed_before:
        set_fields(record=last, values={"held_on": review.completed_on}, by=by)
