"""Chance with rules: days in a span, choices by weight, and quotas filled by lot among those who may."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from holdfast.domain.working_days import is_working_day

T = TypeVar("T")


class PlanDoesNotFit(Exception):
    """The plan asks for more than there are children who may have it; the plan is wrong, not the seed."""


def day_between(chance: Random, first: date, last: date, *, working: bool = False) -> date:
    """A day of a span, both ends included; never 29 February. ``working``: a working day if there is one."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    days = [d for d in days if (d.month, d.day) != (2, 29)] or days
    if not days:
        raise PlanDoesNotFit(f"There is no day from {first} to {last}.")
    for _ in range(12):
        day = chance.choice(days)
        if not working or is_working_day(day):
            return day
    return next((d for d in days if is_working_day(d)), days[0])


def weighted(chance: Random, weights: Mapping[T, float]) -> T:
    """One of the keys, likelier the greater its weight."""
    return chance.choices(list(weights), list(weights.values()))[0]


def drawn(
    chance: Random, among: Iterable[T], n: int, what: str, weight: Callable[[T], float] = lambda _: 1.0
) -> list[T]:
    """``n`` of those who may, by lot, likelier the greater their weight. Raises PlanDoesNotFit if too few."""
    may: Sequence[T] = list(among)
    if len(may) < n:
        raise PlanDoesNotFit(f"{what}: {n} wanted, {len(may)} may have it.")
    order = sorted(range(len(may)), key=lambda i: chance.random() ** (1 / weight(may[i])), reverse=True)
    return [may[i] for i in sorted(order[:n])]
