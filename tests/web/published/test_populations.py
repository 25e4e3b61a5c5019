"""The populations of several years from a spreadsheet: seen first, then entered together or not at all."""

from __future__ import annotations

import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.publishing.models import Population
from tests.builders import publishing

SEVERAL = reverse("population_several")
GOOD = 'year,aged_0_17,source,dated\n2016/17,"36,700",ONS 2016,22 June 2017\n2015/16,36100,ONS 2015,\n'


def test_checking_shows_what_would_change_and_enters_nothing(as_role):
    publishing.population()

    response = as_role(Role.ANALYST).post(SEVERAL, {"text": GOOD, "check": "1"})

    rows = [(row.place, row.state, row.after) for row in response.context["rows"]]
    assert rows == [
        ("Population aged 0 to 17, 2016/17", "Changes", "36,700. ONS 2016, 22 June 2017"),
        ("Population aged 0 to 17, 2015/16", "New", "36,100. ONS 2015"),
    ]
    assert Population.objects.get().aged_0_17 == 36_500


def test_entering_enters_all_from_excel_too(as_role):
    book = openpyxl.Workbook()
    for row in (
        ("year", "aged_0_17", "source"),
        ("2016/17", 36_700, "ONS 2016"),
        ("2015/16", 36_100, "ONS 2015"),
    ):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)

    page = as_role(Role.ANALYST).post(
        SEVERAL, {"file": SimpleUploadedFile("p.xlsx", out.getvalue()), "enter": "1"}, follow=True
    )

    assert list(Population.objects.values_list("year_ending", "aged_0_17")) == [
        (2016, 36_100),
        (2017, 36_700),
    ]
    assert "the population of 2 years" in page.content.decode()


def test_one_wrong_line_enters_nothing(as_role):
    response = as_role(Role.ANALYST).post(SEVERAL, {"text": GOOD + "2014/15,many,ONS,\n", "enter": "1"})

    assert response.status_code == 400
    assert "Nothing was entered: 1 place" in response.content.decode()
    assert not Population.objects.exists()


def test_the_sheet_to_fill_in_has_the_years_without_one(as_role):
    publishing.population()

    text = as_role(Role.ANALYST).get(reverse("population_template")).content.decode("utf-8-sig")

    assert text.startswith("year,aged_0_17,source,dated")
    assert "2016/17" not in text
    assert "2015/16" in text


def test_when_it_was_published_stands_beside_its_source(as_role):
    client = as_role(Role.ANALYST)
    client.post(SEVERAL, {"text": GOOD, "enter": "1"})

    assert "ONS 2016, 22 June 2017" in client.get(reverse("population")).content.decode()
