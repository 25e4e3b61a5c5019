"""Ages in completed years; a child born on 29 February is a year older on 1 March in other years.

Source: Family Law Reform Act 1969, section 9 (an age is reached at the start of the birthday); 1 March by the
reading the figures of this service use throughout.
"""

from __future__ import annotations

from datetime import date


def completed_years(born: date, on: date) -> int:
    """Age in completed years on a day. Raises ValueError before the birth. Same source."""
    if on < born:
        raise ValueError(f"{on:%d/%m/%Y} lies before the date of birth, {born:%d/%m/%Y}.")
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def birthday(born: date, age: int) -> date:
    """The day on which an age is reached. Same source."""
    year = born.year + age
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
