"""A temporary placement from which the child does not go back to where it interrupted."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at

TEMPORARY = ("T0", "T1", "T2", "T3", "T4")


def find(facts: Facts) -> Findings:
    rows = facts.episodes
    between = rows.PLACE.isin(TEMPORARY) & rows.PREV_PLACE.notin(TEMPORARY) & rows.NEXT_PLACE.notin(TEMPORARY)
    elsewhere = rows.NEXT_PLACE != rows.PREV_PLACE
    yield at(rows.filter(between & elsewhere), "Episodes", "PLACE", rows.NEXT_PLACE)


RULE = Rule(
    code="temporary_without_return",
    title="Temporary placements that the child did not return from",
    message=(
        "After this temporary placement the child went to {found}, not back to the placement it interrupted. "
        "If the child moved, the temporary episode ends with the move; otherwise correct the placement."
    ),
    tables=("Episodes",),
    source="SSDA903 rule 383",
    find=find,
)
