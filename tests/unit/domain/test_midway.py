"""Halfway between two reviews, on a working day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.domain import midway, working_days

DAYS = st.dates(date(2016, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("completed", "next_due", "halfway"),
    [
        (date(2026, 3, 2), date(2026, 9, 2), date(2026, 6, 2)),  # 184 days: 92 each, a Tuesday
        (date(2026, 1, 30), date(2026, 4, 30), date(2026, 3, 16)),  # 90 days: 45 each, a Monday
        (date(2026, 4, 10), date(2026, 10, 10), date(2026, 7, 10)),  # 183 days: the 91st, a Friday
        (date(2026, 9, 25), date(2027, 3, 25), date(2026, 12, 24)),  # day 90 is Christmas Eve
        (date(2026, 2, 2), date(2026, 8, 2), date(2026, 5, 1)),  # day 90 is Sunday 3 May, day 89 a Saturday
        (date(2026, 12, 24), date(2026, 12, 28), date(2026, 12, 24)),  # never before the review
    ],
)
def test_halfway_is_a_working_day(completed, next_due, halfway):
    assert midway.halfway(completed, next_due) == halfway


@given(DAYS, st.integers(2, 400))
def test_halfway_lies_between(completed, days):
    next_due = date.fromordinal(completed.toordinal() + days)

    found = midway.halfway(completed, next_due)

    assert completed <= found < next_due
    assert found == completed or working_days.is_working_day(found)


def test_dates_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="Check the dates"):
        midway.halfway(date(2026, 3, 2), date(2026, 3, 2))


def test_the_social_worker_answers_within_five_working_days():
    due = midway.answer_due(date(2026, 12, 21))

    assert due.last_day == date(2026, 12, 30)
    assert (
        due.why
        == "The social worker's answer is due within 5 working days of being asked on 21 December 2026."
    )
    assert due.certainty == "M"
