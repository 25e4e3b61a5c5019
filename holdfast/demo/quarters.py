"""Calendar quarters by number, as the plan of the demo counts them: 0 is January to March 2016.

A reporting year is four of them, so everything the published tables ask at a quarter's end can be planned in whole
quarters: who was born in quarter b is (t - b) // 4 years old at the end of quarter t.
"""

from __future__ import annotations

from datetime import date, timedelta

#: the last day the demo's records speak of
TODAY = date(2017, 3, 31)
#: the first day of the year the demo is made for
YEAR_STARTS = date(2016, 4, 1)


def first_day(quarter: int) -> date:
    """The first day of a quarter: of 0, 1 January 2016."""
    years, within = divmod(quarter, 4)
    return date(2016 + years, 3 * within + 1, 1)


def last_day(quarter: int) -> date:
    """The last day of a quarter: of 0, 31 March 2016."""
    return first_day(quarter + 1) - timedelta(days=1)


def quarter_of(day: date) -> int:
    """The number of the quarter a day falls in."""
    return (day.year - 2016) * 4 + (day.month - 1) // 3
