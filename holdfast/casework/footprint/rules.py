"""Who may enter something in a child's footprint, and what."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Permission
from holdfast.casework.people.models import Child, Worker
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.rules import check_theirs


def check_officer(by: Any, child_id: int) -> None:
    """Raises NotAllowed unless they raise concerns and give praise, NotYours when the child is not theirs."""
    check_theirs(by, Permission.RAISE_CONCERNS, child_id)


def check_text(text: str, sentence: str) -> str:
    """The text without the blanks around it. Raises ValidationError with the sentence where nothing is left."""
    text = text.strip()
    if not text:
        raise ValidationError({"text": sentence})
    return text


def check_happened(happened_on: date, child: Child, on: date) -> None:
    """Raises ValidationError for a day still to come, or before the child was born."""
    if happened_on > on:
        raise ValidationError({"happened_on": "This day is still to come. Enter the day it happened."})
    if child.born and happened_on < child.born:
        raise ValidationError({"happened_on": "This is before the child was born. Check the year."})


def check_praised(worker: Worker, by: Any) -> None:
    """Raises ValidationError where somebody praises their own work."""
    if by is not None and worker.user_id == by.pk:
        raise ValidationError({"worker": "This is you. Choose the worker whose practice was good."})


def check_review(review: Review | None, child: Child) -> None:
    """Raises ValidationError for a review of another child."""
    if review is not None and review.child_id != child.pk:
        raise ValidationError("This review is not one of this child’s. Go back to the child’s page.")
