"""An episode that begins after the return's year, or ended before it."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Episodes"].join(facts.years_of, "YEAR")
    yield at(rows.filter(rows.DECOM > rows.ENDS), "Episodes", "DECOM")
    yield at(rows.filter((rows.DEC < rows.STARTS) | (rows.DEC > rows.ENDS)), "Episodes", "DEC")


RULE = Rule(
    code="episode_outside_year",
    title="Episodes outside the year",
    message=(
        "The episode has {column} {found}, outside {year}. Check the date, and that the return is that of {year}."
    ),
    tables=("Episodes",),
    source="SSDA903 guide: episodes open at some time in the year",
    find=find,
)
