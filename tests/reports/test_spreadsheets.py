"""The tables of a report as Excel and CSV: real numbers, n and N apart, nothing that runs."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from holdfast.reports.annual.build import document
from holdfast.reports.content import Audience, Cell, Column, Document, Kind, Row, Section, Table, Unit
from holdfast.reports.ink import csv as csv_ink
from holdfast.reports.ink import xlsx
from holdfast.reports.ink.grid import grids, sheet
from holdfast.reports.inputs import Inputs, Typed
from tests.reports import a_year
from tests.reports.documents import annual_draft


def book(made: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(made))


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.fixture(scope="module")
def workbook() -> Any:
    return book(xlsx.render(annual_draft()))


def page(workbook: Any, caption: str) -> Any:
    return next(one for one in workbook if str(one["A1"].value).endswith(caption))


def test_every_table_is_a_sheet_and_the_first_lists_them(workbook):
    tables = grids(annual_draft()).sheets

    assert workbook.sheetnames == ["Contents", *(table.number for table in tables)]
    listed = {cell.value for column in workbook["Contents"]["A:A"] for cell in [column]}
    assert {table.number for table in tables} <= listed


def test_figures_are_numbers_with_n_and_big_n_beside_them(workbook):
    page_of = page(workbook, "Children in care by age, 2016/17")
    heads = [cell.value for cell in page_of[4]]
    row = next(row for row in page_of.iter_rows(min_row=5) if row[0].value == "10 to 15")
    said = dict(zip(heads, (cell.value for cell in row), strict=True))

    assert [said[f"Q4: {part}"] for part in ("figure", "n", "N")] == [40.2, 82, 204]
    assert said["Unit"] == "per cent"


def test_headings_stay_in_sight(workbook):
    assert {page_of.freeze_panes for page_of in workbook if page_of.title != "Contents"} == {"B5"}


def test_notes_and_source_stand_under_the_table(workbook):
    words = [str(row[0].value) for row in page(workbook, "Children in care by age, 2016/17").iter_rows()]

    assert any(word.startswith("Base: every child in care") for word in words)
    assert any(word.startswith("Source: ") for word in words)


def test_the_same_report_gives_the_same_bytes():
    assert xlsx.render(annual_draft()) == xlsx.render(annual_draft())
    assert csv_ink.render_zip(annual_draft()) == csv_ink.render_zip(annual_draft())


def test_no_cell_of_any_file_is_a_formula():
    rows = (("=1+1", "@SUM(A1)", "-"), ("+44", "=HYPERLINK(1)", "3"))
    typed = Typed("advocacy", "=cmd()", ("=A1", "+B", "C"), rows, "=source")
    made = document(
        Inputs("annual", 2017, authority=a_year.MARLDON, figures=tuple(a_year.figures()), typed=(typed,))
    )

    cells = [cell for one in book(xlsx.render(made)) for row in one.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    with zipfile.ZipFile(io.BytesIO(csv_ink.render_zip(made))) as archive:
        texts = [cell for name in archive.namelist() for row in read(archive.read(name)) for cell in row]
    assert "'=1+1" in texts
    assert not [text for text in texts if text.startswith(("=", "+", "@"))]


def test_a_hidden_figure_is_c_and_no_number():
    shown = Cell(Unit.PERCENT, value=50.0, numerator=10, denominator=20)
    hidden = Cell(Unit.PERCENT, denominator=20, hidden=True)
    table = Table("t", "T", "Group", (Column("Year"),), (Row("a", (shown,)), Row("b", (hidden,))), Kind.RATE)

    found = sheet(table, "Table 1", "1 Section")

    assert [heading.label for heading in found.headings] == [
        "Group",
        "Unit",
        "Year: figure",
        "Year: n",
        "Year: N",
    ]
    assert found.rows == (("a", "per cent", 50.0, 10, 20), ("b", "per cent", "c", "c", 20))
    public = Document("T", "S", "A", "2016/17", "t", (Section("s", "S", (table,)),), audience=Audience.PUBLIC)
    readings = [cell.value for cell in book(xlsx.render(public))["Contents"]["B"]]
    assert "c: not shown, because somebody could be told from it" in readings


def test_csv_files_hold_the_table_and_the_contents_its_notes():
    made = annual_draft()
    with zipfile.ZipFile(io.BytesIO(csv_ink.render_zip(made))) as archive:
        contents = read(archive.read("contents.csv"))
        names = archive.namelist()
        first = read(archive.read(names[1]))

    assert [row[3] for row in contents[1:]] == names[1:]
    assert all("Source: " in row[4] for row in contents[1:])
    assert {len(row) for row in first} == {len(first[0])}
    assert first[0][-1] == "Note"
    assert {row[-1] for row in first[1:]} == {csv_ink.INVENTED}


def test_records_of_a_real_council_carry_no_mark():
    made = replace(annual_draft(), synthetic="")
    with zipfile.ZipFile(io.BytesIO(csv_ink.render_zip(made))) as archive:
        assert csv_ink.INVENTED not in "".join(archive.read(name).decode() for name in archive.namelist())


def test_a_published_figure_is_the_number_that_was_printed():
    cells = (
        Cell(Unit.PERCENT, text="51.3", numerator=98, denominator=191, published=True),
        Cell(Unit.PERCENT, text="<1", published=True),
        Cell(Unit.TEXT, published=True),
    )
    rows = tuple(Row(str(nth), (cell,)) for nth, cell in enumerate(cells))
    found = sheet(Table("t", "T", "G", (Column("2015/16", published=True),), rows, Kind.RATE), "Table 1", "1")

    assert [row[2:] for row in found.rows] == [(51.3, 98, 191), ("<1", None, None), ("–", None, None)]
