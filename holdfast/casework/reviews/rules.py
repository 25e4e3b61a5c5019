"""What somebody may type about a review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from .models import PARTICIPATION, Review

CORRECTABLE = ("held_on", "completed_on", "participation")


class ReviewAlreadyHeld(Exception):
    """There is a review of this child on this day."""

    def __init__(self, held_on: date) -> None:
        super().__init__(
            f"A review of {held_on:%-d %B %Y} is already on this child's record. Correct that one."
        )


def check_review(review: Review, changes: Mapping[str, Any]) -> None:
    """Raises ValidationError for a code that is none, or a review completed before it was held."""
    facts = {field: changes.get(field, getattr(review, field)) for field in CORRECTABLE}
    if not facts["held_on"]:
        raise ValidationError({"held_on": "A review needs the day it was held."})
    if facts["completed_on"] and facts["completed_on"] < facts["held_on"]:
        raise ValidationError(
            {"completed_on": "This review was completed before it was held. Check both dates."}
        )
    if changes.get("participation") not in (None, "", *PARTICIPATION):
        raise ValidationError({"participation": "Choose how the child took part: PN0 to PN7."})


def check_day_is_free(child_id: int, day: date) -> None:
    """Raises ReviewAlreadyHeld when the child has a review on that day."""
    if Review.objects.filter(child_id=child_id, held_on=day, withdrawn_at__isnull=True).exists():
        raise ReviewAlreadyHeld(day)
