"""A spell that ends before it starts (missing, social worker, placed for adoption, liberty order)."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at

SPELLS = {
    "Missing": ("MIS_START", "MIS_END"),
    "SWEpisodes": ("SW_DECOM", "SW_DEC"),
    "PlacedAdoption": ("DATE_PLACED", "DATE_PLACED_CEASED"),
    "DoLo": ("DOLO_START", "DOLO_END"),
}


def find(facts: Facts) -> Findings:
    for table, (start, end) in SPELLS.items():
        rows = facts[table]
        yield at(rows.filter(rows[end] < rows[start]), table, end)


RULE = Rule(
    code="end_before_start",
    title="Spells that end before they start",
    message=("{column} is {found}, before the day it started. Correct the date that is wrong."),
    tables=("Missing", "SWEpisodes", "PlacedAdoption", "DoLo"),
    source="SSDA903 guide: an end is on or after its start",
    find=find,
)
