"""One file that calls itself CSV: is it text, and which table is it? Asked before it is read.

A file that is no table is answered from its first letters, however large it is.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .faults import FaultList, quoted
from .layout import Layout, closest, recognise

#: a table of one authority's return is a few megabytes; far beyond that, it is something else
LARGEST: Final = 128 * 1024 * 1024
_HEAD: Final = 64 * 1024
_BLOCK: Final = 1024 * 1024
_BOM: Final = b"\xef\xbb\xbf"

_SIGNS: Final = (
    (b"PK\x03\x04", "an Excel workbook or a zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF document"),
    (b"\xff\xfe", "text in UTF-16 letters"),
    (b"\xfe\xff", "text in UTF-16 letters"),
)
_SAVE_AS: Final = "a table saved as “CSV UTF-8 (comma delimited)”"


@dataclass(frozen=True)
class CsvFile:
    """A file whose header row is that of a table: ``names`` as they stand in it, ``body`` after it."""

    label: str
    layout: Layout
    names: list[str]
    body: bytes


def open_csv(path: Path, label: str, faults: FaultList, seen: Callable[[int], None]) -> CsvFile | None:
    """Read one CSV file, or add the fault that says why it cannot be read and give None."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        header = _header(head, label, faults)
        if header is None:
            return None
        names, length = header
        layout = _layout(names, label, faults)
        if layout is None:
            return None
        size = path.stat().st_size
        if size > LARGEST:
            faults.add(label, None, None, f"{size // 1_000_000} MB", f"at most {LARGEST // 1_000_000} MB")
            return None
        body = _rest(file.read, head, label, faults, seen)
    if body is None or not _is_utf8(body, label, faults):
        return None
    return CsvFile(label, layout, names, body[length:])


def _header(head: bytes, label: str, faults: FaultList) -> tuple[list[str], int] | None:
    """The column names and how many bytes the header row takes."""
    if not head.strip():
        faults.add(label, None, None, "an empty file", "a header row with the names of the columns")
        return None
    sign = next((name for start, name in _SIGNS if head.startswith(start)), None)
    if sign is not None or b"\0" in head:
        faults.add(label, None, None, sign or "a file that is not text", _SAVE_AS)
        return None
    line = head.splitlines(keepends=True)[0]
    if len(line) == _HEAD:
        faults.add(label, 1, None, "a first row without an end", "a header row with the names of the columns")
        return None
    try:
        text = line.removeprefix(_BOM).decode("utf-8")
        cells = next(csv.reader([text], strict=True), [])
    except (UnicodeDecodeError, csv.Error):
        faults.add(label, 1, None, "a header row that cannot be read", _SAVE_AS)
        return None
    return [cell.strip().upper() for cell in cells], len(line)


def _layout(names: list[str], label: str, faults: FaultList) -> Layout | None:
    """The table with these columns; a fault that names what is missing or extra when there is none."""
    layout = recognise(names)
    if layout is not None:
        return layout
    twice = next((name for name in names if names.count(name) > 1), None)
    near = closest(names)
    if near is None:
        shown = quoted(", ".join(name for name in names if name))
        expected = "the columns of an SSDA903 table, with commas between them"
        faults.add(label, 1, None, f"a header row {shown}", expected)
    elif twice is not None:
        faults.add(label, 1, twice or None, "this column twice", f"each column of {near.name} once")
    else:
        faults.add(label, 1, None, _differing(names, near), f"exactly the columns of {near.name}")
    return None


def _differing(names: list[str], near: Layout) -> str:
    """The nearest table, which of its columns are missing, and which there are besides."""
    missing = [name for name in near.names if name not in names]
    extra = [quoted(name) if name else "one without a name" for name in names if name not in near.names]
    parts = [f"{', '.join(some)} {what}" for some, what in ((missing, "missing"), (extra, "extra")) if some]
    return f"the columns of {near.name} with {' and '.join(parts)}"


def _rest(
    read: Callable[[int], bytes], head: bytes, label: str, faults: FaultList, seen: Callable[[int], None]
) -> bytes | None:
    """The whole file, block by block, so that a file that turns out not to be text is dropped at once."""
    blocks = [head]
    seen(len(head))
    line = head.count(b"\n")
    while block := read(_BLOCK):
        if b"\0" in block:
            row = line + block.count(b"\n", 0, block.index(b"\0")) + 1
            faults.add(label, row, None, "letters that are not text", _SAVE_AS)
            return None
        if len(block) == _BLOCK and b"\n" not in block and b"\r" not in block:
            faults.add(label, line + 1, None, "a row without an end", "one child or event in each row")
            return None
        line += block.count(b"\n")
        blocks.append(block)
        seen(len(block))
    return b"".join(blocks)


def _is_utf8(body: bytes, label: str, faults: FaultList) -> bool:
    if body.isascii():
        return True
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        row = body.count(b"\n", 0, error.start) + 1
        faults.add(label, row, None, "a letter that is not UTF-8", _SAVE_AS)
        return False
    return True
