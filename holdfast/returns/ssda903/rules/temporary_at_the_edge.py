"""A temporary placement at the start or the end of a period of care."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Episodes"]
    edge = (rows.RNE == "S") | (rows.DEC.notnull() & rows.REC.notnull() & (rows.REC != "X1"))
    temporary = rows.PLACE.isin(["T0", "T1", "T2", "T3", "T4"])
    yield at(rows.filter(temporary & edge.fill_null(False)), "Episodes", "PLACE")


RULE = Rule(
    code="temporary_at_the_edge",
    title="Temporary placements at the start or end of care",
    message=(
        "PLACE is {found} (temporary), but the period of care starts or ends here. "
        "A temporary placement interrupts another; give the one it interrupts."
    ),
    tables=("Episodes",),
    source="SSDA903 rules 380, 381",
    find=find,
)
