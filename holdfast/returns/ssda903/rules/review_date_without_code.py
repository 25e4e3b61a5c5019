"""A review with a date and no code."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Reviews"]
    without = rows.REVIEW.notnull() & rows.REVIEW_CODE.isnull()
    yield at(rows.filter(without), "Reviews", "REVIEW_CODE", rows.REVIEW)


RULE = Rule(
    code="review_date_without_code",
    title="Reviews without a code",
    message=(
        "The review of {found} has no REVIEW_CODE. "
        "It is counted as a review without a valid code; say how the child took part."
    ),
    tables=("Reviews",),
    source="SSDA903 rule 167: REVIEW and REVIEW_CODE both or neither",
    find=find,
)
