"""How a date is written in a sentence, without the language settings of the machine it runs on.

Source: GOV.UK style guide, dates ('26 February 2027').
"""

from __future__ import annotations

from datetime import date
from typing import Final

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(day: date) -> str:
    """'26 February 2027' (GOV.UK style guide)."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def weekday_and_date(day: date) -> str:
    """'Friday 26 February 2027' (GOV.UK style guide)."""
    return f"{_WEEKDAYS[day.weekday()]} {long_date(day)}"


def month_and_year(day: date) -> str:
    """'February 2027' (GOV.UK style guide)."""
    return f"{_MONTHS[day.month - 1]} {day.year}"
