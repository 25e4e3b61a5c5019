"""Who is to have moved often and who has stayed: drawn among those of whom it can be true, as many as the plan says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from holdfast.demo.chance import drawn
from holdfast.demo.life import Life
from holdfast.demo.moves import ADOPTED, Wish


def draw_wishes(chance: Random, lives: list[Life], plan: dict[str, int]) -> dict[str, Wish]:
    """A wish for every child, by number."""
    wishes = {life.number: Wish() for life in lives}

    def wish(chosen: list[Life], **what: bool) -> None:
        for life in chosen:
            wishes[life.number] = replace(wishes[life.number], **what)

    long_2017 = [life for life in lives if _long_in_care(life, 2017)]
    long_2016 = [life for life in lives if _long_in_care(life, 2016)]
    stayed = drawn(chance, long_2017, plan["stable_2017"], "same placement, 2017", _calmness)
    wish(long_2017, stable_2017=False)
    wish(stayed, stable_2017=True)
    settled = drawn(
        chance, long_2016, plan["stable_2016"], "same placement, 2016", lambda one: 4 if one in stayed else 1
    )
    wish(long_2016, stable_2016=False)
    wish(settled, stable_2016=True)
    free = [life for life in lives if life not in stayed and not _with_adopters(life)]
    wish(
        drawn(chance, [c for c in free if _room(c, 2017)], plan["three_or_more_2017"], "moves", _unrest),
        three_2017=True,
    )
    movers = [life for life in free if _room(life, 2016) and life not in settled]
    wish(drawn(chance, movers, plan["three_or_more_2016"], "moves of 2015/16", _unrest), three_2016=True)
    return wishes


def _long_in_care(life: Life, ending: int) -> bool:
    """Under 16 and in care for two and a half years or more on 31 March of a year."""
    on = date(ending, 3, 31)
    return life.in_care_on(on) and life.age_on(on) < 16 and life.came <= date(ending - 3, 9, 30)


def _room(life: Life, ending: int) -> bool:
    """In care at the end of the year, and long enough in it to have lived in three places."""
    return life.in_care_on(date(ending, 3, 31)) and life.came <= date(ending - 1, 10, 31)


def _with_adopters(life: Life) -> bool:
    return life.outcome in ADOPTED or "E1" in (life.legal_2016, life.legal_2017)


def _calmness(life: Life) -> float:
    return 1.6 if life.age_on(date(2017, 3, 31)) < 12 else 1.0


def _unrest(life: Life) -> float:
    return 4.0 if life.age_on(date(2017, 3, 31)) >= 13 else 1.0
