"""One file, of any of the kinds that are read, as a report. Nothing is written anywhere."""

from __future__ import annotations

from collections.abc import Callable

from holdfast.reports.checker.printed import Caption, Heading, Item, ReadTable, Report, Said, in_order
from holdfast.reports.checker.readers import csv_file, excel, html_page, own_json, text, word
from holdfast.reports.checker.readers.limits import (
    LONGEST_TEXT,
    MB,
    MOST_BYTES,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ITEMS,
    MOST_ROWS,
    MOST_TABLES,
    CannotRead,
)

_TEXTS: dict[str, Callable[[str], list[Item]]] = {
    ".csv": csv_file.read,
    ".tsv": csv_file.read,
    ".txt": text.read,
    ".md": text.read,
    ".html": html_page.read,
    ".htm": html_page.read,
    ".json": own_json.read,
}
_BUNDLES: dict[str, Callable[[bytes], list[Item]]] = {".docx": word.read, ".xlsx": excel.read}
ENDINGS = (*_BUNDLES, *_TEXTS)
_INSTEAD = {
    ".pdf": "A PDF holds its words as places on paper and cannot be checked. Give the Word or HTML file it "
    "was made from.",
    ".doc": "This is an older form of Word. Open it in Word and save it as .docx.",
    ".xls": "This is an older form of Excel. Open it in Excel and save it as .xlsx.",
    ".docm": "A file with macros is not read. Save it as .docx without macros.",
    ".xlsm": "A file with macros is not read. Save it as .xlsx without macros.",
    ".xlsb": "This form of Excel is not read. Save it as .xlsx.",
    ".odt": "This form is not read. Save it as .docx.",
    ".ods": "This form is not read. Save it as .xlsx.",
}

__all__ = ["ENDINGS", "CannotRead", "read"]


def read(name: str, content: bytes) -> Report:
    """The report in a file. Raises CannotRead with a sentence that says why and what to do."""
    ending = name[name.rfind(".") :].casefold() if "." in name else ""
    if ending not in ENDINGS:
        known = "Word (.docx), Excel (.xlsx), CSV, HTML, text or JSON"
        raise CannotRead(_INSTEAD.get(ending, f"This kind of file is not read. Give {known}."))
    if not content.strip():
        raise CannotRead("The file is empty.")
    if len(content) > MOST_BYTES:
        raise CannotRead(
            f"The file is larger than {MOST_BYTES // MB} MB. Leave out its pictures, or check it in parts."
        )
    items = _BUNDLES[ending](content) if ending in _BUNDLES else _TEXTS[ending](_decoded(content))
    return _bounded(items)


def _decoded(content: bytes) -> str:
    content = _marked(content)
    for mark, code in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig"), (b"", "cp1252")):
        if content.startswith(mark):
            try:
                found = content.decode(code)
            except UnicodeDecodeError:
                continue
            if "\0" in found:
                break
            return found
    raise CannotRead("The file holds bytes that are no text. Save it again as text in UTF-8.")


def _marked(content: bytes) -> bytes:
    """A text in UTF-16 that does not say so, with the mark that says so: every second byte of its start is nought."""
    start = content[:200]
    for mark, empty, full in ((b"\xff\xfe", start[1::2], start[::2]), (b"\xfe\xff", start[::2], start[1::2])):
        if len(start) > 3 and empty.count(0) * 10 > len(empty) * 8 and not full.count(0):
            return mark + content
    return content


def _bounded(items: list[Item]) -> Report:
    tables = [item for item in items if isinstance(item, ReadTable)]
    cells = sum(len(row.cells) for table in tables for row in table.rows)
    if len(items) > MOST_ITEMS or len(tables) > MOST_TABLES or cells > MOST_CELLS:
        raise CannotRead(
            f"The file has more than {MOST_TABLES} tables, {MOST_CELLS:,} cells or {MOST_ITEMS:,} "
            f"paragraphs. Check it in parts."
        )
    if not any(_says_something(item) for item in items):
        raise CannotRead("No table and no numbered paragraph was found in the file.")
    large = [table.name for table in tables if not table.is_checked]
    notes = [
        f"{name} has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns and was not checked."
        for name in large
    ]
    return in_order([_shortened(item) for item in items], notes)


def _says_something(item: Item) -> bool:
    return bool(isinstance(item, ReadTable) or item.number)


def _shortened(item: Item) -> Item:
    if isinstance(item, (Heading, Said, Caption)) and len(item.text) > LONGEST_TEXT:
        return type(item)(item.number, item.text[:LONGEST_TEXT])
    return item
