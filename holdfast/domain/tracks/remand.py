"""A child looked after by remand or detention: the ordinary clock runs, and ends when the remand does.

Source: Legal Aid, Sentencing and Punishment of Offenders Act 2012, section 104, and Care Planning Regulations 2010,
regulation 33; legal status J1, J2 or J3 in the SSDA903.
"""

from __future__ import annotations

from holdfast.domain.limits import Book
from holdfast.domain.timescales import Due
from holdfast.domain.tracks import ordinary, said
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.standing import Care

CALLED = {
    "J1": "the remand",
    "J2": "the detention in the council's accommodation",
    "J3": "the youth rehabilitation order",
}


def claim(care: Care, book: Book) -> Claim | None:
    """The next review while the remand lasts; None when the child is not on remand. Regulation 33."""
    called = CALLED.get(care.now.legal_status or "")
    if called is None:
        return None
    due = ordinary.next_due(care, book)
    first = care.period.episodes[0]
    if isinstance(due, Due) and due.rule_id == "review.first" and first.legal_status in CALLED:
        sentence = f"The first review is due within {{limit}} of {called} on {{day}}, which made the child looked after"
        return Claim(
            "remand",
            Kind.CARE,
            said.due("review.first", care.period.started, sentence, book),
            would_change=_changes(called),
        )
    return Claim("remand", Kind.CARE, due, would_change=_changes(called))


def _changes(called: str) -> tuple[str, ...]:
    return (
        f"If {called} ended before then, and care with it, no review would be due.",
        "A review is to be held before accommodation on remand ends (regulation 33(3)(c)).",
    )
