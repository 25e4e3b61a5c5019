"""A table's cells as the rules use them: counts, shares and bases by row and column, and each column's period."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cached_property

from holdfast.reports.checker import labels
from holdfast.reports.checker.cells import Printed
from holdfast.reports.checker.findings import Finding, Kind, Sure, at_cell
from holdfast.reports.checker.periods import Period, period_of
from holdfast.reports.checker.printed import ReadTable, Report

Matrix = list[list[int | None]]


@dataclass(frozen=True, eq=False)
class Figures:
    """One table, or the same turned (``is_turned``), with the table as printed for the places of its findings."""

    table: ReadTable
    printed_as: ReadTable
    is_turned: bool = False
    newest: str = (
        ""  # the newest year any table of the report has a column of: that of quarters without a year
    )

    @property
    def labels(self) -> list[str]:
        return [row.label for row in self.table.rows]

    @cached_property
    def periods(self) -> list[Period]:
        return [period_of(parts) for parts in self.table.columns]

    @cached_property
    def width(self) -> int:
        return len(self.table.columns)

    def cell(self, row: int, column: int) -> Printed:
        return self.table.values[row][column]

    def is_percent(self, row: int, column: int) -> bool:
        """The cell is a percentage, by its own sign or by what stands beside or above it."""
        cell = self.cell(row, column)
        if cell.share is not None and cell.number is None:
            return True
        if cell.share is not None or cell.number is None or cell.of is not None:
            return False
        heading = self.table.columns[column][-1] if self.table.columns[column] else ""
        return (
            self.table.percent
            or self._caption_says_percent
            or labels.is_percent(self.labels[row])
            or labels.is_percent(heading)
        )

    @cached_property
    def _caption_says_percent(self) -> bool:
        """'Percentage of …' over a table without any sign: every figure is one."""
        signs = any(value.share is not None for row in self.table.values for value in row)
        signs = signs or any(labels.is_percent(text) for text in [*self.labels, *self.table.headings])
        return not signs and self.table.caption.casefold().startswith(("percentage", "per cent"))

    def is_hidden(self, row: int, column: int) -> bool:
        """The number was held back, so nothing that needs it can be checked."""
        return self.cell(row, column).hidden

    @cached_property
    def counts(self) -> Matrix:
        """Whole numbers that count something; None elsewhere."""
        return [[self._count(row, column) for column in range(self.width)] for row in range(len(self.labels))]

    def _count(self, row: int, column: int) -> int | None:
        cell = self.cell(row, column)
        heading = self.table.headings[column]
        if self.is_percent(row, column) or not labels.is_counted(self.labels[row]):
            return None
        if labels.is_average(heading) and not self.periods[column].known:
            return None
        if labels.is_percent(self.table.columns[column][-1] if self.table.columns[column] else ""):
            return None
        return cell.count if cell.dividend is None and not self._is_answer(cell) else None

    @staticmethod
    def _is_answer(cell: Printed) -> bool:
        return (
            cell.divisor is not None and cell.number != cell.number.to_integral_value()
            if cell.number
            else False
        )

    @cached_property
    def shares(self) -> list[list[Decimal | None]]:
        """Percentages as printed; None elsewhere."""
        return [
            [
                cell.share
                if cell.share is not None
                else cell.number
                if self.is_percent(row, column)
                else None
                for column, cell in enumerate(cells)
            ]
            for row, cells in enumerate(self.table.values)
        ]

    @cached_property
    def turned(self) -> Figures:
        return Figures(self.table.turned(), self.printed_as, not self.is_turned, self.newest)

    def finding(
        self, row: int, column: int, *, rule: str, kind: Kind, sure: Sure, expected: object, sentence: str
    ) -> Finding:
        """A finding in a cell, its place given in the table as printed."""
        if self.is_turned:
            row, column = column, row
        return at_cell(
            self.printed_as,
            row,
            column,
            rule=rule,
            kind=kind,
            sure=sure,
            expected=str(expected),
            sentence=sentence,
        )

    def where(self, row: int, column: int) -> str:
        """A cell in a few words, for a sentence about another."""
        if self.is_turned:
            row, column = column, row
        table = self.printed_as
        return f"{table.name}, “{table.rows[row].label}”"


def figures_of(table: ReadTable) -> Figures:
    return Figures(table, table)


def all_figures(report: Report) -> list[Figures]:
    """Every table of a report that has figures."""
    small = [table for table in report.tables if table.is_checked]
    tables = [
        table for table in small if table.columns and any(v.is_figure for row in table.values for v in row)
    ]
    periods = [period_of(parts) for table in tables for parts in table.columns]
    periods += [period_of([row.label]) for table in tables for row in table.rows]
    newest = max((period.year for period in periods if not period.whose), default="")
    return [Figures(table, table, newest=newest) for table in tables]


def places(number: Decimal) -> int:
    """Decimals as printed."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounded(exact: Decimal, to: int) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(-to), rounding=ROUND_HALF_UP)


def agrees(printed: Decimal, exact: Decimal) -> bool:
    """The printed number is the exact one after rounding to as many decimals."""
    return rounded(exact, places(printed)) == printed


def is_cut(printed: Decimal, exact: Decimal) -> bool:
    """Its last digits were cut off where they should have been rounded."""
    return exact.quantize(Decimal(1).scaleb(-places(printed)), rounding=ROUND_DOWN) == printed


def share_of(part: int, whole: int) -> Decimal:
    return Decimal(100 * part) / Decimal(whole)


def column_words(figures: Figures, column: int) -> str:
    return f"“{figures.table.headings[column]}”" if figures.table.headings[column] else f"column {column + 1}"
