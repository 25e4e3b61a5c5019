"""An episode that ends on the day it begins, or before."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["Episodes"]
    yield at(rows.filter(rows.DEC <= rows.DECOM), "Episodes", "DEC")


RULE = Rule(
    code="dec_not_after_decom",
    title="Episodes that end before they have lasted a day",
    message=(
        "DEC {found} is on or before DECOM. "
        "An episode never begins and ends on one day; correct the date that is wrong."
    ),
    tables=("Episodes",),
    source="SSDA903 rule 355",
    find=find,
)
