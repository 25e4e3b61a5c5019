"""A child born after an episode of care began."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.with_born("Episodes")
    yield at(rows.filter(rows.DECOM < rows.BORN), "Episodes", "DECOM")


RULE = Rule(
    code="born_after_start",
    title="Episodes that begin before the child was born",
    message=(
        "The episode begins on {found}, before the child's date of birth. Correct the date that is wrong."
    ),
    tables=("Episodes", "Header"),
    source="A child in care has been born",
    find=find,
)
