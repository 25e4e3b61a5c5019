"""A review after the end of the return's year."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Reviews"].join(facts.years_of, "YEAR")
    yield at(rows.filter(rows.REVIEW > rows.ENDS), "Reviews", "REVIEW")


RULE = Rule(
    code="review_in_future",
    title="Reviews after the end of the year",
    message=(
        "The review of {found} is after 31 March, the end of {year}. "
        "It is counted in no period of the year; correct the date."
    ),
    tables=("Reviews",),
    source="SSDA903 guide: reviews held in the year",
    find=find,
)
