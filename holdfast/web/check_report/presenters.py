"""Findings as a page shows them: by table, each printed table with its cells marked in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.reports.checker.findings import Finding, Kind, Sure
from holdfast.reports.checker.printed import ReadTable, Report

_TONES = {Kind.WRONG: "orange", Kind.CUT: "yellow", Kind.NUMBERING: "blue", Kind.REFERENCE: "purple"}
#: a longer table shows only the rows that something is said of
_SHORT = 60

NAMES = {
    Kind.WRONG: ("number that does not agree", "numbers that do not agree"),
    Kind.CUT: ("percentage cut, not rounded", "percentages cut, not rounded"),
    Kind.NUMBERING: ("slip of numbering", "slips of numbering"),
    Kind.REFERENCE: ("reference to look at", "references to look at"),
}
SURE = {
    Sure.CERTAIN: "The report contradicts itself.",
    Sure.LIKELY: "The report very likely contradicts itself; a person can tell.",
    Sure.LOOK: "It may be right, for instance by rounding; look at it.",
}


@dataclass(frozen=True)
class Line:
    """One finding; ``number`` is the one its cell is marked with."""

    number: int
    kind: str
    tone: str
    sure: str
    where: str
    printed: str
    expected: str
    sentence: str


@dataclass(frozen=True)
class Mark:
    """What stands beside a figure in its cell, with the finding it leads to."""

    number: int
    kind: str
    expected: str


@dataclass(frozen=True)
class Cell:
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Shown:
    """The findings of one table, with the table as it was read; or those of the text, without one."""

    title: str
    caption: str
    anchor: str
    lines: list[Line]
    columns: list[Cell]
    rows: list[tuple[Cell, list[Cell]]]
    left_out: int = 0


class Result:
    """Everything that was found in a report."""

    def __init__(self, report: Report, found: Sequence[Finding]) -> None:
        self.tables, self.paragraphs = len(report.tables), len(report.said)
        self.total = len(found)
        self.notes = report.notes
        counted = Counter(one.kind for one in found)
        self.counts = [
            (f"{counted[kind]:,} {NAMES[kind][counted[kind] != 1]}", _TONES[kind], kind.value)
            for kind in Kind
            if counted[kind]
        ]
        self.sure = [(sure.value, words) for sure, words in SURE.items()]
        self.groups = list(_groups(report, found))
        self.unnumbered = not any(said.number for said in report.said)


def _groups(report: Report, found: Sequence[Finding]) -> list[Shown]:
    numbered = list(enumerate(found, start=1))
    groups = []
    for nth, table in enumerate(report.tables, start=1):
        theirs = [(n, one) for n, one in numbered if one.table is table]
        if theirs:
            groups.append(_shown(f"table-{nth}", table, theirs))
    rest = [(n, one) for n, one in numbered if one.table is None]
    if rest:
        lines = [_line(n, one) for n, one in rest]
        groups.append(Shown("The text, its numbering and its references", "", "text", lines, [], []))
    return groups


def _line(number: int, one: Finding) -> Line:
    return Line(
        number,
        one.kind.value,
        _TONES[one.kind],
        one.sure.value,
        one.where,
        one.printed,
        one.expected,
        one.sentence,
    )


def _shown(anchor: str, table: ReadTable, found: Sequence[tuple[int, Finding]]) -> Shown:
    marks: dict[tuple[int | None, int | None], list[Mark]] = {}
    for number, one in found:
        marks.setdefault((one.row, one.column), []).append(Mark(number, one.kind.value, one.expected))
    columns = [
        Cell(heading, tuple(marks.get((None, at), ()))) for at, heading in enumerate(table.short_headings)
    ]
    kept = [
        at for at in range(len(table.rows)) if len(table.rows) <= _SHORT or any(row == at for row, _ in marks)
    ]
    rows = [
        (
            Cell(table.rows[at].label),
            [
                Cell(cell, tuple(marks.get((at, column), ())))
                for column, cell in enumerate(table.rows[at].cells)
            ],
        )
        for at in kept
    ]
    return Shown(
        table.name, table.caption if table.number else "", anchor, [_line(n, one) for n, one in found], columns, rows,
        len(table.rows) - len(kept),
    )  # fmt: skip
