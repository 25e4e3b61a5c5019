"""A child in care: 20 working days, 3 months, 6 months. Regulation 33."""

from __future__ import annotations

from holdfast.domain import ages, timescales
from holdfast.domain.limits import Book
from holdfast.domain.timescales import Due, NotKnown, NotRequired
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.standing import Care
from holdfast.domain.wording import long_date

ADULT = 18

CHANGES = (
    "If care ended before then, no review would be due.",
    "Any of five events in regulation 33(3) would make an earlier review necessary.",
)


def claim(care: Care, book: Book) -> Claim:
    """The next review of the period of care. Care Planning Regulations 2010, regulation 33."""
    due = next_due(care, book)
    return Claim("ordinary", Kind.CARE, due, would_change=(*_grown_up(care, due), *CHANGES))


def _grown_up(care: Care, due: Due | NotRequired | NotKnown) -> tuple[str, ...]:
    """Whether the child turns 18 by the day: nobody is looked after from then on. Children Act 1989, section 22."""
    if care.life.born is None or not isinstance(due, Due):
        return ()
    adult = ages.birthday(care.life.born, ADULT)
    if adult > due.last_day:
        return ()
    if adult <= care.on:
        return (f"18 since {long_date(adult)}, yet no end of care is on record: enter it, and none is due.",)
    return (f"The 18th birthday on {long_date(adult)} comes first: care ends by then, and no review is due.",)


def next_due(care: Care, book: Book) -> Due | NotRequired | NotKnown:
    """When the timetable of regulation 33 makes the next review due: from the actual day of the last."""
    period = care.period
    return timescales.next_review(
        period.started, care.reviews.completed, start_known=period.start_known, book=book
    )
