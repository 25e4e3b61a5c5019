"""Quarterly packs: which quarters stand beside each other, when a pack is due, and when its readers are reminded.

Source: York's annual report 2016/17, 6.3, 8.15, 10 and 11, which promise reporting cycles to feed learning back. The
days are ours; the plan of a pack may set others.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from holdfast.domain import working_days
from holdfast.domain.reporting_year import Period, ReportingYear

#: working days a reader is given for an answer, unless whoever sends the pack says another day
ANSWER_DAYS: Final = 10
#: working days before a pack is due at which its draft is prepared
PREPARE_BEFORE: Final = 5
#: working days before the day at which a reader who has not answered is reminded
REMIND_BEFORE: Final = 2
#: so many working days after the day nobody is reminded for the first time
STALE_AFTER: Final = 5


def quarter(year_ending: int, number: int) -> Period:
    """A quarter of a reporting year. ``number``: 1 to 4. Source: `reporting_year`."""
    return ReportingYear(year_ending).quarters[number - 1]


def place_of(period: Period) -> tuple[int, int]:
    """The year ending and the number of a quarter. Source: `reporting_year`."""
    year = ReportingYear.of(period.ends)
    return year.ending, year.quarters.index(period) + 1


def before(period: Period) -> Period:
    """The quarter before. Source: `reporting_year`."""
    last_day = period.starts - timedelta(days=1)
    return next(one for one in ReportingYear.of(last_day).quarters if one.ends == last_day)


def a_year_earlier(period: Period) -> Period:
    """The same quarter of the year before. Source: `reporting_year`."""
    year_ending, number = place_of(period)
    return quarter(year_ending - 1, number)


def due(period: Period, days: int) -> date:
    """The day by which a quarter's pack is to be read and sent. ``days``: working days. Source: the pack's plan."""
    return working_days.add(period.ends, days)


def prepared_from(period: Period, days: int) -> date:
    """The first day on which the draft of a pack is prepared by itself. ``days``: as for `due`. Source: ours."""
    return max(period.ends + timedelta(days=1), working_days.subtract(due(period, days), PREPARE_BEFORE))


def last_ended(on: date) -> Period:
    """The last quarter that has ended before a day. Source: `reporting_year`."""
    running = next(one for one in ReportingYear.of(on).quarters if one.starts <= on <= one.ends)
    return before(running)


def is_wanted(period: Period, first: date, last: date | None) -> bool:
    """Whether a plan from a day on (to a day, both included) makes a pack of the quarter. Source: the pack's plan."""
    return first <= period.ends and (last is None or period.ends <= last)


def reminder(answer_by: date, sent_on: date, on: date) -> str:
    """Which reminder of an answer is due on a day: 'soon', 'passed', or none ('').

    Somebody asked less than two working days before the day is not reminded on the day they were asked.
    """
    if on > answer_by:
        return "passed" if on <= working_days.add(answer_by, STALE_AFTER) else ""
    near = working_days.subtract(answer_by, REMIND_BEFORE) <= on
    return "soon" if near and on > sent_on else ""
