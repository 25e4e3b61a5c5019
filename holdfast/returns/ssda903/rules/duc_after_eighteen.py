"""Asylum-seeking status that ceases after the eighteenth birthday."""

from __future__ import annotations

import ibis

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.with_born("UASC")
    eighteen = (rows.BORN + ibis.interval(years=18)).cast("date")
    yield at(rows.filter(eighteen < rows.DUC), "UASC", "DUC")


RULE = Rule(
    code="duc_after_eighteen",
    title="UASC status that ends after the 18th birthday",
    message=(
        "DUC is {found}, after the 18th birthday. The status ends that day at the latest; correct the date."
    ),
    tables=("UASC", "Header"),
    source="SSDA903 rule 304",
    find=find,
)
