"""Populations as a file: every line checked, a template with the open years, nothing half understood."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.population_file import EXAMPLE, PARTS, read, template

HEAD = ",".join(PARTS)


def test_what_is_right_is_read():
    text = f'{HEAD}\n2016/17,"36,500",ONS mid-year estimate 2016,22 June 2017\n2015/16,36100,ONS,\n'

    first, second = read(text, 2010).populations

    assert (first.year, first.people, first.published_on) == (ReportingYear(2017), 36_500, date(2017, 6, 22))
    assert (second.source, second.published_on) == ("ONS", None)


def test_the_example_and_a_filled_template_are_read():
    lines = "\n".join(",".join(row) for row in EXAMPLE)
    assert len(read(f"{HEAD}\n{lines}", 2010).populations) == len(EXAMPLE)

    empty = "\n".join(",".join(row) for row in template([ReportingYear(2017), ReportingYear(2016)]))
    assert read(f"{HEAD}\n{empty}\n2014/15,5,ONS,", 2010).populations[0].people == 5


@pytest.mark.parametrize(
    ("line", "column", "found"),
    [
        ("2016/18,5,ONS,", "year", "“2016/18”"),
        ("1999/00,5,ONS,", "year", "“1999/00”"),
        ("2016/17,none,ONS,", "aged_0_17", "“none”"),
        ("2016/17,0,ONS,", "aged_0_17", "“0”"),
        ("2016/17,5,,", "source", "nothing"),
        ("2016/17,5,ONS,soon", "dated", "“soon”"),
        ("2016/17,5,ONS,\n2016/17,6,ONS,", "year", "the year of line 2 again"),
    ],
)
def test_what_is_wrong_is_named_by_line_and_column(line: str, column: str, found: str):
    read_file = read(f"{HEAD}\n{line}", 2010)

    assert read_file.populations == []
    assert [(fault.column, fault.found) for fault in read_file.faults] == [(column, found)]


@pytest.mark.parametrize("text", ["", "year,people\n", f"{HEAD},more\n", f"{HEAD}\n", f'{HEAD}\n2016/17,"5'])
def test_another_file_is_said_to_be_another(text: str):
    assert read(text, 2010).faults
