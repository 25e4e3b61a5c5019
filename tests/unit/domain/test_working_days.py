"""Working days of England and Wales, checked against GOV.UK's own list and as properties."""

from datetime import date, timedelta

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain import working_days

DAYS = st.dates(date(2010, 1, 1), date(2031, 12, 31))
NUMBERS = st.integers(1, 60)


def days_of(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=n) for n in range(366 if year % 4 == 0 else 365)]


def published() -> set[date]:
    listed = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    return {entry["date"] for entry in listed}


def test_every_day_agrees_with_the_list_of_govuk_over_all_years_it_covers():
    holidays = published()
    years = range(min(holidays).year, max(holidays).year + 1)
    assert years[0] <= 2012
    assert years[-1] >= 2027

    for year in years:
        ours = {day for day in days_of(year) if day.weekday() < 5 and not working_days.is_working_day(day)}
        theirs = {day for day in holidays if day.year == year and day.weekday() < 5}
        assert ours == theirs, year


@pytest.mark.parametrize(
    "holiday",
    [
        date(2010, 12, 27),  # Christmas Day 2010 fell on a Saturday
        date(2010, 12, 28),
        date(2011, 1, 3),
        date(2011, 4, 29),  # royal wedding
        date(2012, 6, 4),  # spring holiday moved to June
        date(2012, 6, 5),  # Diamond Jubilee
        date(2020, 5, 8),  # May Day moved to VE day
        date(2022, 6, 2),
        date(2022, 6, 3),  # Platinum Jubilee
        date(2022, 9, 19),  # State funeral
        date(2023, 5, 8),  # Coronation
        date(2027, 12, 27),
        date(2027, 12, 28),
        date(2028, 1, 3),
    ],
)
def test_a_special_or_substitute_day_is_no_working_day(holiday):
    assert holiday.weekday() < 5
    assert not working_days.is_working_day(holiday)


@pytest.mark.parametrize(
    "day",
    [
        date(2012, 5, 28),
        date(2020, 5, 4),
        date(2022, 5, 30),
        date(2016, 8, 1),  # a bank holiday in Scotland only
        date(2016, 3, 17),  # a bank holiday in Northern Ireland only
        date(2018, 1, 2),  # a bank holiday in Scotland only
        date(2023, 12, 29),
    ],
)
def test_a_day_that_is_no_holiday_here_is_a_working_day(day):
    assert working_days.is_working_day(day)


def test_a_day_says_why_it_is_no_working_day():
    assert working_days.why_not(date(2027, 2, 27)) == "Saturday"
    assert working_days.why_not(date(2027, 2, 28)) == "Sunday"
    assert working_days.why_not(date(2022, 9, 19)) == "State funeral of Queen Elizabeth II"
    assert working_days.why_not(date(2022, 9, 20)) is None


def test_the_editable_table_removes_first_and_then_adds_for_its_year_only():
    known = {date(2030, 5, 6): "May Day", date(2030, 12, 25): "Christmas Day"}
    table = {
        "removed": [{"day": date(2030, 5, 6), "name": "May Day"}],
        "added": [
            {"day": date(2030, 5, 7), "name": "Moved May Day"},
            {"day": date(2031, 6, 6), "name": "A jubilee"},
        ],
    }

    laid = working_days.laid_over(known, table, 2030)

    assert laid == {date(2030, 12, 25): "Christmas Day", date(2030, 5, 7): "Moved May Day"}


def test_an_empty_table_changes_nothing():
    known = {date(2030, 5, 6): "May Day"}

    assert working_days.laid_over(known, {}, 2030) == known


def test_the_day_of_the_event_is_day_nought():
    friday, saturday, monday = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)

    assert working_days.add(friday, 0) == friday
    assert working_days.add(friday, 1) == monday
    assert working_days.add(saturday, 1) == monday
    assert working_days.subtract(monday, 1) == friday
    assert working_days.subtract(saturday, 1) == friday


def test_counting_between_two_days():
    assert working_days.count_between(date(2026, 11, 20), date(2026, 11, 20)) == 0
    assert working_days.count_between(date(2026, 11, 20), date(2026, 11, 22)) == 0
    assert working_days.count_between(date(2026, 11, 20), date(2026, 12, 18)) == 20
    assert working_days.count_between(date(2026, 12, 18), date(2026, 11, 20)) == -20


def test_the_last_working_day_on_or_before():
    assert working_days.last_on_or_before(date(2027, 2, 28)) == date(2027, 2, 26)
    assert working_days.last_on_or_before(date(2026, 12, 28)) == date(2026, 12, 24)
    assert working_days.last_on_or_before(date(2026, 12, 24)) == date(2026, 12, 24)


def test_a_negative_number_is_refused():
    with pytest.raises(ValueError, match="-1 is not a number of working days"):
        working_days.add(date(2026, 1, 1), -1)


def test_a_year_without_known_holidays_is_refused():
    with pytest.raises(ValueError, match="1971 is too early"):
        working_days.is_working_day(date(1971, 6, 1))


@settings(deadline=None)
@given(DAYS, NUMBERS)
def test_what_is_added_is_counted(day, number):
    later = working_days.add(day, number)
    earlier = working_days.subtract(day, number)

    assert working_days.count_between(day, later) == number
    assert working_days.count_between(day, earlier) == -number


@settings(deadline=None)
@given(DAYS, NUMBERS)
def test_adding_then_subtracting_comes_back_to_the_start_or_the_working_day_before_it(day, number):
    back = working_days.subtract(working_days.add(day, number), number)

    assert back == working_days.last_on_or_before(day)


@settings(deadline=None)
@given(DAYS, NUMBERS)
def test_a_day_reached_by_counting_is_a_working_day(day, number):
    assert working_days.is_working_day(working_days.add(day, number))
    assert working_days.is_working_day(working_days.subtract(day, number))
    assert working_days.is_working_day(working_days.last_on_or_before(day))


@settings(deadline=None)
@given(DAYS, NUMBERS, NUMBERS)
def test_steps_in_working_days_add_up(day, first, second):
    assert working_days.add(working_days.add(day, first), second) == working_days.add(day, first + second)
