"""A date typed in three parts: what is wrong is said, and where."""

from datetime import date

import pytest
from django import forms

from holdfast.web.day_field import DayField


class Form(forms.Form):
    born = DayField(what="date of birth")


@pytest.mark.parametrize(
    ("day", "month", "year", "said"),
    [
        ("", "", "", "Enter the date of birth"),
        ("27", "", "2009", "The date of birth must include a month"),
        ("27", "3", "", "The date of birth must include a year"),
        ("31", "2", "2009", "The date of birth must be a day that exists"),
        ("27", "3", "09", "The date of birth must be in figures, like 27 3 2016"),
        ("1", "1", "0001", "The date of birth must be in a year from 1980 to 2100. Check the year"),
        ("31", "12", "9999", "The date of birth must be in a year from 1980 to 2100. Check the year"),
        ("²", "3", "2009", "The date of birth must be in figures, like 27 3 2016"),
        ("x", "3", "2009", "The date of birth must be in figures, like 27 3 2016"),
    ],
)
def test_what_is_no_date_is_refused_with_the_part_that_is_wrong(day: str, month: str, year: str, said: str):
    form = Form({"born_0": day, "born_1": month, "born_2": year})

    assert form.errors == {"born": [said]}


def test_a_date_with_spaces_around_it_is_a_date():
    form = Form({"born_0": "9 ", "born_1": " 3", "born_2": "2009"})

    assert form.is_valid()
    assert form.cleaned_data["born"] == date(2009, 3, 9)
