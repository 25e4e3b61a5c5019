"""A CSV file: one table or several, each with its caption in a line of its own above it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from holdfast.reports.checker.printed import Item
from holdfast.reports.checker.readers.limits import CannotRead
from holdfast.reports.checker.readers.lines import walked


def read(text: str) -> list[Item]:
    """The tables of a CSV file, parted by commas, semicolons or tabs. Raises CannotRead where its quoting is broken."""
    first = next((line for line in text.splitlines() if any(sign in line for sign in ",;\t")), "")
    parted_by = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by)
    try:
        return walked(list(_rows(reader)))
    except csv.Error:
        raise CannotRead(
            f"Line {reader.line_num} cannot be parted into cells: a quotation mark stands in the wrong place, or a "
            "cell is very long. Save the file again as CSV."
        ) from None


def _rows(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    for row in reader:
        cells = [_unmarked(cell) for cell in row]
        while cells and not cells[-1].strip():
            cells.pop()
        yield cells if len(cells) != 1 or len(row) == 1 else [cells[0]]


def _unmarked(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from running a cell as a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell
