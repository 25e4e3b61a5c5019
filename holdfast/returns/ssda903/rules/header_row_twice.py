"""A child with two identical rows in Header."""

from __future__ import annotations

import ibis

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Header"]
    same = ibis.window(group_by=["YEAR", *LAYOUTS["Header"].names], order_by="LINE")
    numbered = rows.mutate(PLACE_IN_ROW=ibis.row_number().over(same))
    yield at(numbered.filter(numbered.PLACE_IN_ROW > 0), "Header", "CHILD")


RULE = Rule(
    code="header_row_twice",
    title="Children with the same header row twice",
    message=("The child has this header row already. One is enough; remove the other."),
    tables=("Header",),
    source="SSDA903 guide: one row for each child",
    find=find,
)
