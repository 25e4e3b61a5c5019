"""Which concerns were raised in the year, about whom and when: as many of each category in a quarter as York printed.

The published report counts the children twice and differently: 83 (Table 18b) and 87 (Table 19b). Both can stand
together if four of them were not in care: a child protection conference raised a concern too. So one of the children of
the second quarter and three of the fourth have a protection plan and no review of a child in care.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from holdfast.demo.chance import PlanDoesNotFit, drawn
from holdfast.demo.judging import Held, Judged
from holdfast.demo.known import Known, Protection
from holdfast.demo.life import Life
from holdfast.demo.quarters import TODAY, YEAR_STARTS, quarter_of
from holdfast.demo.staff import Staff
from holdfast.domain import working_days

#: categories that make sense for some ages only: first and last year of age
_AGES = {
    "pathway_plan": (15, 18),
    "education": (3, 18),
    "pep": (4, 18),
    "exploitation": (11, 18),
    "missing": (11, 18),
    "life_story": (3, 17),
}


#: the concern of the last quarter that goes up the ladder is raised about this day, and still on it
STILL_UP = working_days.subtract(TODAY, 12)
#: concerns put to the social worker who signs in are likelier, and wait for an answer, if raised from here on
LATELY = date(2017, 3, 6)
SIGNS_IN = "social_worker-1"


@dataclass(frozen=True)
class Who:
    """Somebody of whom a concern may be raised: a review of the quarter, or a conference of a child not in care."""

    child: str
    age: int
    on: date
    likely: float = 1.0
    in_care: bool = True


@dataclass(frozen=True)
class Raised:
    """One concern. ``formal``: the first formal stage it went to (1 and up), 0 for none."""

    who: Who
    category: str
    formal: int = 0
    straight: bool = False  # the informal stage was passed over


def concerns(chance: Random, quarters: Sequence[Sequence[Who]], plan: Mapping[str, Any]) -> list[Raised]:
    """The year's concerns, quarter by quarter; no child has some in two quarters."""
    taken: set[str] = set()
    found: list[Raised] = []
    for nth, some in enumerate(quarters):
        free = _once([one for one in some if one.child not in taken])
        outside = drawn(
            chance, [one for one in free if not one.in_care], plan["not_in_care"][nth], "not in care"
        )
        inside = plan["children"][nth] - len(outside)
        within = _fit(chance, [one for one in free if one.in_care], inside, plan["category"], nth)
        left = _tokens(plan["category"], nth)
        here: list[Raised] = []
        if plan["straight"][nth]:  # at once to a formal stage, and nothing else about that child
            left.remove(plan["straight"][nth])
            here.append(Raised(within.pop(), plan["straight"][nth], plan["formal"][nth], straight=True))
        here += _spread(chance, [*within, *outside], left, nth)
        if not plan["straight"][nth]:
            may = [one for one in here if one.who.in_care is not bool(plan["formal_not_in_care"][nth])]
            last = nth == len(quarters) - 1
            up = min(may, key=lambda one: abs(one.who.on - STILL_UP)) if last else chance.choice(may)
            here = [Raised(up.who, up.category, plan["formal"][nth]) if one is up else one for one in here]
        found += here
        taken |= {one.who.child for one in here}
    return found


def quarters(
    lives: Iterable[Life], protections: Iterable[Protection], judged: Mapping[Held, Judged], staff: Staff
) -> list[list[Who]]:
    """By quarter: reviews with a monitor, and conferences of children who were never in care."""
    found: list[list[Who]] = [[], [], [], []]
    for life in lives:
        for day, _ in life.reviews:
            if (life.number, day) in judged:
                likely = 1.0 + 6 * judged[life.number, day].doubts
                if day >= LATELY and _works_with(staff, life.number, day):
                    likely += 60
                found[quarter_of(day) - 1].append(Who(life.number, life.age_on(day), day, likely))
    for one in protections:
        for _, day in one.conferences:
            born = one.child.born
            if isinstance(one.child, Known) and day >= YEAR_STARTS and born is not None and born <= day:
                who = Who(one.child.number, (day - born).days // 366, day, in_care=False)
                found[quarter_of(day) - 1].append(who)
    return [sorted(some, key=lambda who: (who.on, who.child)) for some in found]


def _works_with(staff: Staff, child: str, day: date) -> bool:
    """Whether the social worker who signs in works with the child on a day."""
    return any(
        one.child == child
        and one.member == SIGNS_IN
        and one.starts <= day
        and (one.ends is None or day <= one.ends)
        for one in staff.responsible
    )


def _once(some: Sequence[Who]) -> list[Who]:
    """Each child by the first of their reviews."""
    first: dict[str, Who] = {}
    for one in some:
        first.setdefault(one.child, one)
    return list(first.values())


def _may(who: Who, category: str) -> bool:
    low, high = _AGES.get(category, (0, 18))
    return low <= who.age <= high and (who.in_care or category in _OUTSIDE)


#: what an officer raises at a conference of a child who is not in care
_OUTSIDE = ("visits_late", "assessment", "childs_voice", "worker_delay", "review_preparation")


def _fit(
    chance: Random, some: Sequence[Who], count: int, categories: Mapping[str, Sequence[int]], nth: int
) -> list[Who]:
    """So many children; of those old enough for the categories that only some can have, at least one of each."""
    chosen: list[Who] = []
    for category in _AGES:
        wanted = 1 + categories.get(category, [0, 0, 0, 0])[nth] // 4
        if categories.get(category, [0, 0, 0, 0])[nth]:
            can = [one for one in some if _may(one, category) and one not in chosen]
            have = sum(_may(one, category) for one in chosen)
            chosen += drawn(chance, can, max(0, wanted - have), category, lambda one: one.likely)
    rest = [one for one in some if one not in chosen]
    return chosen + drawn(chance, rest, count - len(chosen), "children", lambda one: one.likely)


def _spread(chance: Random, children: Sequence[Who], left: Sequence[str], nth: int) -> list[Raised]:
    """Every child one concern at least, and no child two of the same category if it can be helped."""
    rare_first = sorted(left, key=lambda category: sum(_may(one, category) for one in children))
    found: list[Raised] = []
    have: dict[str, list[str]] = {one.child: [] for one in children}
    for category in rare_first:
        can = [one for one in children if _may(one, category)]
        if not can:
            raise PlanDoesNotFit(f"Quarter {nth + 1}: nobody can have a concern about {category}.")
        without = [one for one in can if not have[one.child]]
        fresh = [one for one in can if category not in have[one.child]]
        who = chance.choice(without or fresh or can)
        have[who.child].append(category)
        found.append(Raised(who, category))
    if not all(have.values()):
        raise PlanDoesNotFit(f"Quarter {nth + 1}: a child is left without a concern.")
    return found


def _tokens(categories: Mapping[str, Sequence[int]], nth: int) -> list[str]:
    return [category for category, counts in categories.items() for _ in range(counts[nth])]
