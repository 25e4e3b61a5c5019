"""What praise tells the monitor of a review, so that nobody types it there."""

from __future__ import annotations

from datetime import date

from holdfast.casework.monitors.known import Known
from holdfast.casework.reviews.models import Review

from .models import Praise


def known_of_praise(review: Review, on: date) -> dict[str, Known]:
    """Whether good practice was praised at this review."""
    given = Praise.objects.filter(review=review, taken_back_on=None, given_on__lte=on)
    last = given.order_by("given_on", "id").last()
    value, words = ("yes", "Yes") if last is not None else ("no", "No")
    return {"praise_given": Known(value, words, last.given_on if last else on, "the praise on record")}
