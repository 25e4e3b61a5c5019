"""A child who starts in care again on the day a period of care ended."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.episodes
    left = rows.PREV_REC.notnull() & (rows.PREV_REC != "X1")
    yield at(rows.filter(left & (rows.PREV_DEC == rows.DECOM)), "Episodes", "DECOM")


RULE = Rule(
    code="started_again_same_day",
    title="Periods of care that begin on the day the last one ended",
    message=("The child left care and started again on {found}. If care went on, the reason before is X1."),
    tables=("Episodes",),
    source="SSDA903 rule 431",
    find=find,
)
