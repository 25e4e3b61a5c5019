"""A report as a Word document that goes on being a document: headings, numbered paragraphs, captions and
references are Word's own, so an editor can add a paragraph or a table and let Word number everything again.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime, time
from itertools import groupby
from typing import Any

from docx import Document as new_document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt

from holdfast.reports.content import Bullets, Chart, Column, Document, Inline, Kind, Paragraph, Row, Table
from holdfast.reports.ink import drawing
from holdfast.reports.ink.word import styles
from holdfast.reports.ink.word.xml import (
    Bookmarks,
    bookmark_name,
    element,
    field,
    keep_whole,
    link,
    repeat_as_header,
    shade,
)
from holdfast.reports.numbering import LaidOut, Placed, PlacedSection, Prompt, lay_out
from holdfast.reports.printing import lines, notes_of

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PAGE = Cm(17)
_PIXEL = 9525  # of a picture at 96 to the inch, in Word's unit
_SHADE = "F3F5F6"
#: more columns than this are set smaller; a table of no more rows than this stays on one page
_MANY, _WHOLE = 8, 12


def render(document: Document) -> bytes:
    """The document as the bytes of a .docx file. Raises a ReportRefused if the report contradicts itself."""
    return _Writer(lay_out(document)).write()


class _Writer:
    """Writes one laid-out report."""

    def __init__(self, laid: LaidOut) -> None:
        self.laid = laid
        self.doc: Any = new_document()
        self.bookmarks = Bookmarks()

    def write(self) -> bytes:
        document = self.laid.document
        styles.dress(self.doc)
        _properties(self.doc, document)
        _footer(self.doc, document)
        self._front(document)
        for section in self.laid.sections:
            self._heading(section, 1)
            self._blocks(section)
            for part in section.parts:
                self._heading(part, 2)
                self._blocks(part)
        made = io.BytesIO()
        self.doc.save(made)
        return _same_every_time(made.getvalue())

    def _front(self, document: Document) -> None:
        if document.synthetic:
            self.doc.add_paragraph(document.synthetic, style="Invented data")
        self.doc.add_paragraph(f"{document.title} {document.period}", style="Title")
        self.doc.add_paragraph(document.subtitle, style="Subtitle")
        for name, fact in document.facts:
            paragraph = self.doc.add_paragraph(style="Fact")
            paragraph.add_run(f"{name}: ").bold = True
            paragraph.add_run(fact)
        self.doc.add_paragraph("Contents", style="Contents heading")
        self._contents()

    def _contents(self) -> None:
        """A contents field, filled in; Word adds the page numbers when somebody updates it."""
        entries = [
            (level, entry)
            for section in self.laid.sections
            for level, entry in ((1, section), *((2, part) for part in section.parts))
        ]
        for nth, (level, entry) in enumerate(entries):
            paragraph = self.doc.add_paragraph(style=f"toc {level}")
            if nth == 0:
                self._start_contents(paragraph)
            link(paragraph, entry.key, f"{entry.number}  {entry.title}" if entry.number else entry.title)
            if nth == len(entries) - 1:
                paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))

    @staticmethod
    def _start_contents(paragraph: Any) -> None:
        paragraph.add_run()._r.append(element("w:fldChar", fldCharType="begin"))
        words = element("w:instrText")
        words.text = 'TOC \\o "1-2" \\h \\z \\u'
        paragraph.add_run()._r.append(words)
        paragraph.add_run()._r.append(element("w:fldChar", fldCharType="separate"))

    def _heading(self, section: PlacedSection, level: int) -> None:
        heading = self.doc.add_heading(section.title, level)
        if section is self.laid.sections[0]:
            heading.paragraph_format.page_break_before = True
        self.bookmarks.around(heading, section.key)

    def _blocks(self, section: PlacedSection) -> None:
        for placed in section.blocks:
            paragraph = self.doc.paragraphs[-1]
            if isinstance(placed.block, Bullets) and paragraph.style.name == styles.NUMBERED:
                paragraph.paragraph_format.keep_with_next = True
            self._block(placed)

    def _block(self, placed: Placed) -> None:
        block = placed.block
        if isinstance(block, Paragraph):
            paragraph = self.doc.add_paragraph(style=styles.NUMBERED)
            self._words(paragraph, block.content)
            if block.key:
                self.bookmarks.around(paragraph, block.key)
        elif isinstance(block, Bullets):
            for item in block.items:
                self._words(self.doc.add_paragraph(style="List Bullet"), item)
        elif isinstance(block, Prompt):
            paragraph = self.doc.add_paragraph(style="Prompt")
            paragraph.add_run("To be written. ").bold = True
            paragraph.add_run(block.text)
        elif isinstance(block, Chart):
            self._chart(placed.number, block)
        else:
            self._table(placed.number, block)

    def _words(self, paragraph: Any, content: Iterable[Inline]) -> None:
        for piece in content:
            if isinstance(piece, str):
                paragraph.add_run(piece)
            else:
                self._reference(paragraph, piece.key)

    def _reference(self, paragraph: Any, key: str) -> None:
        """A reference that Word keeps right when things move."""
        label = self.laid.labels[key]
        kind, _, number = label.partition(" ")
        if kind in ("section", "paragraph"):
            paragraph.add_run(f"{kind} ")
            field(paragraph, f"REF {bookmark_name(key)} \\r \\h", number)
        elif kind in ("Table", "Figure"):
            field(paragraph, f"REF {bookmark_name(key)} \\h", label)
        else:
            link(paragraph, key, label)

    def _caption(self, number: str, caption: str, key: str) -> None:
        kind, _, count = number.partition(" ")
        paragraph = self.doc.add_paragraph(style="Caption")
        paragraph.add_run(f"{kind} ")
        field(paragraph, f"SEQ {kind} \\* ARABIC", count)
        self.bookmarks.around(paragraph, key)
        paragraph.add_run(f": {caption}")

    def _chart(self, number: str, chart: Chart) -> None:
        self._caption(number, chart.caption, chart.key)
        png = drawing.png(chart)
        width, height = (side * _PIXEL / drawing.PNG_SCALE for side in struct.unpack_from(">II", png, 16))
        scale = min(1.0, _PAGE / width)
        picture = self.doc.add_picture(io.BytesIO(png), Emu(int(width * scale)), Emu(int(height * scale)))
        picture._inline.docPr.set("descr", chart.alt)
        picture._inline.docPr.set("title", f"{number}: {chart.caption}")
        note = self.doc.add_paragraph(style="Table note")
        note.add_run("The figures are in ")
        self._reference(note, chart.table)
        note.add_run(".")

    def _table(self, number: str, table: Table) -> None:
        self._caption(number, table.caption, table.key)
        heads = 2 if any(column.group for column in table.columns) else 1
        made = self.doc.add_table(rows=heads, cols=len(table.columns) + 1, style=styles.TABLE)
        made.autofit = False
        _describe(made, f"{number}: {table.caption}", " ".join(notes_of(table)))
        _head(made, table, heads)
        for row in table.rows:
            _row(made, table, row)
        for place, width in enumerate(_widths(table)):
            made.columns[place].width = width
            for cell in made.columns[place].cells:
                cell.width = width
        if len(table.rows) <= _WHOLE:
            _keep_together(made)
        if len(table.columns) > _MANY:
            _smaller(made)
        for note in notes_of(table):
            last = self.doc.add_paragraph(note, style="Table note")
        last.paragraph_format.space_after = Pt(10)


def _head(made: Any, table: Table, heads: int) -> None:
    side = "Table heading"
    labels = made.rows[heads - 1].cells
    for place, column in enumerate(table.columns, start=1):
        _fill(labels[place], [column.label], side, table, column)
    first = made.rows[0].cells
    if heads == 2:
        first[0].merge(labels[0])
        place = 1
        for name, of in groupby(table.columns, key=lambda column: column.group):
            columns = list(of)
            cell = first[place].merge(first[place + len(columns) - 1])
            _fill(cell, [name], side, table, columns[0], centred=True)
            place += len(columns)
    _fill(first[0], [table.row_heading], side, table, None)
    for row in made.rows:
        repeat_as_header(row)


def _row(made: Any, table: Table, row: Row) -> None:
    added = made.add_row()
    keep_whole(added)
    bold = "Table heading" if row.base else None
    _fill(added.cells[0], [row.header], bold or "Table text", table, None)
    for cell, column, content in zip(added.cells[1:], table.columns, row.cells, strict=True):
        _fill(cell, lines(content, table.kind), bold or "Table figure", table, column)


def _fill(
    cell: Any, words: Iterable[str], style: str, table: Table, column: Column | None, *, centred: bool = False
) -> None:
    paragraph = cell.paragraphs[0]
    numeric = column is not None and table.kind is not Kind.TEXT
    paragraph.style = "Table text" if style == "Table figure" and not numeric else style
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif numeric:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for nth, line in enumerate(words):
        run = paragraph.add_run()
        if nth:
            run.add_break()
            run.font.color.rgb = styles.QUIET
        run.add_text(line)
    if column is not None and column.published:
        shade(cell, _SHADE)


def _widths(table: Table) -> list[Any]:
    if table.kind is Kind.TEXT:
        return [Cm(1.6), Cm(9.6), Cm(2.8), Cm(3.0)]
    count = len(table.columns)
    each = (
        Cm(2.6) if count <= 3 else Cm(1.9) if count <= 6 else int(Cm(14 if count > _MANY else 12.6) / count)
    )
    return [_PAGE - each * count] + [each] * count


def _keep_together(made: Any) -> None:
    for row in made.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _smaller(made: Any) -> None:
    """Many columns on an upright page: smaller figures and closer walls."""
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w="30", type="dxa"))
    made._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
    for paragraph in made._tbl.iter(qn("w:r")):
        paragraph.get_or_add_rPr().append(element("w:sz", val="15"))


def _describe(made: Any, title: str, notes: str) -> None:
    """The table's own alternative text, which Word reads out before its cells."""
    properties = made._tbl.tblPr
    properties.append(element("w:tblCaption", val=title))
    properties.append(element("w:tblDescription", val=notes))


def _properties(doc: Any, document: Document) -> None:
    made = datetime.combine(document.made_on or datetime(2000, 1, 1, tzinfo=UTC).date(), time(), UTC)
    core = doc.core_properties
    core.title = f"{document.title} {document.period}"
    core.author = core.last_modified_by = document.authority
    core.subject = "Annual report of the independent reviewing officers"
    core.comments = document.synthetic
    core.language = "en-GB"
    core.created = core.modified = made
    core.revision = 1


def _footer(doc: Any, document: Document) -> None:
    footer = doc.sections[0].footer
    paragraph = footer.paragraphs[0]
    for stop in paragraph.style.element.findall(f".//{qn('w:tabs')}"):
        stop.getparent().remove(stop)
    paragraph.paragraph_format.tab_stops.add_tab_stop(_PAGE, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{document.authority}. {document.title} {document.period}\tPage ")
    field(paragraph, "PAGE", "1")
    paragraph.add_run(" of ")
    field(paragraph, "NUMPAGES", "1")
    if document.synthetic:
        marked = footer.add_paragraph(style="Footer").add_run(document.synthetic)
        marked.bold = True
        marked.font.color.rgb = styles.RED


def _same_every_time(docx: bytes) -> bytes:
    """The same file with the clock taken out of its container, so that a second run gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(
                zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0)), old.read(item), zipfile.ZIP_DEFLATED
            )
    return packed.getvalue()
