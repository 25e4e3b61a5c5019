"""The tables of a report as one Excel workbook: a sheet that lists them, then a sheet for each.

Figures are numbers, and how many were counted and of how many stand in columns of their own. Every text is written as
a text, so no cell is ever a formula.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime, time
from itertools import groupby
from typing import Any

import xlsxwriter

from holdfast.reports.content import Audience, Document
from holdfast.reports.ink.grid import Grids, Heading, Sheet, Value, grids
from holdfast.reports.printing import long_day

CONTENTS = "Contents"
_TITLE_ROW, _BACK_ROW, _GROUP_ROW, _HEAD_ROW, _FIRST = 0, 1, 2, 3, 4
_NARROW, _WIDE, _WIDEST = 11, 16, 60
_READING = (
    "figure: as the report prints it; the column “Unit” says what it is",
    "n: how many were counted; N: of how many",
    "–: nothing can be divided, or nothing is known",
)
_READING_PUBLIC = "c: not shown, because somebody could be told from it"


def render(document: Document) -> bytes:
    """The bytes of an .xlsx file: the same for the same report. Raises a ReportRefused if it contradicts itself."""
    return of_grids(grids(document))


def of_grids(found: Grids) -> bytes:
    """The same of tables laid out before, of all or of some."""
    made = io.BytesIO()
    book = _Book(made, found)
    book.write()
    return made.getvalue()


class _Book:
    """Writes one workbook."""

    def __init__(self, made: io.BytesIO, found: Grids) -> None:
        self.document, self.sheets = found.document, found.sheets
        self.book = xlsxwriter.Workbook(
            made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        words = {"text_wrap": True, "valign": "top"}
        self.formats: dict[str, Any] = {
            name: self.book.add_format(look)
            for name, look in {
                "title": {"bold": True, "font_size": 14},
                "mark": {"bold": True, "font_color": "#942514"},
                "link": {"font_color": "#1d4f7c", "underline": 1, "valign": "top"},
                "head": {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom"},
                "head right": {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom", "align": "right"},
                "group": {"bold": True, "align": "center", "bottom": 1},
                "words": words,
                "words base": {**words, "bold": True, "top": 1},
                "number": {"valign": "top", "align": "right"},
                "number base": {"valign": "top", "align": "right", "bold": True, "top": 1},
                "note": {"font_color": "#484f54"},
            }.items()
        }  # fmt: skip

    def write(self) -> None:
        self._properties()
        self._contents()
        for sheet in self.sheets:
            self._sheet(sheet)
        self.book.close()

    def _properties(self) -> None:
        document = self.document
        made = document.made_on or datetime(2000, 1, 1, tzinfo=UTC).date()
        self.book.set_properties(
            {
                "title": f"{document.title} {document.period}: tables",
                "author": document.authority,
                "comments": document.synthetic,
                "created": datetime.combine(made, time(), UTC).replace(tzinfo=None),
            }
        )

    def _contents(self) -> None:
        page = self.book.add_worksheet(CONTENTS)
        page.set_column(0, 0, 12)
        page.set_column(1, 1, 80, self.formats["words"])
        page.set_column(2, 2, 60, self.formats["words"])
        at = 0
        page.write_string(at, 0, f"{self.document.title} {self.document.period}", self.formats["title"])
        for name, fact in self._facts():
            at += 1
            page.write_string(at, 0, name)
            page.write_string(at, 1, fact)
        for reading in self._reading():
            at += 1
            page.write_string(at, 1, reading, self.formats["note"])
        at += 2
        for place, heading in enumerate(("Sheet", "Table", "Section")):
            page.write_string(at, place, heading, self.formats["head"])
        page.freeze_panes(at + 1, 0)
        for sheet in self.sheets:
            at += 1
            page.write_url(at, 0, f"internal:'{sheet.number}'!A1", self.formats["link"], sheet.number)
            page.write_string(
                at, 1, f"{sheet.caption}{' (typed in)' if sheet.typed else ''}", self.formats["words"]
            )
            page.write_string(at, 2, sheet.section, self.formats["words"])

    def _facts(self) -> list[tuple[str, str]]:
        document = self.document
        facts = [("Council", document.authority), *document.facts]
        if document.made_on and not any(name == "Made on" for name, _fact in facts):
            facts.append(("Made on", long_day(document.made_on)))
        return [*facts, ("Data", document.synthetic)] if document.synthetic else facts

    def _reading(self) -> tuple[str, ...]:
        public = self.document.audience is Audience.PUBLIC
        return (*_READING, _READING_PUBLIC) if public else _READING

    def _sheet(self, sheet: Sheet) -> None:
        page = self.book.add_worksheet(sheet.number)
        page.write_string(_TITLE_ROW, 0, f"{sheet.number}: {sheet.caption}", self.formats["title"])
        page.write_url(_BACK_ROW, 0, f"internal:'{CONTENTS}'!A1", self.formats["link"], CONTENTS)
        if self.document.synthetic:
            page.write_string(_BACK_ROW, 1, self.document.synthetic, self.formats["mark"])
        self._heads(page, sheet)
        for nth, row in enumerate(sheet.rows):
            base = " base" if nth in sheet.base else ""
            for place, (value, heading) in enumerate(zip(row, sheet.headings, strict=True)):
                self._cell(page, _FIRST + nth, place, value, heading, base)
        at = _FIRST + len(sheet.rows) + 1
        for nth, note in enumerate(sheet.notes):
            page.write_string(at + nth, 0, note, self.formats["note"])
        page.freeze_panes(_FIRST, 1)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(_GROUP_ROW, _HEAD_ROW)

    def _heads(self, page: Any, sheet: Sheet) -> None:
        for place, heading in enumerate(sheet.headings):
            name = "head" if heading.words else "head right"
            page.write_string(_HEAD_ROW, place, heading.label, self.formats[name])
            page.set_column(place, place, _width(sheet, place, heading))
        place = 0
        for group, of in groupby(sheet.headings, key=lambda heading: heading.group):
            last = place + len(list(of)) - 1
            if group and last > place:
                page.merge_range(_GROUP_ROW, place, _GROUP_ROW, last, "", self.formats["group"])
            if group:
                page.write_string(_GROUP_ROW, place, group, self.formats["group"])
            place = last + 1

    def _cell(self, page: Any, at: int, place: int, value: Value, heading: Heading, base: str) -> None:
        look = self.formats[("words" if heading.words else "number") + base]
        if value is None or value == "":
            page.write_blank(at, place, None, look)
        elif isinstance(value, str):
            page.write_string(at, place, value, look)
        else:
            page.write_number(at, place, value, look)


def _width(sheet: Sheet, place: int, heading: Heading) -> int:
    if not heading.words:
        return _NARROW
    longest = max([len(heading.label), *(len(str(row[place] or "")) for row in sheet.rows)])
    return min(max(longest + 1, _WIDE if place == 0 else _NARROW), _WIDEST)
