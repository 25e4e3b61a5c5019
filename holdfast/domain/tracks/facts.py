"""What the tracks read of one child: care, meetings held, plans, and days that no return brings.

Everything is a day; what is not known is None. Filled from the records by ``casework.reviews.lives``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from holdfast.domain.care_history import Episode, PeriodOfCare, periods_of_care, short_breaks


class Kind(StrEnum):
    """What is held. The same words as ``casework.reviews.models.ReviewKind``; core groups are held beside them."""

    CARE = "care"
    SHORT_BREAK = "short_break"
    CONFERENCE_INITIAL = "conference_initial"
    CONFERENCE_REVIEW = "conference_review"
    CONFERENCE_TRANSFER = "conference_transfer"
    NEED = "need"
    CORE_GROUP = "core_group"


class Marker(StrEnum):
    """The same words as ``casework.care.models.MilestoneKind``."""

    ADOPTION_AUTHORISED = "adoption_authorised"
    ADOPTION_NO_LONGER_PLANNED = "adoption_no_longer_planned"
    LONG_TERM_MATCH = "long_term_match"
    SHORT_BREAKS_AGREED = "short_breaks_agreed"
    SHORT_BREAKS_ENDED = "short_breaks_ended"


@dataclass(frozen=True)
class Held:
    """A review, conference or core group. ``first_on``: its first meeting; ``completed_on``: its final one, None while
    it is under way. ``plan``: which protection or child-in-need plan it was about. ``key``: the record's own id.
    """

    kind: Kind
    first_on: date
    completed_on: date | None
    with_meeting: bool = True
    plan: int | None = None
    key: int | None = None


@dataclass(frozen=True)
class Milestone:
    """A day that changes which track a child is on."""

    kind: Marker
    on: date


@dataclass(frozen=True)
class Protection:
    """A child protection process. ``opened_on``: the strategy discussion, or the notice of the move here.

    ``closed_on``: no conference or no plan. ``unborn``: the plan is from before the birth (``Life.born``).
    """

    plan: int
    opened_on: date
    transfer_in: bool = False
    unborn: bool = False
    closed_on: date | None = None
    started: date | None = None
    ended: date | None = None


@dataclass(frozen=True)
class Need:
    """A plan of a child in need."""

    plan: int
    agreed_on: date
    made_on: date | None = None
    ended: date | None = None


@dataclass(frozen=True)
class Early:
    """The officer decided on ``asked_on`` that a review is to be held by ``by``; ``why`` is one phrase."""

    asked_on: date
    by: date
    why: str


@dataclass(frozen=True)
class Span:
    """From a day to a day, both included; None: until further notice."""

    starts: date
    ends: date | None = None

    def covers(self, day: date) -> bool:
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class Life:
    """All that the tracks read of one child. ``held`` in order of first day, every kind together."""

    born: date | None = None
    episodes: tuple[Episode, ...] = ()
    held: tuple[Held, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    protections: tuple[Protection, ...] = ()
    needs: tuple[Need, ...] = ()
    early: tuple[Early, ...] = ()

    @cached_property
    def periods(self) -> tuple[PeriodOfCare, ...]:
        """Periods of care, oldest first; short breaks are none."""
        return periods_of_care(self.episodes)

    @cached_property
    def breaks(self) -> tuple[Episode, ...]:
        """Episodes of short breaks in their order."""
        return short_breaks(self.episodes)
