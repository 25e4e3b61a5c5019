"""Files made to harm, and files that are merely broken: a sentence, soon, and nothing on the disk."""

from __future__ import annotations

import contextlib
import io
import json
import time
import zipfile

import docx
import openpyxl
import pytest

from holdfast.reports.checker.check import check
from holdfast.reports.checker.readers.limits import MB, MOST_BYTES
from holdfast.reports.checker.reading import ENDINGS, CannotRead, read
from tests.reports.checker.making import MAKERS, as_excel, as_html, as_word

GRID = [["Fruit", "North", "South"], ["Apples", "1", "2"], ["Pears", "3", "4"]]


def sentence(name: str, content: bytes) -> str:
    with pytest.raises(CannotRead) as stopped:
        read(name, content)
    return str(stopped.value)


def rezipped(content: bytes, **changed: bytes) -> bytes:
    """An Office file with other parts put in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, changed.pop(part.rsplit("/", 1)[-1].split(".")[0], old.read(part)))
        for name, what in changed.items():
            new.writestr(f"xl/{name}.bin" if name == "vbaProject" else f"{name}.xml", what)
    return out.getvalue()


def test_a_file_that_unfolds_to_very_much_is_refused():
    bomb = rezipped(as_excel("Table 1", GRID), padding=b"0" * (90 * MB))

    assert len(bomb) < MB
    assert "unfolds to more than 80 MB" in sentence("a.xlsx", bomb)


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le"])
def test_entities_are_refused(code: str):
    laughs = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>'.encode(code)

    assert "declares entities" in sentence("a.docx", rezipped(as_word("Table 1", GRID), document=laughs))
    assert "declares entities" in sentence("a.xlsx", rezipped(as_excel("Table 1", GRID), sheet1=laughs))


def test_macros_are_refused_and_the_form_is_named():
    assert "without macros" in sentence("a.xlsx", rezipped(as_excel("Table 1", GRID), vbaProject=b"Sub x()"))
    assert "without macros" in sentence("a.docm", as_word("Table 1", GRID))


def test_older_and_protected_files_are_named():
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600

    assert "older form of Excel, or protected by a password" in sentence("a.xlsx", old)
    assert "save it as .docx" in sentence("a.doc", old)
    assert "PDF" in sentence("a.pdf", b"%PDF-1.7")
    assert "This kind of file is not read" in sentence("a.exe", b"MZ")


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
@pytest.mark.parametrize("cut", [3, 40, 400])
def test_a_broken_office_file_is_said_to_be_damaged(name: str, cut: int):
    whole = (as_word if name == "a.docx" else as_excel)("Table 1", GRID)

    assert "damaged" in sentence(name, whole[:-cut])
    assert "damaged" in sentence(name, b"PK\x03\x04" + b"junk" * cut)


def test_a_part_that_is_no_xml_is_said_to_be_damaged():
    assert "damaged" in sentence("a.docx", rezipped(as_word("Table 1", GRID), document=b"<w:document"))
    assert "damaged" in sentence("a.xlsx", rezipped(as_excel("Table 1", GRID), sheet1=b"<worksheet"))


def test_too_large_empty_and_unreadable_files_are_named():
    assert "larger than 10 MB" in sentence("a.txt", b"x" * (MOST_BYTES + 1))
    assert "empty" in sentence("a.csv", b"  \n")
    assert "no text" in sentence("a.txt", b"Table 1\0\0\0")
    assert "not in the form" in sentence("a.json", b"[" * 100_000)
    assert "not in the form" in sentence("a.json", b'{"tables": [{"rows": 3}]}')
    assert "No table" in sentence("a.txt", b"Only words.")


def test_a_sheet_of_very_many_rows_is_refused():
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for _ in range(20_100):
        sheet.append(["x", 1])
    out = io.BytesIO()
    book.save(out)

    assert "more than 20,000 rows" in sentence("a.xlsx", out.getvalue())


@pytest.mark.parametrize(
    "page",
    [
        b"<table>" * 20_000 + b"<tr><td>1",
        b"<div>" * 50_000 + b"<table><tr><th>a<td>1<td>2</table>",
        b"<table><tr><td colspan=999999999 rowspan=99999999>1</td></tr><tr><td>2<td>3</table>",
        b"<table><tr>" + b"<td colspan=99 rowspan=99>1</td>" * 20_000 + b"</table>",
        b"<table><caption>Table 1</caption><tr><td>" + b"9" * 1_000_000,
        b"<p>1.1 " + b"table 1, " * 100_000,
    ],
)
def test_a_strange_page_is_read_or_refused_soon(page: bytes):
    begun = time.perf_counter()
    with contextlib.suppress(CannotRead):
        check(read("a.html", page))
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("ending", [".txt", ".csv"])
def test_as_much_as_may_be_is_checked_soon(ending: str):
    """Tables of the greatest size a report may have: every rule over them ends in good time."""
    sep = "," if ending == ".csv" else "\t"
    head = sep.join(["Group", "Q1", "Q2", "Q3", "Q4", "2016/17"])
    tables = []
    for nth in range(70):
        rows = [
            sep.join([f"Number {nth} {row}", *(str((nth * row * q) % 997) for q in range(5))])
            for row in range(120)
        ]
        tables.append(
            f"Table {nth}: Number of things {nth}\n\n{head}\n" + "\n".join(rows) + "\nTotal" + sep + "9\n"
        )
    begun = time.perf_counter()

    check(read(f"a{ending}", "\n".join(tables).encode()))

    assert time.perf_counter() - begun < 40


WRONG = [*GRID, ["Total", "4", "9"]]


def slips(name: str, content: bytes) -> list[tuple[str, str, str]]:
    return [(one.where, one.printed, one.expected) for one in check(read(name, content)) if one.rule == "sum"]


SLIP = [("Table 1, row “Total”, column “South”", "9", "6")]


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.html"])
def test_a_text_is_read_in_the_codes_that_spreadsheets_write(name: str, code: str):
    assert slips(name, MAKERS[name]("Table 1: Fruit", WRONG).decode().encode(code)) == SLIP


def test_a_page_without_end_tags_and_tables_within_tables():
    bare = b"<table><caption>Table 1: Fruit</caption><tr><th>Fruit<th>North<th>South<tr><th>Apples<td>1<td>2"
    bare += b"<tr><th>Pears<td>3<td>4<tr><th>Total<td>4<td>9"
    assert slips("a.html", bare) == slips("a.html", bare + b"</table>") == SLIP
    assert slips("a.html", b"<table><tr><td>" + bare + b"</table></td></tr></table>") == SLIP
    assert (
        slips("a.html", bare.replace(b"<td>3", b"<td><table><tr><td>7<td>8</table>3") + b"</table>") == SLIP
    )


def word_with(change) -> bytes:
    content = as_word("Table 1: Fruit", WRONG)
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        document = bundle.read("word/document.xml").decode()
    changed = change(document)
    assert changed != document
    return rezipped(content, document=changed.encode())


def test_tracked_changes_are_read_as_accepted():
    new = '<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>6</w:t></w:r></w:ins>'
    assert slips("a.docx", word_with(lambda text: text.replace("<w:r><w:t>9</w:t></w:r>", new))) == []
    gone = '<w:trPr><w:del w:id="3"/></w:trPr>'

    def without_last(text: str) -> str:
        at = text.rindex("<w:tr>") + len("<w:tr>")
        return text[:at] + gone + text[at:]

    assert slips("a.docx", word_with(without_last)) == []


def test_a_table_within_a_cell_of_word_is_a_table_of_its_own():
    inner = docx.Document()
    outer = inner.add_table(rows=1, cols=1)
    cell = outer.cell(0, 0)
    cell.text = "Words of the form"
    table = cell.add_table(rows=0, cols=3)
    for row in WRONG:
        for one, text in zip(table.add_row().cells, row, strict=True):
            one.text = text
    out = io.BytesIO()
    inner.save(out)

    (slip,) = slips("a.docx", out.getvalue())
    assert slip[1:] == ("9", "6")


def test_merged_cells_are_said_once():
    document = docx.Document()
    document.add_paragraph("Table 1: Fruit")
    rows = [["Kind", "Fruit", "North", "South"], ["Pome", "Apples", "1", "2"], ["", "Pears", "3", "4"]]
    rows += [["Stone", "Plums", "5", "5"], ["Total", "", "9", "12"]]
    table = document.add_table(rows=5, cols=4)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(4, 0).merge(table.cell(4, 1))
    out = io.BytesIO()
    document.save(out)

    assert slips("a.docx", out.getvalue()) == [("Table 1, row “Total”, column “South”", "12", "11")]


def test_a_number_beyond_all_counting_does_not_spoil_a_workbook():
    book = openpyxl.Workbook()
    for row in (
        ["Table 1"],
        ["Fruit", "North", "South"],
        ["Apples", 1, 2],
        ["Pears", 3, 4],
        ["Total", 4, 9],
        ["Far", 1e308, 1e-300],
    ):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)

    assert SLIP[0] in slips("a.xlsx", out.getvalue())


@pytest.mark.parametrize(
    ("name", "maker"),
    [("a.xlsx", as_html), ("a.xlsx", as_word), ("a.docx", as_excel), ("a.txt", as_word), ("a.csv", as_excel)],
)
def test_a_file_under_another_ending_is_a_sentence(name: str, maker):
    assert "again" in sentence(name, maker("Table 1", GRID))


def test_markup_in_a_cell_stays_words():
    grid = [["Fruit", "North", "South"], ["<script>alert(1)</script>", "1", "2"], ["=1+1", "3", "4"]]
    report = read("a.html", as_html("Table 1", grid))

    assert [row.cells for row in report.tables[0].rows] == [("1", "2"), ("3", "4")]


def test_what_is_read_is_listed_where_it_is_asked():
    assert {".docx", ".xlsx", ".csv", ".html", ".txt", ".json"} <= set(ENDINGS)


def test_a_paragraph_whose_number_is_none_is_read_without_one():
    content = [{"paragraph": "one", "text": "Alder"}, {"paragraph": "1.1", "text": "Birch"}]

    report = read("a.json", json.dumps({"content": content}).encode())

    assert [said.number for said in report.said] == ["", "1.1"]
    assert list(check(report)) == []
