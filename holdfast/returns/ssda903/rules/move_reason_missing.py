"""A change of placement without its reason."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.episodes
    moves = rows.NEXT_RNE.isin(["P", "B", "T", "U"]) & (rows.NEXT_DECOM == rows.DEC)
    temporary = rows.PLACE.startswith("T") | rows.NEXT_PLACE.startswith("T")
    silent = rows.REASON_PLACE_CHANGE.isnull() & (moves & ~temporary).fill_null(False)
    yield at(rows.filter(silent), "Episodes", "REASON_PLACE_CHANGE", rows.DEC)


RULE = Rule(
    code="move_reason_missing",
    title="Placement changes without a reason",
    message=("The placement changed on {found} but REASON_PLACE_CHANGE is blank. Say why the child moved."),
    tables=("Episodes",),
    source="SSDA903 guide, REASON_PLACE_CHANGE",
    find=find,
)
