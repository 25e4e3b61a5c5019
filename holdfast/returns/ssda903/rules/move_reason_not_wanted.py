"""A reason for placement change on an episode that no change of placement follows."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.episodes
    moves = rows.NEXT_RNE.isin(["P", "B", "T", "U"]) & (rows.NEXT_DECOM == rows.DEC)
    temporary = rows.PLACE.startswith("T") | rows.NEXT_PLACE.startswith("T")
    wanted = (moves & ~temporary).fill_null(False)
    yield at(rows.filter(rows.REASON_PLACE_CHANGE.notnull() & ~wanted), "Episodes", "REASON_PLACE_CHANGE")


RULE = Rule(
    code="move_reason_not_wanted",
    title="Reasons for a placement change that did not happen",
    message=(
        "REASON_PLACE_CHANGE is {found}, but no change of placement follows this episode "
        "(it is open, the child left care, the next is not a move, or one of the two is temporary). Leave it blank."
    ),
    tables=("Episodes",),
    source="SSDA903 guide, REASON_PLACE_CHANGE; rule 226",
    find=find,
)
