"""Dates as they stand in sentences."""

from datetime import date

from holdfast.domain.wording import long_date, weekday_and_date


def test_a_date_is_written_without_a_leading_nought():
    assert long_date(date(2027, 2, 1)) == "1 February 2027"
    assert long_date(date(2026, 12, 31)) == "31 December 2026"


def test_a_date_with_its_weekday():
    assert weekday_and_date(date(2027, 2, 26)) == "Friday 26 February 2027"
    assert weekday_and_date(date(2027, 2, 28)) == "Sunday 28 February 2027"
