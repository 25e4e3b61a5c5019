"""Calendar months, clipped to the last day of a shorter month."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain import months

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
NUMBERS = st.integers(0, 240)


@pytest.mark.parametrize(
    ("start", "number", "expected"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 5, 22), 6, date(2026, 11, 22)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2027, 2, 28), 6, date(2027, 8, 28)),
        (date(2026, 1, 31), 0, date(2026, 1, 31)),
    ],
)
def test_months_later(start, number, expected):
    assert months.plus(start, number) == expected


@pytest.mark.parametrize(
    ("end", "number", "expected"),
    [
        (date(2018, 3, 31), 30, date(2015, 9, 30)),
        (date(2018, 3, 31), 24, date(2016, 3, 31)),
        (date(2026, 5, 31), 3, date(2026, 2, 28)),
        (date(2028, 5, 31), 3, date(2028, 2, 29)),
    ],
)
def test_months_earlier(end, number, expected):
    assert months.minus(end, number) == expected


def test_months_are_counted_from_the_first_date_because_steps_do_not_add_up():
    start = date(2025, 1, 31)

    assert months.plus(months.plus(start, 1), 1) == date(2025, 3, 28)
    assert months.plus(start, 2) == date(2025, 3, 31)


@settings(deadline=None)
@given(DAYS, NUMBERS)
def test_the_month_is_never_missed_and_the_day_is_the_same_or_the_months_last(day, number):
    for found, wanted in (
        (months.plus(day, number), day.year * 12 + day.month + number),
        (months.minus(day, number), day.year * 12 + day.month - number),
    ):
        last = monthrange(found.year, found.month)[1]
        assert found.year * 12 + found.month == wanted
        assert found.day == min(day.day, last)
