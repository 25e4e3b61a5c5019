"""Time limits as a dated, sourced table: which limit held on a day, and the date it leads to.

Source: ``limits.toml``, where each entry names its own source and how sure it is.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from holdfast.domain import months, working_days
from holdfast.domain.wording import long_date

#: The units a limit may be given in.
UNITS: Final = ("working days", "weeks", "months")


class LimitNotHeld(LookupError):
    """No limit of that name is held for that day."""


@dataclass(frozen=True)
class Limit:
    """One limit: ``value`` in ``unit`` (one of ``UNITS``), first and last day included."""

    rule_id: str
    value: int
    unit: str
    from_date: date
    source: str
    certainty: str
    to_date: date | None = None

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(
                f"The limit “{self.rule_id}” is given in “{self.unit}”; write one of {', '.join(UNITS)}."
            )

    def after(self, day: date) -> date:
        """The last day in time when counted forwards from a day (see ``working_days`` and ``months``)."""
        if self.unit == "working days":
            return working_days.add(day, self.value)
        if self.unit == "weeks":
            return day + timedelta(weeks=self.value)
        return months.plus(day, self.value)

    def before(self, day: date) -> date:
        """The last day in time when counted backwards from a day (see ``working_days`` and ``months``)."""
        if self.unit == "working days":
            return working_days.subtract(day, self.value)
        if self.unit == "weeks":
            return day - timedelta(weeks=self.value)
        return months.minus(day, self.value)

    def holds_on(self, day: date) -> bool:
        """Whether the table gives this entry for a day."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)

    @property
    def wording(self) -> str:
        """'20 working days'."""
        return f"{self.value} {self.unit if self.value != 1 else self.unit.removesuffix('s')}"


@dataclass(frozen=True)
class Book:
    """The limits in force at one council: its own first (``own``), then the national ones. ``need``: the spans in
    which the service reviews plans of children in need; the same for ``protection``.

    A council's own limit is data it enters, with a source (``casework.service``).
    """

    own: tuple[Limit, ...] = ()
    need: tuple[tuple[date, date | None], ...] = ()
    protection: tuple[tuple[date, date | None], ...] = ((date.min, None),)

    def on(self, rule_id: str, day: date) -> Limit:
        """The limit that held on a day, the day it is counted from. Source: each entry names its own.

        Raises LimitNotHeld when there is no such limit, or none for that day.
        """
        held = [limit for limit in (*self.own, *table()) if limit.rule_id == rule_id]
        if not held:
            raise LimitNotHeld(f"There is no limit called “{rule_id}”.")
        for limit in held:
            if limit.holds_on(day):
                return limit
        raise LimitNotHeld(
            f"No limit “{rule_id}” is held for {long_date(day)}; "
            "the table of limits says from when to when each holds."
        )

    def holds(self, rule_id: str, day: date) -> bool:
        """Whether a limit is held for a day: a local rule is off until somebody enters it."""
        return any(x.rule_id == rule_id and x.holds_on(day) for x in (*self.own, *table()))


#: no limits of one's own
NATIONAL: Final = Book()


def on(rule_id: str, day: date) -> Limit:
    """The national limit that held on a day. See ``Book.on``."""
    return NATIONAL.on(rule_id, day)


@cache
def table() -> tuple[Limit, ...]:
    """Every limit, in the order of ``limits.toml``, its source."""
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(Limit(**entry) for entry in data["limit"])
