"""Brothers and sisters: some of the children who came into care in the same quarter came together, from one home."""

from __future__ import annotations

from collections import defaultdict
from random import Random

from holdfast.demo.life import Life
from holdfast.demo.quarters import quarter_of

#: how likely the next child of the quarter is of the same family
_TOGETHER = 0.4
_MOST_IN_A_FAMILY = 4
_CLOSEST_IN_DAYS = 300
_FURTHEST_IN_DAYS = 12 * 365


def join_families(chance: Random, lives: list[Life]) -> None:
    """Let some come on the same day, with one family name, one home and one need; nobody changes quarter."""
    by_quarter: dict[int, list[Life]] = defaultdict(list)
    for life in lives:
        if not life.asylum and life.outcome not in ("E14", "E15"):
            by_quarter[quarter_of(life.came)].append(life)
    number = 0
    for quarter in sorted(by_quarter):
        alone = by_quarter[quarter][:]
        chance.shuffle(alone)
        while alone:
            family = [alone.pop()]
            while len(family) < _MOST_IN_A_FAMILY and chance.random() < _TOGETHER:
                fitting = next((one for one in alone if _fits(family, one)), None)
                if fitting is None:
                    break
                alone.remove(fitting)
                family.append(fitting)
            if len(family) > 1:
                number += 1
                _join(family, number)


def _fits(family: list[Life], one: Life) -> bool:
    """Born far enough from the others to be a brother or sister, and able to come on the day they came."""
    came = family[0].came
    apart = [abs((one.born - other.born).days) for other in family]
    there = one.born <= came and (one.left is None or (one.left - came).days >= 20)
    return there and all(_CLOSEST_IN_DAYS < days < _FURTHEST_IN_DAYS for days in apart)


def _join(family: list[Life], number: int) -> None:
    first = family[0]
    name = first.name.split()[-1]
    for life in family:
        life.family = number
        life.came, life.need, life.home_post = first.came, first.need, first.home_post
        life.name = f"{life.name.split()[0]} {name}"
