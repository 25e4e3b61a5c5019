"""A blank where every child or episode has a value."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at

ALWAYS = {"Header": ("SEX", "DOB", "ETHNIC"), "Episodes": ("RNE", "LS", "CIN", "PLACE")}


def find(facts: Facts) -> Findings:
    for table, columns in ALWAYS.items():
        rows = facts[table]
        for column in columns:
            yield at(rows.filter(rows[column].isnull()), table, column)


RULE = Rule(
    code="nothing_given",
    title="Blanks that leave a child in no group",
    message=("{column} is blank. The row is counted under unknown; fill it in the case system."),
    tables=("Header", "Episodes"),
    source="SSDA903 guide: these columns are always filled",
    find=find,
)
