"""A table of the report in Word: marked header rows, its own alternative text, notes under it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt

from holdfast.reports.content import Column, Kind, Table
from holdfast.reports.ink import widths
from holdfast.reports.ink.word import styles
from holdfast.reports.ink.word.rows import SHADE, SMALL, Rows
from holdfast.reports.ink.word.xml import element, repeat_as_header, shade
from holdfast.reports.printing import notes_of

#: more columns than this are set smaller; a table of no more rows than this stays on one page
_MANY, _WHOLE = 8, 12


def write(doc: Any, table: Table, title: str) -> None:
    """Add the table and its notes at the end of the document; ``title`` is its number and caption."""
    heads = 2 if any(column.group for column in table.columns) else 1
    made = doc.add_table(rows=heads, cols=len(table.columns) + 1, style=styles.TABLE)
    made.autofit = False
    notes = notes_of(table)
    _describe(made, title, " ".join(notes))
    _head(made, table, heads)
    wide, small, together = _widths(table), len(table.columns) > _MANY, len(table.rows) <= _WHOLE
    _set_widths(made, wide)
    if small:
        _smaller(made)
    if together:
        _keep_together(made)
    for row in Rows(table, [Emu(each).twips for each in wide], small, together).elements():
        made._tbl.append(row)
    added = [doc.add_paragraph(note) for note in notes] or [doc.add_paragraph()]
    for paragraph in added:
        styles.put(paragraph, "Table note")
    added[-1].paragraph_format.space_after = Pt(10)
    for paragraph in added[:-1]:  # what is said of a table stands on one page
        paragraph.paragraph_format.keep_with_next = True


def _head(made: Any, table: Table, heads: int) -> None:
    labels = made.rows[heads - 1].cells
    for place, column in enumerate(table.columns, start=1):
        _fill(labels[place], column.label, table, column)
    first = made.rows[0].cells
    if heads == 2:
        first[0].merge(labels[0])
        place = 1
        for name, of in groupby(table.columns, key=lambda column: column.group):
            columns = list(of)
            cell = first[place].merge(first[place + len(columns) - 1])
            _fill(cell, name, table, columns[0], centred=True)
            place += len(columns)
    _fill(first[0], table.row_heading, table, None)
    for row in made.rows:
        repeat_as_header(row)


def _fill(cell: Any, words: str, table: Table, column: Column | None, *, centred: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    styles.put(paragraph, "Table heading")
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif column is not None and table.kind is not Kind.TEXT and not column.words:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run().add_text(words)
    if column is not None and column.published:
        shade(cell, SHADE)


def _widths(table: Table) -> list[Any]:
    if widths.holds_words(table):
        return [int(Cm(wide / 10)) for wide in widths.millimetres(table)]
    count = len(table.columns)
    each = (
        Cm(2.6) if count <= 3 else Cm(1.9) if count <= 6 else int(Cm(14 if count > _MANY else 12.6) / count)
    )
    return [styles.PAGE - each * count] + [each] * count


def _set_widths(made: Any, wide: list[Any]) -> None:
    """Of the columns, and of every cell after the columns it spans."""
    for column, width in zip(made.columns, wide, strict=True):
        column.width = width
    for row in made._tbl.tr_lst:
        place = 0
        for cell in row.tc_lst:
            cell.width = sum(wide[place : place + cell.grid_span])
            place += cell.grid_span


def _keep_together(made: Any) -> None:
    for paragraph in made._tbl.iter(qn("w:p")):
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def _smaller(made: Any) -> None:
    """Many columns on an upright page: smaller figures and closer walls."""
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w="30", type="dxa"))
    made._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
    for paragraph in made._tbl.iter(qn("w:r")):
        paragraph.get_or_add_rPr().append(element("w:sz", val=str(SMALL)))


def _describe(made: Any, title: str, notes: str) -> None:
    """The table's own alternative text, which Word reads out before its cells."""
    properties = made._tbl.tblPr
    properties.append(element("w:tblCaption", val=title))
    properties.append(element("w:tblDescription", val=notes))
