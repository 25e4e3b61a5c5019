"""A review code with no date."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Reviews"]
    yield at(rows.filter(rows.REVIEW.isnull()), "Reviews", "REVIEW", rows.REVIEW_CODE)


RULE = Rule(
    code="review_code_without_date",
    title="Review codes without a date",
    message=("REVIEW_CODE is {found} but REVIEW is blank. Give the day of the review, or remove the row."),
    tables=("Reviews",),
    source="SSDA903 rule 167: REVIEW and REVIEW_CODE both or neither",
    find=find,
)
