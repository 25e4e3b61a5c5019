"""Columns of text into columns of dates, numbers and codes; what is none of these is a fault.

Values are trimmed and, but for dates, put in upper case: case systems write codes in lower case.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from . import arrays, dates
from .csv_cells import Cells
from .faults import LISTED_PER_COLUMN, FaultList, quoted
from .layout import Column, Layout

_A_DATE: Final = "a date that exists, written DD/MM/YYYY"
_EXPECTED: Final = {
    "date": _A_DATE,
    "date_zz": "a date written DD/MM/YYYY, with zz for a part that is not known",
    "whole": "a whole number",
}


def typed(cells: Cells, layout: Layout, label: str, faults: FaultList) -> Any:
    """The table of a file, columns in the Department's order, ``LINE`` last; rows of blanks left out."""
    texts = {column.name: arrays.trimmed(cells.columns[column.name]) for column in layout.columns}
    lines = cells.lines
    if texts["CHILD"].null_count:
        texts, lines = _without_blank_rows(texts, lines)
    columns = []
    for column in layout.columns:
        values, bad = _values(texts[column.name], column.type)
        _report(texts[column.name], lines, bad, column, label, faults)
        columns.append(values)
    return pa.table([*columns, lines], schema=layout.schema)


def _without_blank_rows(texts: dict[str, Any], lines: Any) -> tuple[dict[str, Any], Any]:
    """Spreadsheets leave rows of commas below a table; they say nothing about anyone."""
    filled = np.zeros(len(lines), dtype=bool)
    for values in texts.values():
        filled |= arrays.filled(values)
    keep = arrays.bits(filled)
    return {name: values.filter(keep) for name, values in texts.items()}, lines.filter(keep)


def _values(texts: Any, kind: str) -> tuple[Any, Any]:
    """The column in its own type, and the places of values that are none of it."""
    if kind == "date":
        return dates.parse(texts)
    if kind == "whole":
        return _whole(texts)
    if kind == "date_zz":
        distinct = {text: dates.readable_with_zz(text) for text in pc.unique(texts).to_pylist() if text}
        unreadable = arrays.strings([text for text, readable in distinct.items() if not readable])
        return texts, arrays.places(pc.is_in(texts, value_set=unreadable))
    return pc.utf8_upper(texts), np.zeros(0, dtype=np.int64)


def _whole(texts: Any) -> tuple[Any, Any]:
    filled = pc.is_valid(texts)
    good = pc.and_kleene(filled, pc.match_substring_regex(texts, r"\A-?[0-9]{1,9}\z"))
    numbers = pc.if_else(good, texts, pa.NULL).cast(pa.int64())
    return numbers, arrays.places(pc.and_not(filled, good))


def _report(texts: Any, lines: Any, bad: Any, column: Column, label: str, faults: FaultList) -> None:
    """One fault for each value that is none of its type or is blank where it must not be."""
    for place in bad[:LISTED_PER_COLUMN].tolist():
        found = quoted(texts[place].as_py())
        faults.add(label, lines[place].as_py(), column.name, found, _EXPECTED[column.type])
    faults.count(label, column.name, max(0, len(bad) - LISTED_PER_COLUMN))
    if not column.needed or not texts.null_count:
        return
    blank = arrays.places(pc.is_null(texts))
    expected = "the child's id" if column.type == "child" else _A_DATE
    for place in blank[:LISTED_PER_COLUMN].tolist():
        faults.add(label, lines[place].as_py(), column.name, "nothing", expected)
    faults.count(label, column.name, max(0, len(blank) - LISTED_PER_COLUMN))
