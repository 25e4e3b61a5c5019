"""When a child moves: new placements in each year, so that the wished-for stability comes true.

A new placement is a new home with a new carer; a change of the kind of placement with the same carer is none
(``holdfast.domain.care_history``). Nobody moves on 1 April or 31 March, the days on which stability is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from holdfast.demo.chance import PlanDoesNotFit, day_between
from holdfast.demo.life import Life
from holdfast.demo.quarters import TODAY

ADOPTED = ("E11", "E12")


@dataclass(frozen=True)
class Wish:
    """What is to be true of a child's moves; None: nothing is asked of them."""

    three_2016: bool = False
    three_2017: bool = False
    stable_2016: bool | None = None
    stable_2017: bool | None = None


def move_days(chance: Random, life: Life, wish: Wish, adopters_from: date | None) -> list[date]:
    """The days of new placements after the first, ``adopters_from`` (the move to adopters) left out."""
    calm = adopters_from is not None
    teens = life.age_on(life.left or TODAY) >= 12
    in_2017 = (
        chance.choice((2, 2, 2, 3)) if wish.three_2017 else int(chance.random() < (0.3 if teens else 0.2))
    )
    in_2016 = (
        chance.choice((2, 2, 2, 3)) if wish.three_2016 else int(chance.random() < (0.3 if teens else 0.2))
    )
    in_2015 = int(chance.random() < 0.3) + int(chance.random() < 0.08)
    if wish.stable_2017:
        in_2016 = in_2017 = 0
    if wish.stable_2016:
        in_2015 = in_2016 = 0
    if calm:
        in_2016 = in_2017 = 0
    if life.outcome == "E17":  # who stays with their carers at 18 has lived with them for a while
        in_2017 = 0
    if wish.stable_2017 is False and in_2016 + in_2017 == 0:
        in_2016, in_2017 = (0, 1) if wish.stable_2016 is not None and not calm else (1, 0)
    if wish.stable_2016 is False and in_2015 + in_2016 == 0:
        in_2015 = 1
    years_before = max(0, (date(2014, 3, 31) - life.came).days / 365)
    before = min(5, sum(chance.random() < 0.35 for _ in range(round(years_before))))
    last = min(adopters_from or TODAY, life.left or TODAY, TODAY) - timedelta(days=20)
    spans = (
        (life.came, date(2014, 3, 30), before, False),
        (date(2014, 4, 2), date(2015, 3, 30), in_2015, wish.stable_2016 is False and in_2016 == 0),
        (date(2015, 4, 2), date(2016, 3, 30), in_2016, wish.three_2016),
        (date(2016, 4, 2), date(2017, 3, 30), in_2017, wish.three_2017),
    )
    days: list[date] = []
    for first, until, n, must in spans:
        days += _spread(chance, max(first, life.came + timedelta(days=25)), min(until, last), n, must=must)
    return days


def _spread(chance: Random, first: date, until: date, n: int, *, must: bool) -> list[date]:
    """``n`` days of a span, two weeks or more between them; fewer if there is no room and none must be."""
    while n and (until - first).days < 18 * n:
        if must:
            raise PlanDoesNotFit(f"{n} moves do not fit from {first} to {until}.")
        n -= 1
    part = (until - first) // n if n else timedelta()
    return [
        day_between(chance, first + nth * part, first + (nth + 1) * part - timedelta(days=14), working=True)
        for nth in range(n)
    ]


def day_with_adopters(chance: Random, life: Life) -> date | None:
    """The day a child moves to those who adopt them: at least ten weeks before the order (s42 of the 2002 Act)."""
    if life.outcome in ADOPTED and life.left is not None:
        first = max(life.came + timedelta(days=150), life.left - timedelta(days=330))
        if life.legal_2016 != "E1":  # the plan has them on 31 March 2016 before their carers became adopters
            first = max(first, date(2016, 4, 4))
        return _off_the_edges(day_between(chance, first, life.left - timedelta(days=80), working=True))
    if life.legal_2017 == "E1" and life.legal_2016 == "E1" and chance.random() < 0.7:
        return day_between(chance, date(2016, 6, 1), date(2017, 2, 20), working=True)
    return None


def _off_the_edges(day: date) -> date:
    """Some days earlier when the day is one on which stability is asked."""
    return day - timedelta(days=4) if (day.month, day.day) in ((3, 31), (4, 1)) else day
