"""Which quarters stand beside each other, when a pack is due, and who is reminded when."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.domain import packs
from holdfast.domain.reporting_year import ReportingYear

Q1, Q2, Q3, Q4 = ReportingYear(2017).quarters


def test_beside_a_quarter_stand_the_one_before_and_the_same_a_year_earlier():
    assert packs.before(Q2) == Q1
    assert packs.before(Q1).name == "2015/16 Q4"
    assert packs.a_year_earlier(Q3).name == "2015/16 Q3"
    assert packs.place_of(Q3) == (2017, 3)
    assert packs.quarter(2017, 3) == Q3


def test_the_last_quarter_that_has_ended_is_not_the_one_that_ends_today():
    assert packs.last_ended(date(2017, 3, 31)) == Q3
    assert packs.last_ended(date(2017, 4, 1)) == Q4


def test_a_pack_is_due_working_days_after_the_quarter_and_prepared_five_before():
    # 2 January 2017 was a bank holiday
    assert packs.due(Q3, 15) == date(2017, 1, 23)
    assert packs.prepared_from(Q3, 15) == date(2017, 1, 16)
    assert packs.prepared_from(Q3, 3) == date(2017, 1, 1)


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        (date(2016, 12, 31), None, True),
        (date(2017, 1, 1), None, False),
        (date(2016, 4, 1), date(2016, 12, 31), True),
        (date(2016, 4, 1), date(2016, 12, 30), False),
    ],
)
def test_a_plan_asks_for_the_quarters_that_end_in_it(first, last, wanted):
    assert packs.is_wanted(Q3, first, last) is wanted


@pytest.mark.parametrize(
    ("on", "which"),
    [
        (date(2017, 4, 4), ""),
        (date(2017, 4, 5), "soon"),
        (date(2017, 4, 7), "soon"),
        (date(2017, 4, 10), "passed"),
        (date(2017, 4, 18), "passed"),
        (date(2017, 4, 19), ""),
    ],
)
def test_a_reader_is_reminded_two_working_days_before_and_after_the_day(on, which):
    assert packs.reminder(date(2017, 4, 7), date(2017, 3, 24), on) == which


def test_nobody_is_reminded_on_the_day_they_were_asked():
    assert packs.reminder(date(2017, 4, 7), date(2017, 4, 6), date(2017, 4, 6)) == ""
