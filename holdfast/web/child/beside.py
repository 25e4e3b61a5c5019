"""What the child's page shows besides how the child stands: bookings, midway checks, decisions, footsteps, corrections.

Read for a child that was opened through the people's door, whose records are fetched.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import NoReverseMatch, reverse

from holdfast.casework.care.models import Episode
from holdfast.casework.footprint.footsteps import Footstep, footprint
from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.people.models import Child
from holdfast.casework.provenance.models import FieldChange
from holdfast.casework.provenance.queries import corrected_by_people
from holdfast.casework.records.models import DecisionStatus
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.queries import reviews_in_hand

#: the days whose correction moves what is due
DAYS = ("held_on", "completed_on", "started", "ended")
NOT_DONE = {DecisionStatus.OPEN, DecisionStatus.PART, DecisionStatus.NOT_DONE}


@dataclass(frozen=True)
class Beside:
    """``in_hand``: reviews booked or under way; ``decisions``: released and not done; ``corrections``: by record;

    ``footsteps``: what officers did, oldest first, as far as this reader is shown it.
    """

    in_hand: tuple[Review, ...]
    midways: tuple[MidwayCheck, ...]
    decisions: int
    corrections: dict[tuple[str, int], list[FieldChange]]
    footsteps: tuple[Footstep, ...] = ()

    @property
    def booked(self) -> tuple[Review, ...]:
        return tuple(review for review in self.in_hand if review.held_on is None)

    def midway_due(self, on: date) -> MidwayCheck | None:
        """The check that still waits for somebody."""
        open_ones = (m for m in self.midways if not (m.done_on or m.waived_on or m.closed_on))
        return next(open_ones, None)

    def corrections_of(self, record: Any) -> list[FieldChange]:
        return self.corrections.get((record._meta.label, record.pk), [])


def beside(child: Child, *, with_concerns: bool = False) -> Beside:
    """Six queries, and those of the footprint. ``with_concerns``: the reader reads concerns."""
    prefetch_related_objects([child], "reviews__midway", "reviews__decisions", "reviews__releases")
    reviews = list(child.reviews.all())
    corrections: dict[tuple[str, int], list[FieldChange]] = defaultdict(list)
    for model, records in ((Review, reviews), (Episode, list(child.episodes.all()))):
        for change in corrected_by_people(model, [record.pk for record in records], DAYS):
            corrections[change.record_type, change.record_id].append(change)
    return Beside(
        in_hand=tuple(reviews_in_hand([child])),
        midways=tuple(m for review in reviews if (m := getattr(review, "midway", None)) is not None),
        decisions=sum(_not_done(review) for review in reviews),
        corrections=dict(corrections),
        footsteps=tuple(footprint(child, with_concerns=with_concerns)),
    )


def _not_done(review: Review) -> int:
    """How many of its decisions are not done, once they were released: until then they are the officer's draft."""
    if not review.releases.all():
        return 0
    return sum(one.status in NOT_DONE and one.withdrawn_on is None for one in review.decisions.all())


def address(name: str, *args: Any) -> str:
    """An address of another journey; a blank where that journey is not there."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
