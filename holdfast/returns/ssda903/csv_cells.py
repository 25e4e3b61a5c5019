"""The rows of a CSV file as columns of text, each row with its line in the file.

Plain files (no quotation marks, every row of the right length) go through Arrow's reader, whole columns
at a time. Anything else goes row by row through Python's, which can say what is wrong and where.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow_csv

from . import arrays
from .csv_file import CsvFile
from .faults import FaultList

#: after so many rows of the wrong length the file is something else, and reading on says nothing new
_ENOUGH: Final = 1000


@dataclass(frozen=True)
class Cells:
    """Columns by name, blank cells null, and the line of each row in its file."""

    columns: dict[str, Any]
    lines: Any


def split(file: CsvFile, faults: FaultList) -> Cells:
    """Split a file into columns; rows of the wrong length and broken quotation marks become faults."""
    if not file.body.strip():
        none = arrays.numbers(np.zeros(0, dtype=np.int64), pa.int64())
        return Cells(dict.fromkeys(file.names, arrays.strings([])), none)
    return _plain(file) or _careful(file, faults)


def _plain(file: CsvFile) -> Cells | None:
    """All columns at once; None when the file needs the careful way."""
    if b'"' in file.body:
        return None
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(file.body.rstrip(b"\r\n")),
            read_options=arrow_csv.ReadOptions(column_names=file.names),
            parse_options=arrow_csv.ParseOptions(quote_char=False, ignore_empty_lines=False),
            convert_options=arrow_csv.ConvertOptions(
                check_utf8=False,
                column_types=dict.fromkeys(file.names, pa.string()),
                null_values=[""],
                strings_can_be_null=True,
            ),
        )
    except pa.ArrowInvalid:
        return None
    columns = {name: table.column(name).combine_chunks() for name in file.names}
    return Cells(columns, arrays.numbers(np.arange(2, table.num_rows + 2, dtype=np.int64), pa.int64()))


def _careful(file: CsvFile, faults: FaultList) -> Cells:
    """Row by row, with a fault for each row that is not whole."""
    width = len(file.names)
    rows: list[list[str]] = []
    lines: list[int] = []
    wrong: list[tuple[int, int]] = []
    text = io.TextIOWrapper(io.BytesIO(file.body), encoding="utf-8", newline="")
    reader = csv.reader(text, strict=True)
    line = 2
    try:
        for row in reader:
            if len(row) == width:
                rows.append(row)
                lines.append(line)
            elif row:
                wrong.append((line, len(row)))
                if len(wrong) == _ENOUGH:
                    break
            line = reader.line_num + 2
    except csv.Error as error:
        faults.add(file.label, line, None, _broken(error), "quotation marks in pairs around a whole value")
    _wrong_length(file, wrong, line, faults)
    columns = list(zip(*rows, strict=True)) or [()] * width
    texts = {name: arrays.strings(column) for name, column in zip(file.names, columns, strict=True)}
    return Cells(texts, arrays.numbers(np.array(lines, dtype=np.int64), pa.int64()))


def _broken(error: csv.Error) -> str:
    if "end of data" in str(error):
        return "a quotation mark that is never closed"
    if "field larger" in str(error):
        return "a value longer than any in a return, or a quotation mark that is never closed"
    return "a quotation mark inside a value"


def _wrong_length(file: CsvFile, wrong: list[tuple[int, int]], end: int, faults: FaultList) -> None:
    width = len(file.names)
    for line, found in wrong:
        expected = f"{width} values"
        if found < width and line == end - 1 and not file.body.endswith((b"\n", b"\r")):
            expected += "; the file looks cut short here"
        faults.add(file.label, line, None, f"{found} value{'' if found == 1 else 's'}", expected)
    if len(wrong) == _ENOUGH:
        found_so_far = f"{_ENOUGH} rows of the wrong length; reading stopped there"
        faults.always(file.label, found_so_far, f"{width} values in every row")
