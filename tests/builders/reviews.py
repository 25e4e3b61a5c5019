"""Invented reviews."""

from __future__ import annotations

from datetime import date

from holdfast.casework.people.models import Child
from holdfast.casework.reviews.models import Review


def review(child: Child, on: date = date(2016, 6, 1), participation: str = "PN1") -> Review:
    """A review held and completed on one day, at which the child spoke."""
    return Review.objects.create(child=child, held_on=on, completed_on=on, participation=participation)
