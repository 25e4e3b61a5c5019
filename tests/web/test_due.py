"""Dates that speak."""

from datetime import date

import pytest

from holdfast.web.due import due_words

#: a Thursday before a weekend
ON = date(2026, 12, 10)


@pytest.mark.parametrize(
    ("day", "words", "tone"),
    [
        (date(2026, 12, 10), "Thursday 10 December 2026, today", "soon"),
        (date(2026, 12, 11), "Friday 11 December 2026, in 1 working day", "soon"),
        (date(2026, 12, 18), "Friday 18 December 2026, in 6 working days", "soon"),
        (date(2027, 1, 7), "Thursday 7 January 2027, in 17 working days", "soon"),
        (date(2027, 1, 8), "Friday 8 January 2027, in 18 working days", "later"),
        (date(2027, 6, 10), "Thursday 10 June 2027, in 6 months", "later"),
        (date(2026, 12, 7), "Monday 7 December 2026, 3 working days late", "late"),
    ],
)
def test_a_due_date_says_how_far_it_is(day: date, words: str, tone: str):
    due = due_words(day, ON)

    assert (due.words, due.tone) == (words, tone)


def test_a_weekend_has_no_working_day_to_count():
    saturday, sunday = date(2026, 12, 12), date(2026, 12, 13)

    assert due_words(saturday, sunday).distance == "1 day late"
    assert due_words(sunday, saturday).distance == "in 1 day"
