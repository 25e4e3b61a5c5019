"""An episode that ended because a new one began, with no new one."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.episodes
    alone = (rows.REC == "X1") & rows.DEC.notnull() & rows.NEXT_DECOM.isnull()
    yield at(rows.filter(alone), "Episodes", "DEC")


RULE = Rule(
    code="x1_not_followed",
    title="Episodes that should run on and do not",
    message=(
        "REC is X1 (a new episode begins the same day), but no later episode of this child is in the return. "
        "Add the episode of {found}, or give the reason the child left care."
    ),
    tables=("Episodes",),
    source="SSDA903 rule 388",
    find=find,
)
