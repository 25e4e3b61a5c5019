"""An episode that begins while an earlier one of the same child has not ended."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.episodes
    yield at(rows.filter(rows.DECOM < rows.LATEST_DEC), "Episodes", "DECOM")


RULE = Rule(
    code="episodes_overlap",
    title="Episodes that overlap",
    message=(
        "The episode begins on {found}, before an earlier one of this child has ended. "
        "Correct the dates, or remove the episode that was entered twice."
    ),
    tables=("Episodes",),
    source="SSDA903 guide: one episode at a time, consecutive episodes share the day between them",
    find=find,
)
