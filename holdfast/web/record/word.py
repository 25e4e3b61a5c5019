"""A record as a Word file: real headings and a real table, so that it is read out and edited like any document."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from docx import Document as new_document

from holdfast.casework.records.rules import tidy
from holdfast.reports.ink.word import styles
from holdfast.reports.ink.word.xml import element, keep_whole, repeat_as_header
from holdfast.web.record.document import Decided, RecordDocument

INVENTED = "A demonstration: the child and everything said of them here are invented."
COLUMNS = (("", 1.0), ("What is to happen", 6.6), ("Who sees to it", 4.4), ("By when", 5.0))


def as_word(document: RecordDocument, invented: bool = False) -> bytes:
    """The bytes of a .docx file. ``invented``: it is of the demonstration, and says so."""
    doc: Any = new_document()
    styles.dress(doc)
    headings = doc.styles["Heading 1"].element.pPr  # a record's headings bear no numbers
    headings.remove(headings.numPr)
    _properties(doc, document)
    if invented:
        doc.add_paragraph(INVENTED, style="Invented data")
    doc.add_paragraph(document.title, style="Title")
    doc.add_paragraph(tidy(document.name), style="Subtitle")
    for name, fact in document.facts:
        paragraph = doc.add_paragraph(style="Fact")
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(tidy(fact))
    if document.for_the_child:
        _parts(doc, document.parts[:1])
        _decisions(doc, document, "What will happen now")
        _parts(doc, document.parts[1:])
    else:
        _decisions(doc, document, "Decisions")
        _parts(doc, document.parts)
    for head, text in document.addenda:
        doc.add_heading(tidy(head), 2)
        _text(doc, text)
    if document.signed:
        doc.add_paragraph(tidy(document.signed), style="Fact").paragraph_format.space_before = styles.Pt(18)
    made = io.BytesIO()
    doc.save(made)
    return made.getvalue()


def _parts(doc: Any, parts: tuple[tuple[str, str], ...]) -> None:
    for heading, text in parts:
        doc.add_heading(heading, 1)
        _text(doc, text)


def _text(doc: Any, text: str) -> None:
    for paragraph in tidy(text).split("\n"):
        if paragraph.strip():
            doc.add_paragraph(paragraph)


def _decisions(doc: Any, document: RecordDocument, heading: str) -> None:
    if not document.decisions:
        return
    doc.add_heading(heading, 1)
    table = doc.add_table(rows=1, cols=len(COLUMNS), style=styles.TABLE)
    table.autofit = False
    table._tbl.tblPr.append(element("w:tblCaption", val=heading))
    for cell, (label, _) in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].style = "Table heading"
        cell.paragraphs[0].add_run(label or "No.")
    repeat_as_header(table.rows[0])
    for one in document.decisions:
        _decision(table, one)
    for place, (_, width) in enumerate(COLUMNS):
        table.columns[place].width = styles.Cm(width)
        for cell in table.columns[place].cells:
            cell.width = styles.Cm(width)


def _decision(table: Any, one: Decided) -> None:
    row = table.add_row()
    keep_whole(row)
    for cell, words in zip(row.cells, (str(one.number), one.what, one.who, one.by_when), strict=True):
        cell.paragraphs[0].style = "Table text"
        cell.paragraphs[0].add_run(tidy(words))
    if one.outcome:
        row.cells[1].add_paragraph(f"So that: {tidy(one.outcome)}", style="Table text")


def _properties(doc: Any, document: RecordDocument) -> None:
    """Nothing of the child in the file's properties: they are shown where the file is not opened."""
    core = doc.core_properties
    core.title, core.author, core.last_modified_by = document.title, "", ""
    core.comments, core.subject, core.keywords = "", "", ""
    core.language = "en-GB"
    core.created = core.modified = datetime(2000, 1, 1, tzinfo=UTC)
    core.revision = 1
