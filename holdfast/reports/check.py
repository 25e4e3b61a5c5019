"""The self-check: a table that contradicts itself is not printed.

It works on the finished content, whoever made it, and every ink passes through it. Published figures of other
years and areas are not ours to refuse; where they do not add up the table says so in a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from holdfast.reports.content import Cell, Document, Kind, Row, Section, Table, Unit
from holdfast.reports.printing import half_up

_SCALE = {Unit.PERCENT: 100, Unit.PER_10000: 10_000}


class ReportRefused(Exception):
    """The report contradicts itself, so it is not made."""


class GroupsDoNotAddUp(ReportRefused):
    """The groups of a distribution are more or fewer than its base."""


class ShareIsNotItsCounts(ReportRefused):
    """A share is not its numerator over its denominator."""


class HiddenIsThere(ReportRefused):
    """A cell that is hidden holds the number it hides."""


class TableIsUneven(ReportRefused):
    """A row has more or fewer cells than the table has columns."""


def check(document: Document) -> None:
    """Check every table of a report. Raises a ReportRefused that says which table, where in it, and why."""
    for table in tables(document.sections):
        check_table(table)


def tables(sections: tuple[Section, ...]) -> Iterator[Table]:
    """Every table in the order of print."""
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Table))
        yield from tables(section.parts)


def check_table(table: Table) -> None:
    """Check one table: its shape, each share, and the sum of its groups."""
    for row in table.rows:
        if len(row.cells) != len(table.columns):
            raise TableIsUneven(
                f"Table “{table.caption}”: the row “{row.header}” has {len(row.cells)} cells "
                f"for {len(table.columns)} columns."
            )
        for place, cell in enumerate(row.cells):
            _check_share(table, row, table.columns[place].label, cell)
    if table.kind is Kind.DISTRIBUTION:
        for place, column in enumerate(table.columns):
            if not column.published:
                _check_sum(table, column.label, [(row, row.cells[place]) for row in table.rows])


def _where(table: Table, column: str, row: Row | None = None) -> str:
    place = f", row “{row.header}”" if row else ""
    return f"Table “{table.caption}”, column {column}{place}"


def _check_share(table: Table, row: Row, column: str, cell: Cell) -> None:
    here = _where(table, column, row)
    if cell.hidden and (cell.numerator is not None or cell.value is not None):
        raise HiddenIsThere(f"{here}: the cell is hidden from the public, and holds its number.")
    if cell.hidden or cell.published or cell.unit in (Unit.TEXT, Unit.COUNT, Unit.FTE):
        return
    if cell.numerator is None or cell.denominator is None:
        if cell.value is not None:
            raise ShareIsNotItsCounts(f"{here}: {cell.value} is given without what it was counted from.")
        return
    if cell.unit is Unit.PER_FTE:
        _check_per_fte(here, cell.value, cell.numerator, cell.denominator)
        return
    if cell.numerator > cell.denominator and cell.unit is not Unit.PER_10000:
        raise ShareIsNotItsCounts(f"{here}: {cell.numerator} is more than its base of {cell.denominator}.")
    if cell.unit in (Unit.MEAN, Unit.MEAN_OF_RETURNS, Unit.MEDIAN, Unit.LONGEST):
        if (cell.value is None) != (cell.numerator == 0):
            raise ShareIsNotItsCounts(
                f"{here}: a {cell.unit.value} of {cell.numerator} values cannot be {cell.value}."
            )
        return
    if cell.denominator == 0:
        if cell.value is not None:
            raise ShareIsNotItsCounts(f"{here}: nothing was counted, so there is no share, but {cell.value}.")
        return
    exact = Decimal(_SCALE[cell.unit] * cell.numerator) / Decimal(cell.denominator)
    if cell.value is None or half_up(cell.value, 1) != half_up(exact, 1):
        raise ShareIsNotItsCounts(
            f"{here}: {cell.numerator} of {cell.denominator} is {half_up(exact, 1)}, not {cell.value}."
        )


def _check_per_fte(here: str, value: float | None, number: int, posts: float) -> None:
    """The full-time equivalents are printed to two decimals: what they were before lies half a hundredth around."""
    if not posts:
        if value is not None:
            raise ShareIsNotItsCounts(
                f"{here}: no post was held, so there is no number for each, but {value}."
            )
        return
    exact, half = Decimal(str(posts)), Decimal("0.005")
    least = half_up(number / (exact + half), 1)
    most = half_up(number / max(exact - half, half), 1)
    if value is None or not least <= half_up(value, 1) <= most:
        raise ShareIsNotItsCounts(f"{here}: {number} over {posts} full posts is about {least}, not {value}.")


def _check_sum(table: Table, column: str, cells: list[tuple[Row, Cell]]) -> None:
    parts = [cell for row, cell in cells if row.part and cell.numerator is not None]
    bases = {cell.denominator for cell in parts if cell.numerator or cell.denominator is not None} | {
        cell.numerator for row, cell in cells if row.base and cell.numerator is not None
    }
    if len(bases) > 1:
        counted = ", ".join(str(base) for base in sorted(bases, key=str))
        raise GroupsDoNotAddUp(f"{_where(table, column)}: one base is needed, but {counted} are given.")
    total = sum(cell.numerator or 0 for cell in parts)
    hidden = any(row.part and cell.hidden for row, cell in cells)
    for base in bases:
        if hidden:
            if base is not None and total >= base:
                raise GroupsDoNotAddUp(
                    f"{_where(table, column)}: the groups shown add up to {total}, and others are hidden, but the base "
                    f"is {base}."
                )
            continue
        if base != total:
            raise GroupsDoNotAddUp(
                f"{_where(table, column)}: the groups add up to {total}, but the base is {base}."
            )
