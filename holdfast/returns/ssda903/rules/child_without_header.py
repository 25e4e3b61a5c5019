"""A child in a table other than Episodes and Reviews with no row in Header."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    for table in RULE.tables:
        rows = facts[table]
        known = [(rows.YEAR, facts.header.YEAR), (rows.CHILD, facts.header.CHILD)]
        yield at(rows.anti_join(facts.header, known), table, "CHILD")


RULE = Rule(
    code="child_without_header",
    title="Children in a table without a header row",
    message=(
        "The child {found} has no row in Header. The row is kept, without sex, ethnicity or date of birth from there; "
        "add the header row."
    ),
    tables=("UASC", "OC2", "OC3", "AD1", "PlacedAdoption", "PrevPerm", "Missing", "SWEpisodes", "DoLo"),
    source="SSDA903 guide: every child of the return has a row in Header",
    find=find,
)
