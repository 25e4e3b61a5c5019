"""Invented midway checks: after a review with released decisions."""

from __future__ import annotations

from datetime import date

from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.records.models import Decision, Release
from holdfast.casework.records.queries import snapshot_of
from holdfast.casework.reviews.models import Review


def decisions(review: Review, number: int = 2, released: date | None = date(2016, 6, 3)) -> list[Decision]:
    """Decisions of a review, released unless no day is given."""
    made = [
        Decision.objects.create(
            review=review,
            number=nth,
            what=f"See the dentist, visit {nth}",
            outcome="Healthy teeth",
            who="Jo Reed",
            by_when=date(2016, 7, nth),
        )
        for nth in range(1, number + 1)
    ]
    if released:
        words = [snapshot_of(one) for one in made]
        Release.objects.create(review=review, released_on=released, decisions=words)
    return made


def check(review: Review, due_on: date = date(2016, 7, 12), number: int = 2, **facts: object) -> MidwayCheck:
    """A check after a review with that many released decisions."""
    decisions(review, number)
    return MidwayCheck.objects.create(review=review, due_on=due_on, **facts)
