"""An episode that ended because a new one began, with days before that new one."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.episodes
    yield at(
        rows.filter((rows.REC == "X1") & (rows.NEXT_DECOM > rows.DEC)), "Episodes", "DEC", rows.NEXT_DECOM
    )


RULE = Rule(
    code="gap_after_x1",
    title="Gaps after an episode that should run on",
    message=(
        "REC is X1 (a new episode begins the same day), but the next one begins on {found}. "
        "Correct the dates, or the reason if the child left care."
    ),
    tables=("Episodes",),
    source="SSDA903 rule 388",
    find=find,
)
