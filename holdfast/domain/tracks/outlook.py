"""What is due for a child as of a day, from every track at once, and what became of what was due before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from holdfast.domain.limits import NATIONAL, Book
from holdfast.domain.tracks import child_in_need, child_protection, in_care, short_breaks
from holdfast.domain.tracks.claim import Claim, Outlook
from holdfast.domain.tracks.facts import Life
from holdfast.domain.tracks.standing import care_on


def outlook(life: Life, on: date, book: Book = NATIONAL) -> Outlook:
    """Every claim on a day, the earliest first, from what had happened by that day."""
    return Outlook(on, tuple(sorted(_claims(life, on, book), key=_by_day)))


def _claims(life: Life, on: date, book: Book) -> Iterator[Claim]:
    care = care_on(life, on)
    if care is not None:
        yield from in_care.claims(care, book)
    yield from short_breaks.claims(life, on, book)
    yield from child_protection.claims(life, on, book)
    yield from child_in_need.claims(life, on, book)


def _by_day(claim: Claim) -> tuple[bool, date]:
    return (claim.last_day is None, claim.last_day or date.max)
