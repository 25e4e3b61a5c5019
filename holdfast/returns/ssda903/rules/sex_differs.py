"""A sex in UASC that is another one in Header."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.with_born("UASC")
    yield at(rows.filter(rows.SEX != rows.HEADER_SEX), "UASC", "SEX")


RULE = Rule(
    code="sex_differs",
    title="Sex that differs between tables",
    message=("SEX is {found} here and another in Header. Header is counted; correct the one that is wrong."),
    tables=("UASC",),
    source="SSDA903 guide: UASC repeats the header",
    find=find,
)
