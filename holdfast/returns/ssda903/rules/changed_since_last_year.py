"""An episode carried over from last year whose facts are no longer the same."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at

CARRIED = ("RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "URN")


def find(facts: Facts) -> Findings:
    rows = facts["Episodes"]
    if not any(year + 1 in facts.years for year in facts.years):
        return
    last = rows.filter(rows.DEC.isnull()).mutate(YEAR=rows.YEAR + 1).view()
    both = rows.join(last, ["YEAR", "CHILD", "DECOM"], rname="LAST_{name}")
    for column in CARRIED:
        differs = both[column].fill_null("") != both[f"LAST_{column}"].fill_null("")
        yield at(both.filter(differs), "Episodes", column)


RULE = Rule(
    code="changed_since_last_year",
    title="Carried-over episodes that changed",
    message=(
        "{column} is {found} here, and another in last year's return of the same episode. "
        "A change is a new episode; correct the one that is wrong."
    ),
    tables=("Episodes",),
    source="SSDA903 rules 503A to 503J",
    find=find,
)
