"""A code that is not in the code list of the return's year."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    for layout in LAYOUTS.values():
        for column in layout.columns:
            if column.codes is None:
                continue
            rows, codes = facts[layout.name], facts.codes(column.codes)
            given = rows.filter(rows[column.name].notnull())
            known = [given.YEAR == codes.YEAR, given[column.name] == codes.CODE]
            yield at(given.anti_join(codes, known), layout.name, column.name)


RULE = Rule(
    code="unknown_code",
    title="Codes that are not in the year's list",
    message=(
        "“{found}” is not a code of {column} in {year}. "
        "It is kept; a figure that does not know the code counts it as not known. Correct it in the case system."
    ),
    tables=(
        "Header",
        "Episodes",
        "Reviews",
        "UASC",
        "OC2",
        "OC3",
        "AD1",
        "PlacedAdoption",
        "PrevPerm",
        "Missing",
        "SWEpisodes",
    ),
    source="SSDA903 guide, code sets of each year",
    find=find,
)
