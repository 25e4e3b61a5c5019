"""Downloads never carry a formula."""

import pytest

from holdfast.web.spreadsheet import csv_file, safe


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2", "@SUM(A1)", "\tx", "\r=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(cell: str):
    assert safe(cell) == "'" + cell


def test_numbers_and_names_stay_as_they_are():
    assert [safe(cell) for cell in (-2, 1.5, "Alice", None)] == [-2, 1.5, "Alice", ""]


def test_the_file_opens_with_its_letters_right():
    response = csv_file("children.csv", ["Name"], [["Zoë"]])

    assert response.content.decode("utf-8-sig") == "Name\r\nZoë\r\n"
    assert response.headers["Content-Disposition"] == 'attachment; filename="children.csv"'
