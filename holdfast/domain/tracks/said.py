"""How tracks say what is due: one sentence from one limit, or a sentence on why no day can be told."""

from __future__ import annotations

from datetime import date

from holdfast.domain import limits, timescales
from holdfast.domain.limits import Book
from holdfast.domain.timescales import Due, NotKnown
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Held, Kind
from holdfast.domain.wording import long_date

#: what each kind is called in a sentence
CALLED = {
    Kind.CARE: "review",
    Kind.SHORT_BREAK: "review of short breaks",
    Kind.CONFERENCE_INITIAL: "initial conference",
    Kind.CONFERENCE_REVIEW: "review conference",
    Kind.CONFERENCE_TRANSFER: "transfer-in conference",
    Kind.NEED: "review",
    Kind.CORE_GROUP: "core group",
}


def due(rule_id: str, counted_from: date, sentence: str, book: Book) -> Due | NotKnown:
    """What ``timescales.after`` says; where no limit is held for the day, that the day cannot be told."""
    try:
        return timescales.after(rule_id, counted_from, sentence, book)
    except limits.LimitNotHeld:
        day = long_date(counted_from)
        return NotKnown(f"No rule on this is held for {day}. Check that the date is right.")


def to_complete(held: Held, book: Book, plan: int | None = None) -> Claim:
    """A review under way is to be completed within 20 working days of its first meeting (our reading; regulation 36).

    The next one is due from its final meeting.
    """
    sentence = f"The {CALLED[held.kind]} begun on {{day}} is to be completed within {{limit}} of that day"
    return Claim(
        "series",
        held.kind,
        due("review.series", held.first_on, sentence, book),
        would_change=("When its final meeting is held, the next due date is counted from that day.",),
        plan=plan,
    )
