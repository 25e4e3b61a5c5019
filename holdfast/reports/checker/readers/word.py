"""A Word document: its headings, paragraphs and tables in their order, as they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

import defusedxml.ElementTree as safe_xml
from defusedxml import DefusedXmlException

from holdfast.reports.checker.grids import MOST_COLUMNS, caption_of, table_of
from holdfast.reports.checker.printed import Item
from holdfast.reports.checker.readers.limits import MOST_CELLS, CannotRead
from holdfast.reports.checker.readers.lines import Walk, heading_of, numbered_or_not
from holdfast.reports.checker.readers.package import opened

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: what is in the file but not on the paper
_UNSEEN = {f"{_W}del", f"{_W}instrText", f"{_W}delText", f"{_W}txbxContent", f"{_W}moveFrom"}
#: what only stands around its parts: content controls, tracked insertions, marks of other programs
_AROUND = {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}


def read(content: bytes) -> list[Item]:
    """Everything in the body of a document. Raises CannotRead."""
    with opened(content, "Word") as bundle:
        try:
            part = bundle.read("word/document.xml")
            body = safe_xml.fromstring(part, forbid_dtd=True).find(f"{_W}body")
        except (KeyError, ParseError, DefusedXmlException, RecursionError):
            raise CannotRead(
                "The file is no Word document, or it is damaged. Open it in Word and save it again."
            ) from None
    reader = _Document()
    for block in _parts(body, f"{_W}p", f"{_W}tbl") if body is not None else ():
        reader.block(block)
        while reader.waiting:
            reader.block(reader.waiting.pop(0))
    return reader.walk.done()


class _Document:
    def __init__(self) -> None:
        self.walk = Walk()
        self.cells = 0
        self.waiting: list[Any] = []

    def block(self, block: Any) -> None:
        if block.tag == f"{_W}tbl":
            caption, self.walk.caption = self.walk.caption, ""
            within: list[Any] = []
            rows, headers = self._rows(block, within)
            self.walk.items.append(table_of(rows, caption, headers=headers))
            self.waiting[:0] = within
            return
        words = _words(block)
        style = _style(block).casefold()
        if not words:
            return
        if style.startswith(("heading", "title")):
            self.walk._leave_caption()
            self.walk.items.append(heading_of(words))
        elif caption_of(words) or self.walk.caption:
            self.walk.row([words])
        else:
            self.walk.items.append(numbered_or_not(words))

    def _rows(self, table: Any, within: list[Any]) -> tuple[list[list[str]], int | None]:
        """Its rows of cells, and how many of them repeat as header; what is merged stands in its first cell.

        A table in a cell goes to ``within``, to be read as a table of its own.
        """
        rows: list[list[str]] = []
        headers = 0
        for row in _parts(table, f"{_W}tr"):
            if row.find(f"{_W}trPr/{_W}del") is not None:
                continue
            if row.find(f"{_W}trPr/{_W}tblHeader") is not None and headers == len(rows):
                headers += 1
            cells: list[str] = []
            for cell in _parts(row, f"{_W}tc"):
                self.cells += 1
                if self.cells > MOST_CELLS:
                    raise CannotRead(
                        f"The document has more than {MOST_CELLS:,} cells. Check its tables in parts."
                    )
                span = _value(cell.find(f"{_W}tcPr/{_W}gridSpan"))
                across = min(int(span), MOST_COLUMNS) if span.isdigit() and int(span) else 1
                merged = cell.find(f"{_W}tcPr/{_W}vMerge")
                goes_on = merged is not None and _value(merged) != "restart"
                blocks = list(_parts(cell, f"{_W}p", f"{_W}tbl"))
                within += [block for block in blocks if block.tag == f"{_W}tbl"]
                said = [_words(block, in_cell=True) for block in blocks if block.tag == f"{_W}p"]
                words = "" if goes_on else " ".join(said)
                cells += [words.strip(), *[""] * (across - 1)]
            rows.append(cells[:MOST_COLUMNS])
        return rows, headers or None


def _parts(node: Any, *tags: str) -> Iterator[Any]:
    """The parts of these kinds in their order, those inside content controls too, not those of a table within."""
    waiting = list(reversed(list(node)))
    while waiting:
        part = waiting.pop()
        if part.tag in tags:
            yield part
        elif part.tag in _AROUND:
            waiting.extend(reversed(list(part)))


def _words(paragraph: Any, in_cell: bool = False) -> str:
    pieces: list[str] = []
    waiting = [paragraph]
    while waiting:
        node = waiting.pop()
        if node.tag in _UNSEEN or (in_cell and node.tag == f"{_W}r" and _is_raised(node)):
            continue
        if node.tag == f"{_W}t":
            pieces.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr") and node is not paragraph:
            pieces.append(" ")
        waiting.extend(reversed(list(node)))
    return " ".join("".join(pieces).split())


def _is_raised(run: Any) -> bool:
    """A mark of a footnote beside a number is no part of the number."""
    return _value(run.find(f"{_W}rPr/{_W}vertAlign")) == "superscript"


def _style(paragraph: Any) -> str:
    return _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))


def _value(node: Any) -> str:
    return "" if node is None else str(node.get(f"{_W}val", ""))
