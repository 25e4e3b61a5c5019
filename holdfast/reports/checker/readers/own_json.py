"""Our own form: tables, and paragraphs and headings if there are any, as JSON.

``{"content": [{"section": "7", "text": "…"}, {"paragraph": "7.1", "text": "…"}, {"caption": "Table 2: …"}, {"table":
"Table 1: …", "columns": […], "rows": [[heading, cell, …], …]}]}``. A list of ``tables``, each with ``printed_as``,
``title``, ``columns``, ``rows`` and perhaps ``unit`` ('percent'), is read too; a cell [n, N] is n/N.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from holdfast.reports.checker.cells import plain
from holdfast.reports.checker.grids import caption_of, table_of
from holdfast.reports.checker.printed import Caption, Heading, Item, Said
from holdfast.reports.checker.readers.limits import MOST_CELLS, CannotRead

_FORM = (
    "The JSON file is not in the form that is read here: an object with “content” or “tables”, each table with its "
    "columns and rows. Ask for the report as Word, Excel, CSV, HTML or text instead."
)


def read(text: str) -> list[Item]:
    """The report in a JSON file. Raises CannotRead."""
    try:
        given = json.loads(text)
        items = list(_items(given))
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
        raise CannotRead(_FORM) from None
    if not items:
        raise CannotRead(_FORM)
    return items


def _items(given: Any) -> Iterator[Item]:
    for one in given.get("content", ()):
        if "paragraph" in one:
            yield Said(_numbered(one["paragraph"]), plain(str(one["text"])))
        elif "section" in one:
            yield Heading(_numbered(one["section"]), str(one["text"]))
        elif "caption" in one:
            number, words = caption_of(str(one["caption"])) or ("", str(one["caption"]))
            yield Caption(number, words)
        elif "table" in one:
            yield _table(one, str(one["table"]))
    for one in given.get("tables", ()):
        number = re.search(r"\d+[a-z]?", str(one.get("printed_as", "")))
        title = str(one.get("title", ""))
        if one["rows"]:
            yield _table(one, f"Table {number[0]}: {title}" if number else title)
        elif number:
            yield Caption(number[0], title)


def _table(one: Any, caption: str) -> Item:
    rows = [[_cell(cell) for cell in row] for row in one["rows"]]
    if sum(len(row) for row in rows) > MOST_CELLS:
        raise CannotRead(f"The file has more than {MOST_CELLS:,} cells. Check its tables in parts.")
    head = one["columns"]
    levels = head if head and isinstance(head[0], list) else [head]
    grid = [*([str(part) for part in level] for level in levels), *rows]
    return table_of(grid, caption, headers=len(levels), percent=one.get("unit") == "percent")


def _cell(cell: Any) -> str:
    if cell is None:
        return "-"
    if isinstance(cell, list):
        return "/".join(str(part) for part in cell)
    return str(cell)


def _numbered(given: Any) -> str:
    """A number of a paragraph or section as printed ('7.8'); '' where what is given is no number."""
    return str(given) if re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,4}){0,4}", str(given)) else ""
