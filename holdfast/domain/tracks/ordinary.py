"""A child in care: 20 working days, 3 months, 6 months. Regulation 33."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from holdfast.domain import timescales
from holdfast.domain.limits import Book
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Kind, Life

CHANGES = (
    "If care ended before then, no review would be due.",
    "Any of five events in regulation 33(3) would make an earlier review necessary.",
)


def claims(life: Life, on: date, book: Book) -> Iterator[Claim]:
    """The next review of the period of care that covers the day. Care Planning Regulations 2010, regulation 33."""
    begun = [period for period in life.periods if period.started <= on]
    if not begun or (begun[-1].ended is not None and begun[-1].ended <= on):
        return
    period = begun[-1]
    completed = [
        held.completed_on
        for held in life.held
        if held.kind is Kind.CARE and held.completed_on and held.completed_on <= on
    ]
    due = timescales.next_review(period.started, completed, start_known=period.start_known, book=book)
    yield Claim("ordinary", Kind.CARE, due, would_change=CHANGES)
