"""A yes-or-no (or one-or-two) answer that is neither."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    for layout in LAYOUTS.values():
        for column in layout.columns:
            if column.values:
                rows = facts[layout.name]
                yield at(rows.filter(rows[column.name].notin(column.values)), layout.name, column.name)


RULE = Rule(
    code="value_not_allowed",
    title="Answers that are neither of the allowed values",
    message=(
        "“{found}” is no answer for {column}. "
        "It is kept and left out of the rates; give one of the values of the guide."
    ),
    tables=("Header", "OC2", "AD1"),
    source="SSDA903 guide: MOTHER, OC2, FOSTER_CARE are 0 or 1; NB_ADOPTR is 1 or 2",
    find=find,
)
