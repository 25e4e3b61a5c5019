"""A table in a return of a year that did not ask for it."""

from __future__ import annotations

import ibis

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.layout import FIRST_YEAR, LAYOUTS
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    for layout in LAYOUTS.values():
        if layout.first_year > FIRST_YEAR:
            rows = facts[layout.name]
            early = rows.filter(layout.first_year > rows.YEAR)
            first = early.group_by("YEAR").agg(CHILD=ibis.null("string"), LINE=ibis.null("int64"))
            yield at(first, layout.name, "CHILD", layout.name)


RULE = Rule(
    code="table_before_its_year",
    title="Tables the year did not ask for",
    message=("The return of {year} has no table {found}. The rows are kept; check that the year is right."),
    tables=("SWEpisodes", "DoLo"),
    source="SSDA903 guide: SW episodes from 2023/24, deprivation of liberty orders from 2026/27",
    find=find,
)
