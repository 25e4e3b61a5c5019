"""What a track says is due, and what became of what was due before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.domain.timescales import Due, NotKnown, NotRequired
from holdfast.domain.tracks.facts import Held, Kind


@dataclass(frozen=True)
class Claim:
    """One track's next due date.

    ``track``: its short name ("ordinary", "adoption", …). ``kind``: what is to be held. ``opens``: the first day it may
    be held, where there is a window. ``would_change``: sentences on what would move the date. ``alerts``: sentences
    that somebody must read now (a short break past 17 days). ``meeting_needed``: False where the law lets the review
    be done without a meeting. ``plan``: which protection or child-in-need plan it is about.
    """

    track: str
    kind: Kind
    due: Due | NotRequired | NotKnown
    opens: date | None = None
    would_change: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()
    meeting_needed: bool = True
    plan: int | None = None

    @property
    def last_day(self) -> date | None:
        """The last day in time, where one is due."""
        return self.due.last_day if isinstance(self.due, Due) else None


@dataclass(frozen=True)
class Outlook:
    """What is due for a child as of a day. ``claims``: every track's, the earliest first; undated ones at the end.

    Of several claims on one kind and plan the earliest counts: it is the one ``binding`` gives.
    """

    on: date
    claims: tuple[Claim, ...]

    def binding(self, kind: Kind, plan: int | None = None) -> Claim | None:
        """The claim that sets the day for a kind (of one plan, if given); None when nothing of the kind is due."""
        return next(
            (c for c in self.claims if c.kind is kind and (plan is None or c.plan == plan)),
            None,
        )

    @property
    def alerts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(alert for claim in self.claims for alert in claim.alerts))


class Kept(StrEnum):
    """What became of something that was due."""

    IN_TIME = "in_time"
    LATE = "late"
    OPEN = "open"  # not yet held, the day not yet past
    OVERDUE = "overdue"  # not yet held, or not to its end, and it can no longer be in time
    UNDER_WAY = "under_way"  # first meeting held, the final one not yet, still in time
    NOT_REQUIRED = "not_required"  # care or the plan ended first


@dataclass(frozen=True)
class Obligation:
    """One thing that was or is due: the claim that bound it, and the meeting that met it.

    Two readings of "in time" (rules A3.2): ``kept`` is by the first meeting, and the series ended within 20 working
    days of it; ``kept_by_final`` is by the final meeting alone. They differ only for a series.
    """

    claim: Claim
    met_by: Held | None
    kept: Kept
    kept_by_final: Kept
