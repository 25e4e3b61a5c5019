"""A child in care: 20 working days, 3 months, 6 months. Regulation 33."""

from __future__ import annotations

from holdfast.domain import timescales
from holdfast.domain.limits import Book
from holdfast.domain.timescales import Due, NotKnown, NotRequired
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.standing import Care

CHANGES = (
    "If care ended before then, no review would be due.",
    "Any of five events in regulation 33(3) would make an earlier review necessary.",
)


def claim(care: Care, book: Book) -> Claim:
    """The next review of the period of care. Care Planning Regulations 2010, regulation 33."""
    return Claim("ordinary", Kind.CARE, next_due(care, book), would_change=CHANGES)


def next_due(care: Care, book: Book) -> Due | NotRequired | NotKnown:
    """When the timetable of regulation 33 makes the next review due: from the actual day of the last."""
    period = care.period
    return timescales.next_review(
        period.started, care.reviews.completed, start_known=period.start_known, book=book
    )
