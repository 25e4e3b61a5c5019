"""Turns the elements of an XML return into rows, one child at a time, as they pass by."""

from __future__ import annotations

from typing import Any, Final
from xml.sax.handler import ContentHandler

from .faults import FaultList, quoted
from .layout import LAYOUTS
from .xml_shape import CHILD, HEADER, INLINE, ROOT, ROWS, UASC_FLAG, VALUES

#: no value of a return is longer; an element that goes on and on is not one
_LONGEST: Final = 1000

Row = dict[str, str]


class NotThisReturn(Exception):
    """The XML cannot be this return; the fault is listed and reading on says nothing new."""


class Rows(ContentHandler):
    """Collects ``tables``: name -> rows, each a dict of columns, with ``lines`` beside it."""

    def __init__(self, label: str, faults: FaultList) -> None:
        super().__init__()
        self.tables: dict[str, list[Row]] = {name: [] for name in LAYOUTS}
        self.lines: dict[str, list[int]] = {name: [] for name in LAYOUTS}
        self._label, self._faults = label, faults
        self._place: Any = None
        self._open: list[str] = []
        self._unknown = 0
        self._text: list[str] = []
        self._length = 0
        self._row: Row = {}
        self._header: Row = {}
        self._pending: list[tuple[str, Row, int]] = []
        self._starts: dict[str, int] = {}

    def setDocumentLocator(self, locator: Any) -> None:
        self._place = locator

    def startElement(self, tag: str, attributes: Any) -> None:
        if self._unknown:
            self._unknown += 1
            return
        inside = self._open[-1] if self._open else None
        self._reject_stray_text(inside)
        if inside is None and tag != ROOT:
            self._fault(f"an XML document {quoted(tag)}", f"one that begins with {ROOT}")
            raise NotThisReturn
        if not self._belongs(tag, inside):
            self._fault(f"an element {quoted(tag)} in {inside}", "the elements of the SSDA903 schema")
            self._unknown = 1
            return
        self._open.append(tag)
        self._starts[tag] = self._line()
        if tag == CHILD:
            self._header, self._pending = {}, []
        if tag in ROWS and tag != HEADER:
            self._row = {}

    @staticmethod
    def _belongs(tag: str, inside: str | None) -> bool:
        if inside is None or inside == ROOT:
            return tag == (ROOT if inside is None else CHILD)
        if tag in ROWS and ROWS[tag][1] == inside:
            return True
        return tag in VALUES.get(inside, {})

    def characters(self, content: str) -> None:
        if not self._text and content.isspace():
            return
        self._length += len(content)
        if self._length > _LONGEST:
            self._fault("a value longer than any in a return", "short codes, dates and numbers")
            raise NotThisReturn
        self._text.append(content)

    def endElement(self, tag: str) -> None:
        if self._unknown:
            self._unknown -= 1
            self._clear()
            return
        self._open.pop()
        inside = self._open[-1] if self._open else ROOT
        if tag in VALUES.get(inside, {}) and not (tag in ROWS and ROWS[tag][1] == inside):
            self._value(VALUES[inside][tag], self._header if inside == HEADER else self._row)
            return
        self._reject_stray_text(tag)
        if tag == CHILD:
            self._finish_child()
        elif tag in ROWS and tag != HEADER:
            self._pending.append((ROWS[tag][0], self._row, self._starts[tag]))

    def _value(self, column: str, row: Row) -> None:
        text = "".join(self._text).strip()
        self._clear()
        if column in row:
            self._fault("this value twice", "each value once", column)
        row[column] = text

    def _finish_child(self) -> None:
        """Give each row the child's id and date of birth, and part HEADER into the tables it holds."""
        header, start = self._header, self._starts.get(HEADER, self._starts[CHILD])
        if HEADER not in self._starts:
            self._fault("a CHILD without HEADER", "one HEADER for each child")
        shared = {name: header.get(name, "") for name in ("CHILD", "DOB", "SEX")}
        self._add("Header", header, start)
        if self._is_uasc(header, start):
            self._add("UASC", shared | header, start)
        for table in ("AD1", "OC3"):
            if any(header.get(name) for name in INLINE[table]):
                self._add(table, shared | header, start)
        for table, row, line in self._pending:
            self._add(table, shared | row, line)
        self._starts = {}

    def _is_uasc(self, header: Row, line: int) -> bool:
        flag = header.get(UASC_FLAG, "")
        if flag not in ("", "0", "1"):
            self._faults.add(self._label, line, UASC_FLAG, quoted(flag), "0 or 1")
        return flag == "1" or bool(header.get("DUC"))

    def _add(self, table: str, row: Row, line: int) -> None:
        self.tables[table].append(row)
        self.lines[table].append(line)

    def _reject_stray_text(self, inside: str | None) -> None:
        stray = "".join(self._text).strip()
        self._clear()
        if stray:
            self._fault(f"the text {quoted(stray)} between elements", f"only elements in {inside}")

    def _clear(self) -> None:
        self._text.clear()
        self._length = 0

    def _fault(self, found: str, expected: str, column: str | None = None) -> None:
        self._faults.add(self._label, self._line(), column, found, expected)

    def _line(self) -> int:
        return int(self._place.getLineNumber())
