"""A strengths and difficulties score that is none."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["OC2"]
    yield at(rows.filter((rows.SDQ_SCORE < 0) | (rows.SDQ_SCORE > 40)), "OC2", "SDQ_SCORE")


RULE = Rule(
    code="sdq_out_of_range",
    title="SDQ scores out of range",
    message=("SDQ_SCORE is {found}; a score is 0 to 40. It is left out of the average; correct it."),
    tables=("OC2",),
    source="SSDA903 guide: SDQ_SCORE 0 to 40",
    find=find,
)
