"""Time limits as a dated, sourced table: which limit held on a day, and the date it leads to.

Source: ``limits.toml``, where each entry names its own source and how sure it is.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from holdfast.domain import months, working_days
from holdfast.domain.wording import long_date

#: The units of time a limit may be given in.
UNITS_OF_TIME: Final = ("working days", "days", "weeks", "months")
#: The units a limit may be given in; a guide to caseloads counts children.
UNITS: Final = (*UNITS_OF_TIME, "children")


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
        """The last day in time when counted forwards from a day (see ``working_days`` and ``months``).

        Raises ValueError for a limit that is no time.
        """
        if self.unit == "working days":
            return working_days.add(day, self.value)
        return months.plus(day, self.value) if self.unit == "months" else day + self._span()

    def before(self, day: date) -> date:
        """The last day in time when counted backwards from a day (see ``working_days`` and ``months``).

        Raises ValueError for a limit that is no time.
        """
        if self.unit == "working days":
            return working_days.subtract(day, self.value)
        return months.minus(day, self.value) if self.unit == "months" else day - self._span()

    def holds_on(self, day: date) -> bool:
        """Whether the table gives this entry for a day."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)

    @property
    def wording(self) -> str:
        """'20 working days'."""
        if self.unit == "children":
            return "1 child" if self.value == 1 else f"{self.value} children"
        return f"{self.value} {self.unit if self.value != 1 else self.unit.removesuffix('s')}"

    def _span(self) -> timedelta:
        if self.unit not in ("days", "weeks"):
            raise ValueError(f"The limit “{self.rule_id}” counts {self.unit}, not time.")
        return timedelta(**{self.unit: self.value})


@dataclass(frozen=True)
class Rule:
    """A rule by its name for people. ``national``: the table holds a limit for it; else it is off until a council
    enters one, and ``suggestion`` is what others do.

    ``stricter_only``: law or guidance sets it, and a council may hold itself to less time only. ``at_least``: the
    number is the least (so many days before a review), and more is stricter. ``units``: those it may be given in.
    """

    rule_id: str
    name: str
    national: bool
    stricter_only: bool = False
    at_least: bool = False
    suggestion: Limit | None = None
    units: tuple[str, ...] = UNITS_OF_TIME


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
        limit = self._held(rule_id, day)
        if limit is not None:
            return limit
        if rule_id not in {rule.rule_id for rule in rules()} | {own.rule_id for own in self.own}:
            raise LimitNotHeld(f"There is no limit called “{rule_id}”.")
        raise LimitNotHeld(
            f"No limit “{rule_id}” is held for {long_date(day)}; "
            "the table of limits says from when to when each holds."
        )

    def holds(self, rule_id: str, day: date) -> bool:
        """Whether a limit is held for a day: a local rule is off until somebody enters it."""
        return self._held(rule_id, day) is not None

    def reviews_need(self, day: date) -> bool:
        """Whether the service reviews plans of children in need on a day."""
        return _within(self.need, day)

    def reviews_protection(self, day: date) -> bool:
        """Whether the service chairs child protection conferences on a day."""
        return _within(self.protection, day)

    def _held(self, rule_id: str, day: date) -> Limit | None:
        for limit in self.own:
            if limit.rule_id == rule_id and limit.holds_on(day):
                return limit
        return next((limit for limit in _by_rule().get(rule_id, ()) if limit.holds_on(day)), None)


#: no limits of one's own
NATIONAL: Final = Book()


def on(rule_id: str, day: date) -> Limit:
    """The national limit that held on a day. See ``Book.on``."""
    return NATIONAL.on(rule_id, day)


def longer(a: Limit, b: Limit, day: date) -> bool:
    """Whether ``a`` ends later than ``b`` when both are counted from a day; of two guides, whether it is more."""
    if "children" in (a.unit, b.unit):
        return a.value > b.value
    return a.after(day) > b.after(day)


def laxer(own: Limit, national: Limit, day: date) -> bool:
    """Whether a council's own limit asks for less than the national one: later, or shorter before a review."""
    at_least = next((rule.at_least for rule in rules() if rule.rule_id == national.rule_id), False)
    return longer(national, own, day) if at_least else longer(own, national, day)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule there is, national and local, in the order of ``limits.toml``, its source."""
    return tuple(_rule(rule_id, entry) for rule_id, entry in _data()["rules"].items())


@cache
def table() -> tuple[Limit, ...]:
    """Every limit, in the order of ``limits.toml``, its source."""
    return tuple(Limit(**entry) for entry in _data()["limit"])


def _rule(rule_id: str, entry: dict[str, Any]) -> Rule:
    suggested = entry.get("suggestion")
    return Rule(
        rule_id,
        entry["name"],
        national=rule_id in _by_rule(),
        stricter_only=entry.get("stricter_only", False),
        at_least=entry.get("at_least", False),
        suggestion=Limit(rule_id, from_date=date.min, certainty="M", **suggested) if suggested else None,
        units=tuple(entry.get("units", UNITS_OF_TIME)),
    )


@cache
def _by_rule() -> dict[str, tuple[Limit, ...]]:
    found: dict[str, tuple[Limit, ...]] = {}
    for limit in table():
        found[limit.rule_id] = (*found.get(limit.rule_id, ()), limit)
    return found


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _within(spans: tuple[tuple[date, date | None], ...], day: date) -> bool:
    return any(first <= day and (last is None or day <= last) for first, last in spans)
