"""The end of a review: completed with its final meeting, and how the child took part."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.reviews.models import PARTICIPATION, Chaired, LateReason, Review
from holdfast.casework.reviews.participating import codes_allowed, derived
from holdfast.casework.reviews.queries import held_meetings, next_meeting
from holdfast.casework.reviews.rules import (
    NotAtThisStage,
    Stage,
    check_stage,
    check_theirs,
    hold_row,
)
from holdfast.casework.reviews.timing import lateness_of
from holdfast.domain.limits import NATIONAL, Book


class DateIsWrong(Exception):
    """The review only looks late because a date on record is wrong: the date is corrected, and nothing is counted."""

    def __init__(self) -> None:
        super().__init__(
            "Correct the date that is wrong; then this review is not late, and can be completed."
        )


@transaction.atomic
def complete(
    *,
    review: Review,
    completed_on: date | None = None,
    late_reason: LateReason | str = "",
    late_note: str = "",
    child_chaired: Chaired | str = "",
    book: Book = NATIONAL,
    by: Any,
) -> None:
    """The review is completed with its final meeting, on whose day the next due date runs from.

    One that was late by the due date before it needs the reason. ``completed_on``: that meeting's day unless told.
    Raises NotAtThisStage; DateIsWrong when the reason is that a date is wrong; ValidationError with a sentence per
    field.
    """
    check_theirs(by, Permission.HOLD_REVIEWS, review.child_id)
    check_stage(hold_row(review), Stage.UNDER_WAY)
    held = held_meetings(review)
    if next_meeting(review) is not None:
        raise NotAtThisStage("This review was adjourned. Record its next meeting first.")
    day = completed_on or (held[-1].held_on if held else review.held_on)
    late = lateness_of(review, day, book)
    values: dict[str, Any] = {
        "completed_on": day,
        **_about_lateness(late is not None, late_reason, late_note),
    }
    if child_chaired not in ("", *Chaired.values):
        raise ValidationError({"child_chaired": "Say whether the child chaired the review."})
    values["child_chaired"] = child_chaired
    set_fields(record=review, values=values, by=by)
    record(by=by, verb="review.completed", subject=review, detail={"child": review.child_id})


@transaction.atomic
def override_participation(*, review: Review, code: str, reason: str, by: Any) -> None:
    """Another code than the answers give, with the reason; the code they give takes it back.

    Raises NotAtThisStage, or ValidationError with a sentence per field.
    """
    check_theirs(by, Permission.HOLD_REVIEWS, review.child_id)
    check_stage(hold_row(review), Stage.UNDER_WAY, Stage.COMPLETED)
    if code not in PARTICIPATION:
        raise ValidationError({"participation": "Choose how the child took part: PN0 to PN7."})
    if review.held_on and code not in codes_allowed(review.child, review.held_on):
        whom = "under 4" if code == "PN0" else "4 and older"
        raise ValidationError({"participation": f"{code} is for children {whom}; this child was not."})
    as_derived = code == derived(review)
    if not as_derived and not reason.strip():
        raise ValidationError({"participation_reason": "Say why another code is right."})
    values = {"participation": code, "participation_reason": "" if as_derived else reason.strip()}
    changed = set_fields(record=review, values=values, by=by)
    if changed:
        detail = {"child": review.child_id, "fields": changed}
        record(by=by, verb="review.participation_chosen", subject=review, detail=detail)


def _about_lateness(late: bool, reason: str, note: str) -> dict[str, str]:
    if not late:
        return {"late_reason": "", "late_note": ""}
    if reason == LateReason.RECORDING:
        raise DateIsWrong
    if reason not in LateReason.values:
        raise ValidationError({"late_reason": "This review was late. Choose why."})
    if reason == LateReason.OTHER and not note.strip():
        raise ValidationError({"late_note": "Say in a few words why it was late."})
    return {"late_reason": reason, "late_note": note.strip()}
