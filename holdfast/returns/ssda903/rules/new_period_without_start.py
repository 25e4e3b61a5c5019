"""The first episode after a child left care that is not marked as a start."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.episodes
    left = rows.PREV_REC.notnull() & (rows.PREV_REC != "X1") & rows.PREV_DEC.notnull()
    yield at(rows.filter(left & (rows.RNE != "S")), "Episodes", "RNE")


RULE = Rule(
    code="new_period_without_start",
    title="Returns to care not marked as a start",
    message=(
        "RNE is {found}, but the episode before it ended the period of care. "
        "A new period begins with RNE S; correct it, or the reason before it."
    ),
    tables=("Episodes",),
    source="SSDA903 rule 432",
    find=find,
)
