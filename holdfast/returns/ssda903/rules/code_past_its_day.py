"""A placement code used after the last day on which it was allowed."""

from __future__ import annotations

from holdfast.domain.codesets import ssda903
from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Episodes"]
    for year in facts.years:
        for code in ssda903.details("PLACE", year_ending=year):
            if code.last_day is not None:
                late = (year == rows.YEAR) & (code.code == rows.PLACE) & (code.last_day < rows.DECOM)
                yield at(rows.filter(late), "Episodes", "PLACE")


RULE = Rule(
    code="code_past_its_day",
    title="Placements begun after their code had ended",
    message=(
        "The placement {found} could no longer begin on this day in {year}. "
        "Give the code that took its place."
    ),
    tables=("Episodes",),
    source="SSDA903 guide; rule 217t: P2 is not valid from 28 October 2023",
    find=find,
)
