"""A row of a table in Word: what somebody typed stays words, whatever is in it."""

from __future__ import annotations

from docx.oxml.ns import qn

from holdfast.reports.content import Cell, Column, Kind, Row, Table, Unit
from holdfast.reports.ink.word.rows import Rows


def row_of(words: str) -> object:
    cells = (Cell(unit=Unit.TEXT, text=words),)
    table = Table(
        "t", "T", "What", (Column("Said", words=True),), (Row("<b>A & B</b>", cells),), kind=Kind.TEXT
    )
    (made,) = Rows(table, [100, 200], small=True, together=True).elements()
    return made


def test_markup_is_words():
    row = row_of("</w:t><w:br/> & “quoted”")
    assert [text.text for text in row.iter(qn("w:t"))] == ["<b>A & B</b>", "</w:t><w:br/> & “quoted”"]


def test_blanks_at_the_ends_tabs_and_lines_are_kept():
    first, second, third = list(row_of(" one\ttwo\nthree").iter(qn("w:t")))[1:]
    assert (first.text, second.text, third.text) == (" one", "two", "three")
    assert first.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    row = row_of(" one\ttwo\nthree")
    assert len(list(row.iter(qn("w:tab")))) == len(list(row.iter(qn("w:br")))) == 1
