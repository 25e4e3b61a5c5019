"""An episode without an end date that another, later one follows."""

from __future__ import annotations

from holdfast.returns.ssda903.facts import Facts
from holdfast.returns.ssda903.rule import Findings, Rule, at


def find(facts: Facts) -> Findings:
    rows = facts.episodes
    followed = rows.DEC.isnull() & (rows.NEXT_DECOM > rows.DECOM) & rows.NEXT_DEC.notnull()
    yield at(rows.filter(followed), "Episodes", "DEC", rows.NEXT_DECOM)


RULE = Rule(
    code="open_episode_not_last",
    title="Open episodes that a later one follows",
    message=(
        "The episode has no end date, but another of this child begins on {found}. Give the day it ended."
    ),
    tables=("Episodes",),
    source="SSDA903 guide: one episode at a time",
    find=find,
)
