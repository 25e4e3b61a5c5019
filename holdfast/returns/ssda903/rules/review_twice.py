"""The same child and date of review twice."""

from __future__ import annotations

import ibis

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Reviews"]
    review = ibis.window(group_by=["YEAR", "CHILD", "REVIEW"], order_by="LINE")
    numbered = rows.filter(rows.REVIEW.notnull()).mutate(PLACE_IN_ROW=ibis.row_number().over(review))
    yield at(numbered.filter(numbered.PLACE_IN_ROW > 0), "Reviews", "REVIEW")


RULE = Rule(
    code="review_twice",
    title="Reviews entered twice",
    message=(
        "The child has an earlier row for the review of {found}. "
        "They are counted as one, by the last row; remove the other."
    ),
    tables=("Reviews",),
    source="One meeting is one review; case systems repeat it for each subject",
    find=find,
)
