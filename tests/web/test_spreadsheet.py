"""Downloads never carry a formula."""

import csv
import io
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.spreadsheet import INVENTED, csv_file, safe
from tests.builders import care, demonstration, people

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


def test_invented_data_say_so_in_the_name_of_the_file_and_in_every_row():
    response = csv_file("children.csv", ["Name"], [["Alice"], ["Bob"]], invented=True)

    assert response.headers["Content-Disposition"] == 'attachment; filename="demo-children.csv"'
    assert response.content.decode("utf-8-sig") == f"Name,Note\r\nAlice,{INVENTED}\r\nBob,{INVENTED}\r\n"


@pytest.mark.parametrize(
    ("address", "args"),
    [
        ("children_download", []),
        ("figures_download", [ReportingYear(2017)]),
        ("figures_rows_download", [ReportingYear(2017), "children_in_care", "number"]),
    ],
)
def test_the_downloads_of_the_demonstration_are_marked(address: str, args: list, db):
    care.in_care(date(2016, 5, 2), people.child("Alice Arden"))
    client = Client()
    client.force_login(demonstration.demonstration()[Role.IRO_MANAGER])

    response = client.get(reverse(address, args=args))

    lines = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert 'filename="demo-' in response.headers["Content-Disposition"]
    assert lines
    assert {line["Note"] for line in lines} == {INVENTED}
