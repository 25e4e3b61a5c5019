"""An episode open at the end of one return that is not in the next."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Episodes"]
    still_open = rows.filter(rows.DEC.isnull() & (rows.YEAR + 1).isin(facts.years))
    next_year = rows.mutate(YEAR=rows.YEAR - 1).view()
    yield at(still_open.anti_join(next_year, ["YEAR", "CHILD", "DECOM"]), "Episodes", "DECOM")


RULE = Rule(
    code="open_last_year_gone",
    title="Episodes open last year that are not in the next return",
    message=(
        "The episode that began on {found} was open at the end of {year} and is not in the next year's return. "
        "Add it there with what became of it."
    ),
    tables=("Episodes",),
    source="SSDA903 rule 502: the first episode is last year's open one",
    find=find,
)
