"""Invented reviews."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from holdfast.casework.people.models import Child
from holdfast.casework.reviews.models import EarlyTrigger, Meeting, Review


def review(child: Child, on: date = date(2016, 6, 1), participation: str = "PN1") -> Review:
    """A review held and completed on one day, at which the child spoke."""
    return Review.objects.create(child=child, held_on=on, completed_on=on, participation=participation)


def booked(child: Child, on: date = date(2017, 4, 10), **facts: Any) -> Review:
    """A review of a child in care, booked for ten o'clock in the town hall."""
    standard = {
        "booked_on": date(2017, 3, 1),
        "planned_at": time(10),
        "mode": "in_person",
        "venue": "Town Hall",
    }
    return Review.objects.create(child=child, planned_on=on, **{**standard, **facts})


def under_way(child: Child, on: date = date(2017, 3, 20), **facts: Any) -> Review:
    """A review whose one meeting was held, the child speaking; it is neither adjourned nor completed."""
    made = booked(child, on, held_on=on, participation="PN1", **facts)
    meeting(made, on)
    return made


def meeting(review: Review, on: date | None, number: int = 1, **facts: Any) -> Meeting:
    """A meeting that was held, at which the child was and spoke."""
    standard = {"child_there": "yes", "views_by": "self", "mode": "in_person"} if on else {}
    return Meeting.objects.create(review=review, number=number, held_on=on, **{**standard, **facts})


def trigger(child: Child, code: str = "officer_asks", on: date = date(2017, 3, 20)) -> EarlyTrigger:
    """Something that happened, and the officer was told the same day; nothing is decided yet."""
    return EarlyTrigger.objects.create(child=child, code=code, happened_on=on, told_on=on)
