"""A date of birth that is another one in Header."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    for table in RULE.tables:
        rows = facts.with_born(table)
        yield at(rows.filter(rows.DOB != rows.BORN), table, "DOB")


RULE = Rule(
    code="dob_differs",
    title="Dates of birth that differ between tables",
    message=(
        "DOB is {found} here and another day in Header. Header is counted; correct the one that is wrong."
    ),
    tables=(
        "Reviews",
        "UASC",
        "OC2",
        "OC3",
        "AD1",
        "PlacedAdoption",
        "PrevPerm",
        "Missing",
        "SWEpisodes",
        "DoLo",
    ),
    source="SSDA903 guide: a child has one date of birth",
    find=find,
)
