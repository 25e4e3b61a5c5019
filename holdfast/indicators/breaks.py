"""Where a question was changed, so that figures before and after do not answer the same one.

A figure that counts the answers to a question of a monitor (``Indicator.question``) is a series only while the question
stays as it is. Which changes make it another question is `domain.questionnaires.changes`' to say. Nothing is left out
or counted otherwise: the break is said under the table and marked at the period.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ibis import _
from ibis.expr.types import Table

from holdfast.domain.reporting_year import Period, ReportingYear
from holdfast.domain.wording import long_date
from holdfast.indicators.language import Indicator
from holdfast.indicators.sources import Sources

#: the questionnaire whose answers are counted
QUESTIONNAIRE = "child_in_care"


@dataclass(frozen=True)
class Break:
    """A version of the questionnaire asks the question of a table otherwise from a day on."""

    table: str
    version: int
    changed_on: date

    @property
    def sentence(self) -> str:
        return (
            f"The question changed on {long_date(self.changed_on)} (version {self.version}): figures before and after "
            "do not answer the same question."
        )

    def is_in(self, period: Period) -> bool:
        """Whether the period is the first in which somebody was asked the changed question."""
        return period.starts <= self.changed_on <= period.ends


def mark(found: Iterable[Break], period: Period) -> str:
    """'new question from 1 October 2016' for a heading; empty where no question was changed in the period."""
    days = sorted({one.changed_on for one in found if one.is_in(period)})
    return f"new question from {' and '.join(long_date(day) for day in days)}" if days else ""


def sentences(found: Iterable[Break], table: str) -> list[str]:
    """What is said under a table: one sentence for each version that changed its question."""
    return [one.sentence for one in found if one.table == table]


def breaks(sources: Sources, year: ReportingYear, tables: Iterable[Indicator]) -> list[Break]:
    """The changes of the questions these tables count within a year, or between it and the year before.

    Table by table, the earliest first. A return holds no questionnaires, and nothing is asked where no table counts
    the answers to a question.
    """
    asked = [table for table in tables if table.question]
    if not asked or not sources.holds(["question_changes"]):
        return []
    found = sources.ask(("breaks", year.ending), lambda: _changes(sources, year))
    found.sort(key=lambda row: (row["changed_on"], row["version"]))
    return [
        Break(table.table, row["version"], row["changed_on"])
        for table in asked
        for row in found
        if row["question"] == table.question
    ]


def _changes(sources: Sources, year: ReportingYear) -> Table:
    rows = sources.table("question_changes").filter((_.kind == QUESTIONNAIRE) & (_.version > 1))
    rows = rows.filter(_.changed_on.between(year.starts, year.ends))
    return rows.select("question", "version", "changed_on").distinct()
