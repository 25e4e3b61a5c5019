"""A table as a spreadsheet holds it: one number in a cell, the count and what it is of in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.reports.content import DASH, Cell, Column, Document, Kind, Row, Table, Unit
from holdfast.reports.numbering import LaidOut, PlacedSection, lay_out
from holdfast.reports.printing import DECIMALS, half_up, notes_of
from holdfast.reports.typed import number_of

#: what stands for a figure that is not for the public
HIDDEN = "c"
UNITS = {
    Unit.COUNT: "count",
    Unit.PERCENT: "per cent",
    Unit.PER_10000: "per 10,000",
    Unit.MEAN: "mean",
    Unit.MEAN_OF_RETURNS: "mean of the returns",
    Unit.MEDIAN: "median",
    Unit.LONGEST: "longest",
    Unit.FTE: "full posts",
    Unit.PER_FTE: "for each full post",
}
VALUE, COUNT, BASE = "figure", "n", "N"
Value = str | int | float | None


@dataclass(frozen=True)
class Heading:
    """A column of the sheet. ``group`` is the heading it shares with its neighbours; ``words``: it holds texts."""

    label: str
    group: str = ""
    words: bool = False


@dataclass(frozen=True)
class Sheet:
    """One table. ``rows`` are as long as ``headings``; ``base`` are the places of the rows that give a base."""

    number: str
    key: str
    caption: str
    section: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Value, ...], ...]
    base: frozenset[int]
    notes: tuple[str, ...]
    typed: bool = False


@dataclass(frozen=True)
class Grids:
    """Every table of a report in the order of print."""

    document: Document
    sheets: tuple[Sheet, ...]


def grids(document: Document) -> Grids:
    """The tables of a report with the numbers they are printed under. Raises a ReportRefused as every ink does."""
    return Grids(document, tuple(_sheets(lay_out(document))))


def _sheets(laid: LaidOut) -> Iterator[Sheet]:
    for section in laid.sections:
        yield from _of(section, section)
        for part in section.parts:
            yield from _of(section, part)


def _of(section: PlacedSection, where: PlacedSection) -> Iterator[Sheet]:
    name = f"{section.number} {section.title}" + (f": {where.title}" if where is not section else "")
    for placed in where.blocks:
        if isinstance(placed.block, Table):
            yield sheet(placed.block, placed.number, name)


def sheet(table: Table, number: str, section: str) -> Sheet:
    """One table as a grid: headings, a unit for each row where the table holds figures, then its columns in parts."""
    columns = [
        (column, _parts(table, column, [row.cells[place] for row in table.rows]))
        for place, column in enumerate(table.columns)
    ]
    tells_unit = table.kind is not Kind.TEXT and not table.typed
    headings = [Heading(table.row_heading, words=True)]
    headings += [Heading("Unit", words=True)] if tells_unit else []
    for column, parts in columns:
        group = column.group
        headings += [Heading(_label(column, part, parts), group, part == "words") for part in parts]
    return Sheet(
        number=number,
        key=table.key,
        caption=table.caption,
        section=section,
        headings=tuple(headings),
        rows=tuple(_row(row, columns, tells_unit) for row in table.rows),
        base=frozenset(nth for nth, row in enumerate(table.rows) if row.base),
        notes=tuple(notes_of(table)),
        typed=table.typed,
    )


def _row(row: Row, columns: list[tuple[Column, list[str]]], tells_unit: bool) -> tuple[Value, ...]:
    units = {cell.unit for cell in row.cells if cell.unit is not Unit.TEXT}
    unit = UNITS[units.pop()] if len(units) == 1 else ""
    found: list[Value] = [row.header, *([unit] if tells_unit else [])]
    for cell, (_column, parts) in zip(row.cells, columns, strict=True):
        found += [_value(cell, part) for part in parts]
    return tuple(found)


def _parts(table: Table, column: Column, cells: list[Cell]) -> list[str]:
    """The columns one column of print becomes: its figure, how many were counted, and of how many."""
    if table.kind is Kind.TEXT or column.words:
        return ["words"]
    shares = any(_has_share(cell) for cell in cells)
    counts = any(cell.unit is not Unit.TEXT and (cell.numerator is not None or cell.hidden) for cell in cells)
    bases = any(cell.unit not in (Unit.TEXT, Unit.COUNT) and cell.denominator is not None for cell in cells)
    found = [part for part, there in ((VALUE, shares), (COUNT, counts), (BASE, bases)) if there]
    return found or [VALUE]


def _has_share(cell: Cell) -> bool:
    if cell.unit in (Unit.TEXT, Unit.COUNT):
        return cell.text is not None
    return not cell.published or cell.text is not None


def _label(column: Column, part: str, parts: list[str]) -> str:
    if parts in (["words"], [VALUE]):
        return column.label
    return f"{column.label}: {part}"


def _value(cell: Cell, part: str) -> Value:
    if part == "words":
        return _shown(cell)
    if part == VALUE:
        return _figure(cell)
    if cell.unit is Unit.TEXT:
        return None
    if part == COUNT:
        return HIDDEN if cell.hidden else cell.numerator
    return None if cell.unit is Unit.COUNT else cell.denominator


def _shown(cell: Cell) -> str:
    if cell.text is not None:
        return cell.text
    return "" if cell.numerator is None else str(cell.numerator)


def _figure(cell: Cell) -> Value:
    """The number a cell prints, as a number; its words where it prints words."""
    if cell.hidden:
        return HIDDEN
    if cell.text is not None:
        return as_number(cell.text)
    if cell.unit is Unit.TEXT:
        return DASH
    if cell.unit is Unit.COUNT or cell.published:
        return None
    return DASH if cell.value is None else float(half_up(cell.value, DECIMALS[cell.unit]))


def as_number(text: str) -> Value:
    """A published figure as a number, where it is one; otherwise as it was printed."""
    found = number_of(text)
    if found is None:
        return text
    return int(found) if found == int(found) and not re.search(r"\.", text) else found
