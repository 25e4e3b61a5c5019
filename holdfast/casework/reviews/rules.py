"""What somebody may type about a review, and what may be done with it at which stage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.people.queries import NotYours, children_for
from holdfast.domain.wording import long_date

from .models import PARTICIPATION, Review, ReviewKind

CORRECTABLE = ("held_on", "completed_on", "participation")


class Stage(StrEnum):
    """Where a review is, as its own records say. What became of its record is told above, in ``records``."""

    BOOKED = "booked"
    UNDER_WAY = "under_way"  # the first meeting was held, the review is not completed
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class ReviewAlreadyHeld(Exception):
    """There is a review of this child on this day."""

    def __init__(self, held_on: date) -> None:
        super().__init__(
            f"A review of {held_on:%-d %B %Y} is already on this child's record. Correct that one."
        )


class AlreadyBooked(Exception):
    """A review of this kind is in hand for this child."""

    def __init__(self, review: Review) -> None:
        self.review = review
        day = review.planned_on or review.held_on
        what = "is under way since" if review.held_on else "is booked for"
        super().__init__(
            f"{review.get_kind_display()}: one {what} {long_date(day)} for {review.child}. "
            "Move or complete that one; a second is not needed."
        )


class NotAtThisStage(Exception):
    """Somebody did, or tried to do, what the review is not ready for or is past."""


def stage_of(review: Review) -> Stage:
    """Where the review is. Asks the database nothing."""
    if review.cancelled_on is not None:
        return Stage.CANCELLED
    if review.completed_on is not None:
        return Stage.COMPLETED
    return Stage.BOOKED if review.held_on is None else Stage.UNDER_WAY


def check_theirs(by: Any, permission: Permission, child_id: int) -> None:
    """Raises NotAllowed when the role does not include this, NotYours when the child is not theirs to see."""
    check_by(by, permission)
    if by is not None and not children_for(by).filter(pk=child_id).exists():
        raise NotYours


def hold_row(review: Review) -> Stage:
    """Read the review again and keep it from others until the transaction ends; where it is now."""
    review.refresh_from_db(from_queryset=Review.objects.select_for_update())
    return stage_of(review)


def check_stage(stage: Stage, *wanted: Stage) -> None:
    """Raises NotAtThisStage with a sentence that says where the review is."""
    if stage in wanted:
        return
    where = {
        Stage.BOOKED: "It has not been held yet. Record its meeting first.",
        Stage.UNDER_WAY: "Its first meeting was held already.",
        Stage.COMPLETED: "It is completed already. What is wrong in it can be corrected on the child’s page.",
        Stage.CANCELLED: "It was cancelled. Take the cancelling back first.",
    }
    raise NotAtThisStage(f"This review has moved on since you opened the page. {where[stage]}")


def check_review(review: Review, changes: Mapping[str, Any]) -> None:
    """Raises ValidationError for a code that is none, or a review completed before it was held."""
    facts = {field: changes.get(field, getattr(review, field)) for field in CORRECTABLE}
    if not facts["held_on"]:
        raise ValidationError({"held_on": "A review needs the day it was held."})
    if facts["completed_on"] and facts["completed_on"] < facts["held_on"]:
        raise ValidationError(
            {"completed_on": "This review was completed before it was held. Check both dates."}
        )
    check_participation(changes.get("participation"))


def check_participation(code: str | None) -> None:
    """Raises ValidationError for a code that is in no list."""
    if code not in (None, "", *PARTICIPATION):
        raise ValidationError({"participation": "Choose how the child took part: PN0 to PN7."})


def check_day_is_free(child_id: int, day: date, kind: str = ReviewKind.CARE) -> None:
    """Raises ReviewAlreadyHeld when the child has a review of that kind on that day."""
    held = Review.objects.filter(child_id=child_id, kind=kind, held_on=day, withdrawn_at__isnull=True)
    if held.exists():
        raise ReviewAlreadyHeld(day)
