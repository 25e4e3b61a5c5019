"""When each child's reviews were held, and how the child took part.

The rhythm is the law's (regulation 33: first within 20 working days, second within 3 months, then within 6), with
now and then one held late; under-fours and children with a plan of adoption are seen more often. The plan says how
many reviews each quarter of 2016/17 had: children's years are drawn again and again until the quarters are right.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from holdfast.demo.chance import PlanDoesNotFit, drawn, weighted
from holdfast.demo.life import Life
from holdfast.demo.quarters import TODAY, YEAR_STARTS, quarter_of
from holdfast.domain import working_days
from holdfast.domain.months import plus
from holdfast.domain.timescales import first_review

_RECORDS_BEGIN = date(2014, 4, 1)
_BEFORE = (date.min, YEAR_STARTS - timedelta(days=1))
_IN_YEAR = (YEAR_STARTS, TODAY)
_NO_CODE = None


@dataclass(frozen=True)
class ReviewPlan:
    """Reviews of 2016/17: by quarter number, and by participation code (the rest have none)."""

    by_quarter: dict[int, int]
    by_code: dict[str, int]


def hold_reviews(chance: Random, lives: list[Life], plan: ReviewPlan) -> None:
    """Give every child their reviews up to today."""
    before = {life.number: _series(chance, life, [], _BEFORE) for life in lives}
    in_year = _settled(chance, lives, before, plan)
    _take_part(chance, lives, in_year, plan)
    for life in lives:
        earlier = [(day, _code(chance, life, day)) for day in before[life.number] if day >= _RECORDS_BEGIN]
        life.reviews = sorted([*earlier, *life.reviews])


def _series(
    chance: Random, life: Life, held: list[date], span: tuple[date, date], pace: float | None = None
) -> list[date]:
    """The reviews of a span after those held; ``pace``: the share of the allowed interval that is used."""
    since, until = span
    found: list[date] = []
    pace = pace or chance.uniform(0.72, 0.98)
    while True:
        done = [*held, *found]
        latest = _latest(life, done)
        start = done[-1] if done else life.came
        used = pace * chance.uniform(0.93, 1.05)
        day = start + timedelta(days=max(9, round((latest - start).days * min(used, 1.0))))
        if _is_late(chance, day):
            day = latest + timedelta(days=chance.randint(2, 24))
        day = _working(day)
        if day < since:
            soon = working_days.add(since, chance.randint(1, 15))
            day = max(min(soon, _working(latest)), working_days.add(since, 1))
        if day > until or (life.left is not None and day >= life.left):
            return found
        found.append(day)


def _latest(life: Life, done: list[date]) -> date:
    """The last day in time for the next review (regulation 33)."""
    if not done:
        return _first_due(life.came)
    return _plus_months(done[-1], 3 if len(done) == 1 else 6)


@cache
def _first_due(came: date) -> date:
    return first_review(came).last_day


@cache
def _plus_months(day: date, months: int) -> date:
    return plus(day, months)


@cache
def _working(day: date) -> date:
    return working_days.last_on_or_before(day)


def _is_late(chance: Random, day: date) -> bool:
    """Some reviews are late, more of them after the service was put together anew in September 2016."""
    return chance.random() < (0.09 if day >= date(2016, 10, 1) else 0.03)


def _settled(
    chance: Random, lives: list[Life], before: dict[str, list[date]], plan: ReviewPlan
) -> dict[str, list[date]]:
    """Reviews of 2016/17 with the planned number in every quarter, and enough of children under 4."""
    here = [life for life in lives if life.left is None or life.left > YEAR_STARTS]
    held = {life.number: _series(chance, life, before[life.number], _IN_YEAR) for life in here}
    tally = _Tally(plan)
    for life in here:
        tally.add(life, held[life.number], 1)
    wrong = tally.wrong()
    for _ in range(60_000):
        if not wrong:
            return held
        life = chance.choice(here)
        old = held[life.number]
        new = _series(chance, life, before[life.number], _IN_YEAR, chance.uniform(0.45, 0.99))
        tally.add(life, old, -1)
        tally.add(life, new, 1)
        now = tally.wrong()
        if now <= wrong:
            held[life.number], wrong = new, now
        else:
            tally.add(life, new, -1)
            tally.add(life, old, 1)
    raise PlanDoesNotFit(f"Reviews: {wrong} are still in the wrong quarter or of the wrong age.")


class _Tally:
    """How far the reviews drawn so far are from the plan."""

    def __init__(self, plan: ReviewPlan) -> None:
        self.plan = plan
        self.quarters: Counter[int] = Counter()
        self.under_four = 0

    def add(self, life: Life, days: list[date], sign: int) -> None:
        for day in days:
            self.quarters[quarter_of(day)] += sign
            self.under_four += sign * (life.age_on(day) < 4)

    def wrong(self) -> int:
        quarters = sum(abs(self.quarters[q] - n) for q, n in self.plan.by_quarter.items())
        least = self.plan.by_code["PN0"]
        return quarters + 2 * (max(0, least - self.under_four) + max(0, self.under_four - least - 4))


def _take_part(chance: Random, lives: list[Life], held: dict[str, list[date]], plan: ReviewPlan) -> None:
    """Codes for the reviews of the year: by age, as many of each as the plan says."""
    by_number = {life.number: life for life in lives}
    young = [(n, d) for n, days in held.items() for d in days if by_number[n].age_on(d) < 4]
    older = [(n, d) for n, days in held.items() for d in days if by_number[n].age_on(d) >= 4]
    codes: dict[tuple[str, date], str | None] = dict.fromkeys([*young, *older], _NO_CODE)
    for review in drawn(chance, young, plan.by_code["PN0"], "reviews of children under 4"):
        codes[review] = "PN0"
    left = older
    order = ("PN4", "PN3", "PN2", "PN5", "PN7", "PN6", "PN1")
    for code in order:
        chosen = drawn(
            chance, left, plan.by_code[code], code, lambda r, c=code: _likely(c, by_number[r[0]].age_on(r[1]))
        )
        codes.update(dict.fromkeys(chosen, code))
        left = [review for review in left if codes[review] is None]
    for (number, day), code in codes.items():
        by_number[number].reviews.append((day, code))


#: how likely each way of taking part is for children of 4 to 7, 8 to 11, 12 and over
_WAYS = {
    "PN1": (2, 6, 8),
    "PN2": (1, 2, 2),
    "PN3": (4, 1, 1),
    "PN4": (3, 2, 1),
    "PN5": (1, 3, 2),
    "PN6": (3, 5, 4),
    "PN7": (6, 1, 2),
}


def _likely(code: str, age: int) -> float:
    return _WAYS[code][0 if age < 8 else 1 if age < 12 else 2]


def _code(chance: Random, life: Life, day: date) -> str:
    """How a child took part in a review of an earlier year."""
    age = life.age_on(day)
    return "PN0" if age < 4 else weighted(chance, {code: _likely(code, age) for code in _WAYS})
