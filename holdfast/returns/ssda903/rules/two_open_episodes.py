"""A child with more than one episode that has not ended."""

from __future__ import annotations

import ibis

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Episodes"]
    still_open = rows.filter(rows.DEC.isnull())
    child = ibis.window(group_by=["YEAR", "CHILD"], order_by=["DECOM", "LINE"])
    numbered = still_open.mutate(PLACE_IN_ROW=ibis.row_number().over(child))
    yield at(numbered.filter(numbered.PLACE_IN_ROW > 0), "Episodes", "DEC")


RULE = Rule(
    code="two_open_episodes",
    title="Children with two open episodes",
    message=(
        "This child has another episode without an end date. The one that begins last is counted; end the other."
    ),
    tables=("Episodes",),
    source="SSDA903 guide: one episode at a time",
    find=find,
)
