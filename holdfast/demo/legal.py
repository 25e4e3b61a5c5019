"""Legal status through a child's care: from coming in to where the plan wants it on 31 March 2016 and 2017.

A care order follows interim orders of about half a year (Children Act 1989 ss31, 38); a placement order follows a
care order or comes with it (Adoption and Children Act 2002 s21); a remand is a remand from its first day.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from holdfast.demo.chance import day_between, weighted
from holdfast.demo.life import Life
from holdfast.demo.quarters import TODAY, last_day, quarter_of

#: the way to each status, with how likely it is
_WAYS: dict[str, dict[tuple[str, ...], float]] = {
    "V2": {("V2",): 1},
    "C1": {("C1",): 0.6, ("V2", "C1"): 0.4},
    "C2": {("C1", "C2"): 0.55, ("V2", "C1", "C2"): 0.45},
    "E1": {("C1", "E1"): 0.7, ("C1", "C2", "E1"): 0.3},
    "J1": {("J1",): 1},
}
#: what an in-year entrant who left again was under, by the reason they left
_LEFT_UNDER: dict[str, dict[str, float]] = {
    "E14": {"J1": 1},
    "E4A": {"V2": 0.75, "C1": 0.25},
    "E13": {"V2": 0.4, "C1": 0.6},
    "E43": {"C1": 1},
    "E44": {"C1": 1},
    "E3": {"V2": 0.5, "C1": 0.5},
}
_STEPS_BETWEEN: dict[tuple[str, str], tuple[str, ...]] = {("V2", "C2"): ("C1", "C2")}
_USUAL_DAYS = {"V2": (50, 160), "C1": (150, 215), "C2": (150, 420)}


def legal_statuses(chance: Random, life: Life) -> list[tuple[date, str]]:
    """Each status with the day it began, the first on the day care began; every one differs from the one before."""
    first = life.legal_2016
    if first is None:
        until = life.left or TODAY
        wanted = life.legal_2017 or weighted(chance, _LEFT_UNDER.get(life.outcome or "", {"V2": 1}))
        return _protected_first(chance, life, _way(chance, life.came, until, wanted))
    found = _way(chance, life.came, date(2016, 3, 31), first)
    later = life.legal_2017
    if later is not None and later != first:
        steps = _STEPS_BETWEEN.get((first, later), (later,))
        span = 340 // len(steps)
        for nth, status in enumerate(steps):
            start = date(2016, 4, 10) + timedelta(days=nth * span)
            found.append(
                (day_between(chance, start, start + timedelta(days=span - 30), working=True), status)
            )
    return found


def _way(chance: Random, came: date, until: date, wanted: str) -> list[tuple[date, str]]:
    """From coming in to the wanted status by ``until``, each step about as long as it usually takes."""
    room = (until - came).days - 7
    ways = {way: likely for way, likely in _WAYS[wanted].items() if room >= 45 * (len(way) - 1)}
    way = weighted(chance, ways) if ways else (wanted,)
    lengths = [chance.randint(*_USUAL_DAYS[status]) for status in way[:-1]]
    if sum(lengths) > room:
        lengths = [max(14, length * room // (sum(lengths) + 1)) for length in lengths]
    found, day = [(came, way[0])], came
    for length, status in zip(lengths, way[1:], strict=True):
        day = day_between(
            chance, day + timedelta(days=max(7, length - 5)), day + timedelta(days=length), working=True
        )
        found.append((day, status))
    return found


def _protected_first(chance: Random, life: Life, found: list[tuple[date, str]]) -> list[tuple[date, str]]:
    """Now and then police protection for two days first (Children Act 1989 s46: at most 72 hours)."""
    second = found[1][0] if len(found) > 1 else life.left or TODAY
    over = life.came + timedelta(days=2)
    stays_in_quarter = over <= last_day(quarter_of(life.came)) and over + timedelta(days=7) < second
    if found[0][1] in ("C1", "V2") and not life.asylum and stays_in_quarter and chance.random() < 0.12:
        return [(life.came, "L2" if chance.random() < 0.3 else "L1"), (over, found[0][1]), *found[1:]]
    return found
