"""A start of care (RNE S) right after an episode that ran on."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.episodes
    ran_on = (rows.PREV_REC == "X1") & (rows.PREV_DEC == rows.DECOM)
    yield at(rows.filter(ran_on & (rows.RNE == "S")), "Episodes", "RNE", rows.DECOM)


RULE = Rule(
    code="start_without_leaving",
    title="Starts of care for a child who had not left",
    message=(
        "RNE is S on {found}, but the episode before it ended with X1, so the child had not left care. "
        "Correct RNE, or the reason before it."
    ),
    tables=("Episodes",),
    source="SSDA903 rules 388, 432",
    find=find,
)
