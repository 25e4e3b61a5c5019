"""A settled foster placement: the review is due as ever, but a meeting need not be held each time.

Source: Care Planning and Fostering (Miscellaneous Amendments) (England) Regulations 2015, as councils' procedures
tell it; that one meeting a year is to be held is the usual reading.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from holdfast.domain import limits
from holdfast.domain.limits import Book
from holdfast.domain.timescales import Due
from holdfast.domain.tracks import ordinary
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Marker
from holdfast.domain.tracks.standing import Care
from holdfast.domain.wording import long_date

LONG_TERM = frozenset({"U1", "U4"})
FOSTER = frozenset({"U1", "U2", "U3", "U4", "U5", "U6"})


def claim(care: Care, book: Book) -> Claim | None:
    """The next review once the placement is settled; None when it is not, or no rule on it is held for its start."""
    since = settled_since(care)
    if since is None:
        return None
    try:
        from_day = book.on("fostering.settled", since).after(since)
    except limits.LimitNotHeld:
        return None
    as_ever = ordinary.claim(care, book)
    if care.on < from_day or not isinstance(as_ever.due, Due):
        return None
    meeting_by = _meeting_by(care, book)
    needed = meeting_by is None or meeting_by <= as_ever.due.last_day
    return replace(
        as_ever,
        track="long_term_fostering",
        meeting_needed=needed,
        would_change=(*_sentences(since, meeting_by, needed), *as_ever.would_change),
    )


def settled_since(care: Care) -> date | None:
    """Since when the child has lived in this placement as a long-term one: by its code, or by the match."""
    days = []
    for episode in reversed(care.at_home):
        if episode.started < care.placement_began or episode.place not in LONG_TERM:
            break
        days = [episode.started]
    matched = care.last(Marker.LONG_TERM_MATCH)
    if matched and matched >= care.placement_began and care.at_home and care.at_home[-1].place in FOSTER:
        days.append(matched)
    return min(days, default=None)


def _meeting_by(care: Care, book: Book) -> date | None:
    """A year after the last review that had a meeting; None where none had."""
    met = [one.first_on for one in care.reviews.held if one.with_meeting]
    if not met or not book.holds("fostering.meeting", met[-1]):
        return None
    return book.on("fostering.meeting", met[-1]).after(met[-1])


def _sentences(since: date, meeting_by: date | None, needed: bool) -> tuple[str, ...]:
    settled = f"This has been a long-term foster placement since {long_date(since)}"
    if not needed and meeting_by is not None:
        return (
            f"{settled}, so this review may be done without a meeting; one is needed by {long_date(meeting_by)}.",
        )
    return (f"{settled}, but a meeting is needed now: none would have been held for a year.",)
