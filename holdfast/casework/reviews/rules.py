"""What somebody may type about a review."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from .models import PARTICIPATION, Review

CORRECTABLE = ("held_on", "completed_on", "participation")


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
