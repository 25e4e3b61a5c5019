"""Inputs of a report gathered from the service's records as they stand now.

Each module here gathers one part and returns it as fields of ``Inputs``; ``PARTS`` says which a kind of report needs.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.sources import Sources
from holdfast.reports.annual.authority import Authority
from holdfast.reports.gathering import (
    before,
    fed_back,
    figures,
    pack,
    paper,
    plan,
    regional,
    template,
    typed,
    words,
)
from holdfast.reports.inputs import Inputs, Pack

#: what is asked for each kind of report, in turn; a later part may look at what the earlier ones gathered
PARTS = {
    "annual": (
        figures.part,
        before.part,
        words.part,
        template.part,
        typed.part,
        regional.part,
        plan.part,
        fed_back.part,
    ),
    "board": (figures.part, before.part, words.part, plan.part, paper.part),
    "quarterly": (pack.part, words.part),
}


def gather(
    kind: str,
    year: ReportingYear,
    sources: Sources,
    authority: Authority,
    *,
    day: date,
    quarter: int = 0,
    team: str = "",
    theme: str = "",
) -> Inputs:
    """Everything the report would be printed from today. ``day``: the day the records were read for.

    ``sources`` are the whole service's; a pack of a ``team`` limits them to its children itself. ``theme``: the group
    of concern categories a quarterly pack is about, if not all.
    """
    inputs = Inputs(kind, year.ending, quarter, team, day, authority, pack=Pack(theme) if theme else None)
    for part in PARTS[kind]:
        inputs = replace(inputs, **part(inputs, sources))
    return inputs
