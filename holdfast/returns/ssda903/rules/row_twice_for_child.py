"""A second row where a table holds one for each child."""

from __future__ import annotations

import ibis

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    for table in RULE.tables:
        rows = facts[table]
        child = ibis.window(group_by=["YEAR", "CHILD"], order_by="LINE")
        numbered = rows.mutate(PLACE_IN_ROW=ibis.row_number().over(child))
        yield at(numbered.filter(numbered.PLACE_IN_ROW > 0), table, "CHILD")


RULE = Rule(
    code="row_twice_for_child",
    title="Second rows where a child has one",
    message=(
        "The child {found} has an earlier row in this table, which holds one for each child. Keep the right one only."
    ),
    tables=("UASC", "OC2", "OC3", "AD1", "PrevPerm"),
    source="SSDA903 guide: at most one row for each child",
    find=find,
)
