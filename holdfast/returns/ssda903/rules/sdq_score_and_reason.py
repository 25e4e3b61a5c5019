"""A strengths and difficulties score together with a reason for having none."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["OC2"]
    yield at(rows.filter(rows.SDQ_SCORE.notnull() & rows.SDQ_REASON.notnull()), "OC2", "SDQ_REASON")


RULE = Rule(
    code="sdq_score_and_reason",
    title="SDQ scores with a reason for having none",
    message=("SDQ_REASON is {found}, but a score is given. Leave one of them blank."),
    tables=("OC2",),
    source="SSDA903 rule 197a",
    find=find,
)
