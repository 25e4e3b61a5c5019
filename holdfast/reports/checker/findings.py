"""What the check found: where, what is printed, what it should be, of which kind, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from holdfast.reports.checker.printed import ReadTable


class Kind(Enum):
    """What sort of slip it is; the value is what a person reads."""

    WRONG = "Wrong"
    CUT = "Cut, not rounded"
    NUMBERING = "Numbering"
    REFERENCE = "Reference"


class Sure(Enum):
    """How sure the check is; the value is what a person reads."""

    CERTAIN = "Certain"
    LIKELY = "Likely"
    LOOK = "Look at it"


@dataclass(frozen=True)
class Finding:
    """One slip. ``row`` and ``column`` count from 0 among the table's cells; None where the whole table is meant."""

    rule: str
    kind: Kind
    sure: Sure
    where: str
    printed: str
    expected: str
    sentence: str
    table: ReadTable | None = None
    row: int | None = None
    column: int | None = None


def at_cell(
    table: ReadTable,
    row: int,
    column: int,
    *,
    rule: str,
    kind: Kind,
    sure: Sure,
    expected: str,
    sentence: str,
) -> Finding:
    """A finding in one cell of a table, its place said in words."""
    label, heading = table.rows[row].label, table.short_headings[column]
    place = f"{table.name}, {f'row “{label}”' if label else 'a row without a heading'}"
    if heading:
        place += f", column “{heading}”"
    printed = " ".join(table.rows[row].cells[column].split())
    return Finding(rule, kind, sure, place, printed, expected, sentence, table, row, column)


def at_column(
    table: ReadTable,
    column: int,
    *,
    rule: str,
    kind: Kind,
    sure: Sure,
    printed: str,
    expected: str,
    sentence: str,
) -> Finding:
    """A finding about a whole column."""
    heading = table.short_headings[column]
    place = f"{table.name}, {f'column “{heading}”' if heading else f'column {column + 1} of figures'}"
    return Finding(rule, kind, sure, place, printed, expected, sentence, table, None, column)
