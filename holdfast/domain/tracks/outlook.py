"""What is due for a child as of a day, from every track at once, and what became of what was due before."""

from __future__ import annotations

from datetime import date

from holdfast.domain.limits import NATIONAL, Book
from holdfast.domain.tracks import ordinary
from holdfast.domain.tracks.claim import Claim, Outlook
from holdfast.domain.tracks.facts import Life

#: every track there is; each gives the claims it has on a day
TRACKS = (ordinary.claims,)


def outlook(life: Life, on: date, book: Book = NATIONAL) -> Outlook:
    """Every claim on a day, the earliest first, from what had happened by that day."""
    found = [claim for track in TRACKS for claim in track(life, on, book)]
    return Outlook(on, tuple(sorted(found, key=_by_day)))


def _by_day(claim: Claim) -> tuple[bool, date]:
    return (claim.last_day is None, claim.last_day or date.max)
