"""The reporting year, its name and its quarters."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain.reporting_year import ReportingYear


@pytest.mark.parametrize(("text", "ending"), [("2016/17", 2017), (" 1999/00 ", 2000), ("2026/27", 2027)])
def test_a_name_is_read(text, ending):
    assert ReportingYear.parse(text).ending == ending


@pytest.mark.parametrize("text", ["2016", "2016/18", "16/17", "2016-17", "2016/2017", "", "2016/17 Q1"])
def test_what_is_no_name_is_refused(text):
    with pytest.raises(ValueError, match="is not a reporting year; write it like 2016/17"):
        ReportingYear.parse(text)


def test_the_year_runs_from_april_to_march():
    year = ReportingYear(2017)

    assert (year.starts, year.ends) == (date(2016, 4, 1), date(2017, 3, 31))
    assert ReportingYear.of(date(2016, 3, 31)).ending == 2016
    assert ReportingYear.of(date(2016, 4, 1)).ending == 2017


def test_the_periods_are_four_quarters_and_then_the_year():
    names = [period.name for period in ReportingYear(2017).periods]

    assert names == ["2016/17 Q1", "2016/17 Q2", "2016/17 Q3", "2016/17 Q4", "2016/17"]


@settings(deadline=None)
@given(st.integers(1950, 2100))
def test_the_quarters_fill_the_year_without_gap_and_its_name_reads_back(ending):
    year = ReportingYear(ending)
    quarters = year.quarters

    assert (quarters[0].starts, quarters[-1].ends) == (year.starts, year.ends)
    for earlier, later in pairwise(quarters):
        assert later.starts == earlier.ends + timedelta(days=1)
    assert ReportingYear.parse(str(year)) == year
