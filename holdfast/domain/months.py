"""Calendar months by corresponding date, clipped to the last day of a shorter month.

Source: the general rule of law on months (the corresponding date rule); never 90, 91, 180 or 182 days.
Always count from the first date: steps do not add up (31 January plus one month twice is 28 March).
"""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta


def plus(day: date, months: int) -> date:
    """The corresponding date ``months`` later: 30 November plus 3 is 28 or 29 February. Same source."""
    return day + relativedelta(months=months)


def minus(day: date, months: int) -> date:
    """The corresponding date ``months`` earlier: 31 May minus 3 is 28 or 29 February. Same source."""
    return day - relativedelta(months=months)
