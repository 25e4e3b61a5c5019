"""Downloads never carry a formula."""

import pytest

from holdfast.web.spreadsheet import csv_file, safe

FORMULAS = [
    "=1+1", "+44", "-2", "@SUM(A1)", "\tx", "\r=1", "\n=1+1", "\r\n@A1", " =1+1", "\u00a0=1", "\ufeff=1", "\u200b+1",
    "\uff1d1+1", "\uff0b44", "\uff0d2", "\uff20SUM(A1)", "\u3000\uff1d1",
]  # fmt: skip


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(cell: str):
    assert safe(cell) == "'" + cell


def test_numbers_and_names_stay_as_they_are():
    assert [safe(cell) for cell in (-2, 1.5, "Alice", None)] == [-2, 1.5, "Alice", ""]


def test_a_sign_inside_a_name_is_no_formula():
    assert [safe(cell) for cell in ("Mary-Ann", "A+B", "a@b", "")] == ["Mary-Ann", "A+B", "a@b", ""]


def test_the_file_opens_with_its_letters_right():
    response = csv_file("children.csv", ["Name"], [["Zoë"]])

    assert response.content.decode("utf-8-sig") == "Name\r\nZoë\r\n"
    assert response.headers["Content-Disposition"] == 'attachment; filename="children.csv"'
