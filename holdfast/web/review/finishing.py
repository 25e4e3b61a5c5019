"""Completing a review, and what begins with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest

from holdfast.casework.midway.actions import follow_correction, set_up
from holdfast.casework.reviews import actions
from holdfast.casework.reviews.models import Meeting, ReviewKind
from holdfast.web.review.stages import WholeReview


def complete_and_follow(request: HttpRequest, whole: WholeReview, given: dict[str, Any]) -> None:
    """Complete the review; of a child in care the midway check is set up with it. Raises like `actions.complete`."""
    review = whole.review
    with transaction.atomic():
        actions.complete(
            review=review,
            late_reason=given.get("late_reason", ""),
            late_note=given.get("late_note", ""),
            child_chaired=given["child_chaired"],
            book=whole.book,
            by=request.user,
        )
        if review.kind == ReviewKind.CARE:
            set_up(review=review, by=request.user)
    messages.success(request, "The review is completed. The decisions are next.")


def correct_and_follow(meeting: Meeting, changes: Mapping[str, Any], why: str, by: Any) -> list[str]:
    """Correct a meeting; another day of a review puts its midway check halfway again. Raises like the action."""
    with transaction.atomic():
        changed = actions.correct_meeting(meeting=meeting, changes=changes, why=why, by=by)
        if "held_on" in changed:
            follow_correction(review=meeting.review, by=by)
    return changed
