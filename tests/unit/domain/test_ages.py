"""Ages in completed years."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain import ages

LEAP_DAY = date(2004, 2, 29)


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(2001, 4, 1), date(2017, 3, 31), 15),
        (date(2001, 3, 31), date(2017, 3, 31), 16),
        (date(2001, 3, 31), date(2001, 3, 31), 0),
        (LEAP_DAY, date(2008, 2, 29), 4),
        (LEAP_DAY, date(2008, 2, 28), 3),
        (LEAP_DAY, date(2009, 2, 28), 4),
        (LEAP_DAY, date(2009, 3, 1), 5),
    ],
)
def test_age_in_completed_years(born, on, years):
    assert ages.completed_years(born, on) == years


def test_a_day_before_the_birth_is_refused():
    with pytest.raises(ValueError, match="01/01/2001 lies before the date of birth, 02/01/2001"):
        ages.completed_years(date(2001, 1, 2), date(2001, 1, 1))


@pytest.mark.parametrize(
    ("born", "age", "day"),
    [
        (date(2001, 5, 6), 18, date(2019, 5, 6)),
        (LEAP_DAY, 18, date(2022, 3, 1)),
        (LEAP_DAY, 4, date(2008, 2, 29)),
    ],
)
def test_the_birthday_on_which_an_age_is_reached(born, age, day):
    assert ages.birthday(born, age) == day


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2026, 1, 1)), st.integers(1, 30))
def test_an_age_is_reached_on_the_birthday_and_not_the_day_before(born, age):
    reached = ages.birthday(born, age)

    assert ages.completed_years(born, reached) == age
    assert ages.completed_years(born, date.fromordinal(reached.toordinal() - 1)) == age - 1
