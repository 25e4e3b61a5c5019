"""The code for under fours at the review of a child aged four or over."""

from __future__ import annotations

import ibis

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.with_born("Reviews")
    fourth = (rows.BORN + ibis.interval(years=4)).cast("date")
    yield at(rows.filter((rows.REVIEW_CODE == "PN0") & (fourth < rows.REVIEW)), "Reviews", "REVIEW_CODE")


RULE = Rule(
    code="pn0_aged_four_or_over",
    title="PN0 for a child aged four or over",
    message=(
        "REVIEW_CODE is {found} (under four), but the child was four or over at the review. Give PN1 to PN7."
    ),
    tables=("Reviews", "Header"),
    source="SSDA903 rule 440: PN0 after the fourth birthday",
    find=find,
)
