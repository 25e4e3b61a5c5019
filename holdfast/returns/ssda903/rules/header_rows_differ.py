"""A child with two rows in Header that do not say the same."""

from __future__ import annotations

import ibis

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Header"]
    child = ibis.window(group_by=["YEAR", "CHILD"])
    earlier = ibis.window(group_by=["YEAR", "CHILD"], order_by="LINE")
    for column in LAYOUTS["Header"].names[1:]:
        value = rows[column].cast("string").fill_null("")
        marked = rows.mutate(
            OTHERS=(value.min().over(child) != value.max().over(child)),
            PLACE_IN_ROW=ibis.row_number().over(earlier),
        )
        yield at(marked.filter(marked.OTHERS & (marked.PLACE_IN_ROW > 0)), "Header", column)


RULE = Rule(
    code="header_rows_differ",
    title="Children with two header rows that differ",
    message=(
        "Another row of this child in Header has another {column} (here: {found}). "
        "The last row is counted; keep the right one only."
    ),
    tables=("Header",),
    source="SSDA903 guide: one row for each child",
    find=find,
)
