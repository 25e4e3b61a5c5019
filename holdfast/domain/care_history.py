"""A child's care history from its episodes: periods of care, placements, short breaks.

Source: the SSDA903 guide (RNE, REC, T codes: a temporary stay is no change of placement) and the reading of
NI 62 and NI 63 that this service's figures use: a new placement is an episode with RNE S, P or B, not the
return from a temporary stay. One child at a time; the figures say the same as expressions over all children.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

SHORT_BREAK: Final = frozenset({"V3", "V4"})
TEMPORARY: Final = frozenset({"T0", "T1", "T2", "T3", "T4"})
NEW_CARER: Final = frozenset({"S", "P", "B"})
CONTINUES: Final = "X1"


@dataclass(frozen=True)
class Episode:
    """One episode of one child: first and last day, and the codes of the SSDA903 return. None means blank.

    ``line`` is the place in the reading order; it settles which of two episodes of the same day is the later.
    """

    started: date
    ended: date | None
    reason_started: str | None
    legal_status: str | None
    place: str | None
    place_post: str | None = None
    reason_ended: str | None = None
    reason_moved: str | None = None
    line: int = 0

    @property
    def is_short_break(self) -> bool:
        """Legal status V3 or V4 (SSDA903 guide)."""
        return self.legal_status in SHORT_BREAK

    @property
    def is_temporary(self) -> bool:
        """A temporary stay, placement T0 to T4 (SSDA903 guide)."""
        return self.place in TEMPORARY

    def covers(self, day: date) -> bool:
        """Whether the child was in this episode at the end of a day: the day it ended on is not in it."""
        return self.started <= day and (self.ended is None or self.ended > day)


@dataclass(frozen=True)
class Placement:
    """A new placement and the episodes after it up to the next; a temporary stay belongs to the one it interrupts.

    When ``start_known`` is false the placement began on or before ``started``.
    """

    episodes: tuple[Episode, ...]
    start_known: bool

    @property
    def started(self) -> date:
        return self.episodes[0].started

    @property
    def ended(self) -> date | None:
        return self.episodes[-1].ended

    @property
    def home(self) -> Episode:
        """The last episode that is no temporary stay; the stay itself where no other is known."""
        return next((e for e in reversed(self.episodes) if not e.is_temporary), self.episodes[-1])


@dataclass(frozen=True)
class PeriodOfCare:
    """An unbroken run of episodes. When ``start_known`` is false care began on or before ``started``."""

    episodes: tuple[Episode, ...]
    placements: tuple[Placement, ...]

    @property
    def start_known(self) -> bool:
        """Its first episode says that care started (RNE S)."""
        return self.episodes[0].reason_started == "S"

    @property
    def started(self) -> date:
        return self.episodes[0].started

    @property
    def ended(self) -> date | None:
        """The day the last episode ended; None while the child is in care."""
        return self.episodes[-1].ended

    @property
    def reason_ended(self) -> str | None:
        """Why care ended (REC); None while it lasts, and where the return says a next episode that is not there."""
        reason = self.episodes[-1].reason_ended
        return None if self.ended is None or reason == CONTINUES else reason


def periods_of_care(episodes: Iterable[Episode]) -> tuple[PeriodOfCare, ...]:
    """The periods of care of one child, oldest first; short breaks are set aside first.

    An episode continues the period before it only if its RNE is not S and the episode before ended X1 on the day
    it begins; otherwise it begins a new period. Source: SSDA903 guide, RNE and REC.
    """
    runs: list[list[Episode]] = []
    for episode in in_order(e for e in episodes if not e.is_short_break):
        if runs and _continues(runs[-1][-1], episode):
            runs[-1].append(episode)
        else:
            runs.append([episode])
    return tuple(PeriodOfCare(tuple(run), _placements(run)) for run in runs)


def short_breaks(episodes: Iterable[Episode]) -> tuple[Episode, ...]:
    """The episodes of short breaks (V3, V4): no period of care, no placement. SSDA903 guide, legal status."""
    return in_order(e for e in episodes if e.is_short_break)


def episode_on(episodes: Iterable[Episode], day: date) -> Episode | None:
    """The episode in which a child is in care at the end of a day; None when not in care.

    Short breaks are set aside. Of two such episodes (bad data) the later start counts, then the later line.
    Source: SSDA903 guide, DECOM and DEC.
    """
    found = in_order(e for e in episodes if not e.is_short_break and e.covers(day))
    return found[-1] if found else None


def in_order(episodes: Iterable[Episode]) -> tuple[Episode, ...]:
    """Episodes by first day, then by place in the reading order (SSDA903 guide, DECOM)."""
    return tuple(sorted(episodes, key=lambda e: (e.started, e.line)))


def _continues(before: Episode, after: Episode) -> bool:
    return after.reason_started != "S" and before.reason_ended == CONTINUES and before.ended == after.started


def _placements(run: list[Episode]) -> tuple[Placement, ...]:
    found: list[list[Episode]] = []
    for place_in_run, episode in enumerate(run):
        if not found or _is_new(episode, run[:place_in_run]):
            found.append([episode])
        else:
            found[-1].append(episode)
    return tuple(Placement(tuple(held), start_known=_is_new(held[0], [])) for held in found)


def _is_new(episode: Episode, before: list[Episode]) -> bool:
    if episode.is_temporary or episode.reason_started not in NEW_CARER:
        return False
    return not (before and before[-1].is_temporary and _is_return(episode, before))


def _is_return(episode: Episode, before: list[Episode]) -> bool:
    """Back to where the child was before the temporary stay, or the stay is the first that is known."""
    left = next((e for e in reversed(before) if not e.is_temporary), None)
    if left is None:
        return True
    return (episode.place, episode.place_post or None) == (left.place, left.place_post or None)
