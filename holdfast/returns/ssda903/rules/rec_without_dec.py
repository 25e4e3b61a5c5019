"""An open episode that carries a reason for having ended."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Episodes"]
    yield at(rows.filter(rows.DEC.isnull() & rows.REC.notnull()), "Episodes", "REC")


RULE = Rule(
    code="rec_without_dec",
    title="Open episodes with a reason for ending",
    message=("REC is {found} but the episode has no end date. Give the date, or take the reason away."),
    tables=("Episodes",),
    source="SSDA903 rule 148: DEC and REC both filled or both blank",
    find=find,
)
