"""A report as a Word document that goes on being a document: headings, numbered paragraphs, captions and
references are Word's own, so an editor can add a paragraph or a table and let Word number everything again.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from docx import Document as new_document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Emu

from holdfast.reports.content import Bullets, Chart, Document, Inline, Paragraph, Ref, SubHeading, Table
from holdfast.reports.ink import drawing
from holdfast.reports.ink.word import lists, runs, styles, tables
from holdfast.reports.ink.word.xml import (
    Bookmarks,
    bookmark_name,
    element,
    field,
    link,
)
from holdfast.reports.numbering import LaidOut, Placed, PlacedSection, Prompt, lay_out

_PIXEL = 9525  # of a picture at 96 to the inch, in Word's unit


def render(document: Document) -> bytes:
    """The document as the bytes of a .docx file. Raises a ReportRefused if the report contradicts itself."""
    return _Writer(lay_out(document)).write()


class _Writer:
    """Writes one laid-out report."""

    def __init__(self, laid: LaidOut) -> None:
        self.laid = laid
        self.doc: Any = new_document()
        self.bookmarks = Bookmarks()
        self.lead: Any = None  # the numbered paragraph just written, which a list may belong to

    def write(self) -> bytes:
        document = self.laid.document
        styles.dress(self.doc, through=document.short)
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
            paragraph = self._paragraph("Fact")
            paragraph.add_run(f"{name}: ").bold = True
            paragraph.add_run(fact)
        if not document.short:
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
            paragraph = self._paragraph(f"toc {level}")
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
        if section is self.laid.sections[0] and self.laid.fills_a_page and not self.laid.document.short:
            heading.paragraph_format.page_break_before = True
        self.bookmarks.around(heading, section.key)

    def _blocks(self, section: PlacedSection) -> None:
        for placed in section.blocks:
            if isinstance(placed.block, Bullets) and self.lead is not None:
                self.lead.paragraph_format.keep_with_next = True
            self.lead = None
            self._block(placed)

    def _block(self, placed: Placed) -> None:
        block = placed.block
        if isinstance(block, Paragraph):
            self.lead = paragraph = self._paragraph(styles.NUMBERED)
            self._words(paragraph, block.content)
            if block.key:
                self.bookmarks.around(paragraph, block.key)
        elif isinstance(block, Bullets):
            style = lists.NUMBERED_LIST if block.numbered else "List Bullet"
            number = lists.begin(self.doc) if block.numbered else ""
            for item in block.items:
                paragraph = self._paragraph(style)
                self._words(paragraph, item)
                if number:
                    lists.put_in(paragraph, number)
        elif isinstance(block, SubHeading):
            self._words(self.doc.add_heading(level=block.level), block.content)
        elif isinstance(block, Prompt):
            paragraph = self._paragraph("Prompt")
            paragraph.add_run("To be written. ").bold = True
            paragraph.add_run(block.text)
        elif isinstance(block, Chart):
            self._chart(placed.number, block)
        else:
            self._table(placed.number, block)

    def _paragraph(self, style: str) -> Any:
        paragraph = self.doc.add_paragraph()
        styles.put(paragraph, style)
        return paragraph

    def _words(self, paragraph: Any, content: Iterable[Inline]) -> None:
        for piece in content:
            if isinstance(piece, Ref):
                self._reference(paragraph, piece.key)
            else:
                runs.add(paragraph, piece)

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
        paragraph = self._paragraph("Caption")
        paragraph.add_run(f"{kind} ")
        field(paragraph, f"SEQ {kind} \\* ARABIC", count)
        self.bookmarks.around(paragraph, key)
        paragraph.add_run(f": {caption}")

    def _chart(self, number: str, chart: Chart) -> None:
        self._caption(number, chart.caption, chart.key)
        png = drawing.png(chart)
        width, height = (side * _PIXEL / drawing.PNG_SCALE for side in struct.unpack_from(">II", png, 16))
        scale = min(1.0, styles.PAGE / width)
        picture = self.doc.add_picture(io.BytesIO(png), Emu(int(width * scale)), Emu(int(height * scale)))
        picture._inline.docPr.set("descr", chart.alt)
        picture._inline.docPr.set("title", f"{number}: {chart.caption}")
        note = self._paragraph("Table note")
        note.add_run("The figures are in ")
        self._reference(note, chart.table)
        note.add_run(".")

    def _table(self, number: str, table: Table) -> None:
        self._caption(number, table.caption, table.key)
        tables.write(self.doc, table, f"{number}: {table.caption}")


def _properties(doc: Any, document: Document) -> None:
    made = datetime.combine(document.made_on or datetime(2000, 1, 1, tzinfo=UTC).date(), time(), UTC)
    core = doc.core_properties
    core.title = f"{document.title} {document.period}"
    core.author = core.last_modified_by = document.authority
    core.subject = document.subtitle
    core.comments = document.synthetic
    core.language = "en-GB"
    core.created = core.modified = made
    core.revision = 1


def _footer(doc: Any, document: Document) -> None:
    footer = doc.sections[0].footer
    paragraph = footer.paragraphs[0]
    for stop in paragraph.style.element.findall(f".//{qn('w:tabs')}"):
        stop.getparent().remove(stop)
    paragraph.paragraph_format.tab_stops.add_tab_stop(styles.PAGE, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{document.subtitle}. {document.title} {document.period}\tPage ")
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
