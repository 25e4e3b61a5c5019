"""Placed for adoption no longer: the day without the reason, or the reason without the day."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts["PlacedAdoption"]
    day, reason = rows.DATE_PLACED_CEASED, rows.REASON_PLACED_CEASED
    yield at(rows.filter(day.notnull() & reason.isnull()), "PlacedAdoption", "REASON_PLACED_CEASED", day)
    yield at(rows.filter(day.isnull() & reason.notnull()), "PlacedAdoption", "DATE_PLACED_CEASED", reason)


RULE = Rule(
    code="placed_ceased_half",
    title="Half of an end to being placed for adoption",
    message=("{column} is blank while the other half of the end is given ({found}). Give both or neither."),
    tables=("PlacedAdoption",),
    source="SSDA903 guide: DATE_PLACED_CEASED and REASON_PLACED_CEASED both or neither",
    find=find,
)
