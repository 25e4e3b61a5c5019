"""Words nobody would print: every ink makes a file of them, none runs, and nothing turns the words after it round."""

from __future__ import annotations

import csv as reader
import io
import re
import zipfile
from xml.etree import ElementTree

import openpyxl
import pytest

from holdfast.reports import kinds
from holdfast.reports.content import Document, Finish
from holdfast.reports.ink import csv, docx, html, pdf, xlsx
from holdfast.reports.inputs import FedBack, FedBackAnswer, Inputs, Pack, PackTable
from holdfast.reports.legible import legible, words
from tests.reports import a_plan, a_year
from tests.reports.documents import HOSTILE, annual_draft


def annual() -> Document:
    answers = tuple(FedBackAnswer("Team manager", text) for text in HOSTILE)
    given = (FedBack("2016/17 Q1", len(HOSTILE), len(HOSTILE), answers),)
    return kinds.document(a_plan.inputs("annual", fed_back=given), finish=Finish.FINAL)


def pack() -> Document:
    rows = tuple((text, text, text) for text in HOSTILE)
    tables = tuple(
        PackTable(key, text, ("Who", text, "By"), rows, text, rows)
        for key, text in zip(("said_and_done", "praise"), HOSTILE[:2], strict=True)
    )
    inputs = Inputs(
        "quarterly", 2017, 3, "North\r\n<b>team\u202e", None, a_year.MARLDON, pack=Pack("", tables)
    )
    return kinds.document(inputs, finish=Finish.FINAL)


DOCUMENTS = {"annual": annual, "pack": pack}


@pytest.fixture(scope="module", params=DOCUMENTS)
def made(request) -> Document:
    return DOCUMENTS[request.param]()


def test_a_text_without_them_stays_the_very_same() -> None:
    document = annual_draft()
    assert legible(document) is document
    assert words("Zoë said: “no” \u2013 עברית 😀\n\tand") == "Zoë said: “no” \u2013 עברית 😀\n\tand"


def test_what_was_pasted_as_a_new_line_is_one_and_what_cannot_be_printed_is_gone() -> None:
    assert words("a\x0bb\u2028c\x00\x1b\ud83d\uffff d\u202ee") == "a\nb\nc de"


def test_word_opens_it(made: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(docx.render(made))) as file:
        ElementTree.fromstring(file.read("word/document.xml"))


def test_print_is_made_of_it(made: Document) -> None:
    assert pdf.render(made).startswith(b"%PDF-")


def test_on_screen_it_is_text(made: Document) -> None:
    page = html.render(made)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script" not in page
    assert "<img src=x" not in page
    assert "<b>team" not in page
    assert not set(page) & set("\x00\x07\x0b\x0c\u202e\ufffe\uffff")


def test_no_cell_of_the_workbook_is_a_formula(made: Document) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(made)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink and "javascript" in str(cell.hyperlink.target) for cell in cells)


def test_no_cell_of_the_csv_files_is_run(made: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(csv.render_zip(made))) as files:
        names = files.namelist()
        texts = [
            cell
            for name in names
            for row in reader.reader(io.StringIO(files.read(name).decode("utf-8-sig"), newline=""))
            for cell in row
        ]

    assert "'=cmd|'/C calc'!A0" in texts
    assert not [text for text in texts if text.lstrip().startswith(("=", "+", "@"))]
    assert all(name.isascii() and name.isprintable() for name in names)


def test_the_files_name_holds_none_of_it(made: Document) -> None:
    assert re.fullmatch("(annual-report|quarterly-pack)-2016-17[a-z0-9-]*", made.file_name)
