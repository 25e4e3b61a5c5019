"""An Excel workbook: every sheet that is shown, its cells as they are printed. Formulas are not worked out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

import openpyxl

from holdfast.reports.checker.grids import MOST_COLUMNS
from holdfast.reports.checker.printed import Item
from holdfast.reports.checker.readers.limits import MOST_CELLS, CannotRead
from holdfast.reports.checker.readers.lines import walked
from holdfast.reports.checker.readers.package import opened

#: rows that are looked at in one sheet, empty ones too
_MOST_ROWS = 20_000
#: numbers beyond this are no count of anything, and are left as they stand
_LARGEST = Decimal(10) ** 15
_DAMAGED = "The file is no Excel workbook, or it is damaged. Open it in Excel and save it again."


def read(content: bytes) -> list[Item]:
    """The tables and lines of every sheet. Raises CannotRead."""
    items: list[Item] = []
    left = [MOST_CELLS]
    with _book(content) as book:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                items += walked(list(_rows(sheet, left)), sheet.title)
    return items


@contextmanager
def _book(content: bytes) -> Iterator[Any]:
    """A workbook that is safe to read, closed at the end; whatever is wrong with it becomes one sentence."""
    opened(content, "Excel").close()
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except Exception:  # openpyxl raises whatever its parsers raise; a person needs one sentence
        raise CannotRead(_DAMAGED) from None
    try:
        yield book
    except CannotRead:
        raise
    except Exception:  # a sheet is only read, and its faults only found, while its rows are asked for
        raise CannotRead(_DAMAGED) from None
    finally:
        book.close()


def _rows(sheet: Any, left: list[int]) -> Iterator[list[str]]:
    # what a sheet says of its own size is not believed: it may be far more or less than it holds
    sheet.reset_dimensions()
    for nth, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS)):
        if nth >= _MOST_ROWS:
            raise CannotRead(
                f"The sheet has more than {_MOST_ROWS:,} rows. Give only the sheets with the report's tables."
            )
        cells = [
            as_printed(cell.value, getattr(cell, "number_format", "General") or "General") for cell in row
        ]
        while cells and not cells[-1]:
            cells.pop()
        left[0] -= len(cells)
        if left[0] < 0:
            raise CannotRead(f"The workbook has more than {MOST_CELLS:,} cells. Check its sheets in parts.")
        yield cells


def as_printed(value: Any, form: str) -> str:
    """A cell's value as its number format prints it: 0.289 as 0.0% is '28.9%'."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, (datetime, date)):
        return f"{value.day} {value:%B %Y}"
    if not isinstance(value, (int, float)):
        return str(value)
    first = form.split(";")[0]
    try:
        number = Decimal(repr(value))
    except InvalidOperation:
        return ""
    percent = "%" in first
    if percent:
        number *= 100
    shape = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.|_.', "", first)
    if not number.is_finite() or abs(number) >= _LARGEST:
        return str(value)
    if digits := re.search(r"[0#]\.([0#]+)", shape):
        number = number.quantize(Decimal(1).scaleb(-len(digits[1])), rounding=ROUND_HALF_UP)
    elif "0" in shape:
        number = number.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    else:
        number = round(number, 9).normalize()
    return f"{number:f}{'%' if percent else ''}"


def first_sheet(content: bytes) -> list[list[str]]:
    """The rows of the first sheet that is shown, its cells as they are printed. Raises CannotRead."""
    with _book(content) as book:
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return list(_rows(shown[0], [MOST_CELLS])) if shown else []
