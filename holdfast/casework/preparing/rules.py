"""Who may note what before a review, and what goes together."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.rules import Stage, check_stage, check_theirs, hold_row

from .models import ItemKind, Seen, SeenHow

#: what the social worker brings, and may say is there
OF_THE_SOCIAL_WORKER = frozenset(ItemKind)


def check_may_prepare(by: Any, review: Review) -> None:
    """Raises NotAllowed or NotYours, or NotAtThisStage for a review that is completed or cancelled."""
    check_theirs(by, Permission.BOOK_REVIEWS, review.child_id)
    check_stage(hold_row(review), Stage.BOOKED, Stage.UNDER_WAY)


def check_may_settle(by: Any, review: Review) -> None:
    """The same, for what a social worker or their manager may say of their own children too."""
    asked = Permission.BOOK_REVIEWS
    if by is not None and not may(by, asked) and may(by, Permission.ANSWER_FOR_CHILD):
        asked = Permission.ANSWER_FOR_CHILD
    check_theirs(by, asked, review.child_id)
    check_stage(hold_row(review), Stage.BOOKED, Stage.UNDER_WAY)


def check_seen(
    answer: str, seen_on: date | None, how: str, alone: str, why_not: str, review: Review, today: date
) -> None:
    """Raises ValidationError (field -> sentence) for answers that do not go together."""
    wrong: dict[str, str] = {}
    if answer not in Seen.values:
        raise ValidationError({"answer": "Say whether you saw the child before this review."})
    if answer == Seen.SEEN:
        if seen_on is None:
            wrong["seen_on"] = "Enter the day you saw the child."
        elif seen_on > today:
            wrong["seen_on"] = "This day is yet to come. Record it once you saw the child."
        elif review.completed_on and seen_on > review.completed_on:
            wrong["seen_on"] = "This day is after the review. Enter the day you saw the child before it."
        if how not in SeenHow.values:
            wrong["how"] = "Say where or how you saw the child."
        if alone not in ("yes", "no"):
            wrong["alone"] = "Say whether you saw the child alone."
    elif not why_not.strip():
        wrong["why_not"] = "Say why, in a sentence."
    if wrong:
        raise ValidationError(wrong)
