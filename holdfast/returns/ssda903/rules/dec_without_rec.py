"""An episode that has ended without a reason."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Episodes"]
    yield at(rows.filter(rows.DEC.notnull() & rows.REC.isnull()), "Episodes", "REC", rows.DEC)


RULE = Rule(
    code="dec_without_rec",
    title="Episodes ended without a reason",
    message=("The episode ended on {found} but REC is blank. Give the reason, or take the end date away."),
    tables=("Episodes",),
    source="SSDA903 rule 148: DEC and REC both filled or both blank",
    find=find,
)
