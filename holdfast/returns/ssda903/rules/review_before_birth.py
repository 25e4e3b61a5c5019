"""A review before the child was born."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.with_born("Reviews")
    yield at(rows.filter(rows.REVIEW < rows.BORN), "Reviews", "REVIEW")


RULE = Rule(
    code="review_before_birth",
    title="Reviews before the child was born",
    message=("The review of {found} is before the child's date of birth. Correct the date that is wrong."),
    tables=("Reviews", "Header"),
    source="A review is of a child who has been born",
    find=find,
)
