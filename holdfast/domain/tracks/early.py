"""An early review that the officer decided on. Regulation 33(3), and the lists of the IRO Handbook and councils."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from holdfast.domain import working_days
from holdfast.domain.timescales import Due
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Early, Kind, Life
from holdfast.domain.tracks.standing import Reviews
from holdfast.domain.wording import long_date

SOURCE = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(3)"
CHANGES = (
    "A review begun on or after the day it was asked for meets this.",
    "The officer may choose another day, and say why.",
)


def claims(life: Life, on: date, kind: Kind, since: date, held: Reviews) -> Iterator[Claim]:
    """The early reviews asked for since a day and not held yet. Regulation 33(3)."""
    for early in life.early:
        if since <= early.asked_on <= on and not held.any_since(early.asked_on):
            yield Claim("early", kind, _due(early), would_change=CHANGES)


def _due(early: Early) -> Due:
    why = f"The officer decided on {long_date(early.asked_on)} on an early review by {long_date(early.by)}"
    reason = early.why.strip().rstrip(".")
    return Due(
        rule_id="review.early",
        last_day=early.by,
        book_by=working_days.last_on_or_before(early.by),
        counted_from=early.asked_on,
        why=f"{why}: {reason}." if reason else f"{why}.",
        source=SOURCE,
        certainty="H",
    )
