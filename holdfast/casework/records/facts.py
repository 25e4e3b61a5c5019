"""What a record says of its review beside the words that were written: kept as it stood when the record was signed."""

from __future__ import annotations

from typing import Any

from holdfast.casework.preparing.models import Came
from holdfast.casework.reviews.models import Review

from .models import Record


def facts_of(review: Review) -> dict[str, Any]:
    """As the records stand now. Days as ISO text; people as [name, who they are to the child]."""
    people = list(review.invitees.all())
    there = (Came.YES, Came.ONLINE)
    return {
        "name": str(review.child),
        "born": _iso(review.child.born),
        "kind": str(review.get_kind_display()),
        "held_on": _iso(review.held_on),
        "completed_on": _iso(review.completed_on),
        "chair": review.chair.name if review.chair else "",
        "participation": review.participation,
        "came": [_person(one) for one in people if one.came in there],
        "views": [_person(one) for one in people if one.sent_views and one.came not in there],
    }


def facts_in(review: Review, record: Record | None) -> dict[str, Any]:
    """What the record says: as it was signed, or, while it is open, as the records stand."""
    return record.facts if record is not None and record.facts else facts_of(review)


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


def _person(one: Any) -> list[str]:
    return [one.name, str(one.get_relation_display()).lower()]
