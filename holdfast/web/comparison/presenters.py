"""The comparison in words, table by table."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from holdfast.demo.compare import Compared, Verdict
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Figure
from holdfast.indicators.registry import INDICATORS

BLANK = "left blank"
TONES = {Verdict.EQUAL: "green", Verdict.CUT: "yellow", Verdict.LISTED: "yellow", Verdict.UNEXPLAINED: "red"}
READS = {"count": "number", "base": "out of", "value": "share or rate"}


@dataclass(frozen=True)
class Line:
    label: str
    period: str
    reads: str
    printed: str
    ours: str
    url: str
    verdict: str
    tone: str
    reason: str


@dataclass(frozen=True)
class ComparedTable:
    anchor: str
    title: str
    lines: list[Line]
    equal: int

    @property
    def total(self) -> int:
        return len(self.lines)


def by_table(
    compared: Iterable[Compared], opens: Collection[str], *, unequal: bool = False
) -> list[ComparedTable]:
    """The cells of each table in the order of the report; with ``unequal`` those alone that are not the same.

    ``opens``: the tables whose rows this person may open.
    """
    tables: dict[str, list[Compared]] = {}
    for one in compared:
        tables.setdefault(one.cell.table, []).append(one)
    return [
        ComparedTable(
            table.replace("_", "-"),
            INDICATORS[table].title,
            [_line(one, table in opens) for one in ones if not (unequal and one.verdict is Verdict.EQUAL)],
            sum(one.verdict is Verdict.EQUAL for one in ones),
        )
        for table, ones in tables.items()
    ]


def _line(one: Compared, opens: bool) -> Line:
    return Line(
        label=one.cell.label,
        period=one.cell.period,
        reads=READS[one.cell.reads],
        printed=BLANK if one.cell.printed is None else one.cell.printed,
        ours=one.ours,
        url=_rows(one.figure) if opens and one.figure and one.figure.numerator else "",
        verdict=one.verdict.value.capitalize(),
        tone=TONES[one.verdict],
        reason=one.reason,
    )


def _rows(figure: Figure) -> str:
    """The rows behind our figure; a year before the records begin has a state, and no page of its own."""
    year = ReportingYear.parse(figure.period[:7])
    if year.ending < 2017:
        return ""
    address = reverse("figures_rows", args=[year, figure.table, figure.group])
    return f"{address}?{urlencode({'period': figure.period})}"
