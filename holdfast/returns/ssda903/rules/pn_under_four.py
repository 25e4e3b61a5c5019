"""A code of taking part at the review of a child under four."""

from __future__ import annotations

import ibis

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.with_born("Reviews")
    fourth = (rows.BORN + ibis.interval(years=4)).cast("date")
    taking_part = rows.REVIEW_CODE.isin([f"PN{n}" for n in range(1, 8)])
    yield at(rows.filter(taking_part & (fourth > rows.REVIEW)), "Reviews", "REVIEW_CODE")


RULE = Rule(
    code="pn_under_four",
    title="PN1 to PN7 for a child under four",
    message=("REVIEW_CODE is {found}, but the child was under four at the review. Give PN0."),
    tables=("Reviews", "Header"),
    source="SSDA903 rule 441: PN1 to PN7 before the fourth birthday",
    find=find,
)
