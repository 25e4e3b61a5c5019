"""Working days of England and Wales. This is the only place that counts them.

A working day is any day except Saturday, Sunday, Christmas Day, Good Friday and a bank holiday in England and
Wales. Source: the definition in the Care Planning, Placement and Case Review (England) Regulations 2010,
regulation 2; bank holidays from the ``holidays`` library with ``working_days.toml`` laid over it.
The day of the event is day 0: "within 20 working days" of it means the 20th working day after is in time
(the wording of regulation 33(1)).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

#: The year the present list of bank holidays came into force (Banking and Financial Dealings Act 1971).
FIRST_YEAR: Final = 1972

_DAY: Final = timedelta(days=1)
_WEEKEND: Final = {5: "Saturday", 6: "Sunday"}


def is_working_day(day: date) -> bool:
    """Whether a day is a working day in England and Wales (Care Planning Regulations 2010, regulation 2)."""
    return why_not(day) is None


def why_not(day: date) -> str | None:
    """What makes a day no working day, 'Sunday' or the holiday's name; None when it is one. Same source."""
    return _WEEKEND.get(day.weekday()) or bank_holidays(day.year).get(day)


def add(day: date, number: int) -> date:
    """The ``number``-th working day after a day, which is itself day 0 (regulation 33(1)).

    Nought gives the day itself, working or not. Raises ValueError for a negative number.
    """
    return _step(day, number, _DAY)


def subtract(day: date, number: int) -> date:
    """The ``number``-th working day before a day, which is itself day 0 (regulation 33(1), read backwards)."""
    return _step(day, number, -_DAY)


def count_between(start: date, end: date) -> int:
    """How many working days ``end`` lies after ``start``, day 0 not counted; below nought when it lies before.

    ``count_between(day, add(day, n)) == n`` and ``count_between(day, subtract(day, n)) == -n``.
    Source: regulation 33(1), day 0.
    """
    step = _DAY if start <= end else -_DAY
    counted = 0
    while start != end:
        start += step
        counted += is_working_day(start)
    return counted if step == _DAY else -counted


def last_on_or_before(day: date) -> date:
    """The last working day on or before a day: a due date in months is not put off by a weekend or a holiday.

    Source: regulation 33(2), which gives intervals in months and no extension.
    """
    while not is_working_day(day):
        day -= _DAY
    return day


@cache
def bank_holidays(year: int) -> Mapping[date, str]:
    """The bank holidays of England and Wales in a year, by day, substitute days included.

    Source: Banking and Financial Dealings Act 1971 and royal proclamations. Raises ValueError before 1972.
    """
    if year < FIRST_YEAR:
        raise ValueError(f"Working days are known from {FIRST_YEAR} on; {year} is too early. Check the date.")
    # Imported here: it takes half a second, and a figure that counts no working days must not wait for it.
    import holidays

    known = holidays.country_holidays("GB", subdiv="ENG", years=year, expand=False)
    return laid_over({day: known[day] for day in sorted(known)}, _table(), year)


def laid_over(known: Mapping[date, str], table: Mapping[str, Any], year: int) -> dict[date, str]:
    """The days of a year with the editable table laid over them: days removed, then days added.

    Source: each entry of the table names its own.
    """
    removed = {entry["day"] for entry in table.get("removed", ())}
    added = {entry["day"]: entry["name"] for entry in table.get("added", ()) if entry["day"].year == year}
    return {day: name for day, name in known.items() if day not in removed} | added


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _step(day: date, number: int, step: timedelta) -> date:
    if number < 0:
        raise ValueError(f"{number} is not a number of working days; give nought or more.")
    while number:
        day += step
        number -= is_working_day(day)
    return day
