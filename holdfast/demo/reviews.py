"""When each child's reviews were held, and how the child took part.

The rhythm is the law's (``demo.rhythm``): first within 20 working days, second within 3 months, then within 6, sooner
with a plan of adoption. The plan says how many reviews each quarter of 2016/17 had, and of how many children every
review due was in time: children's years are drawn again and again until all of it is right. Some children's reviews
are late time and again, most children's never: only so can 67% of the year and 75, 81, 75 and 67% of its quarters
stand together (``plan/README.md``).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from random import Random

from holdfast.demo.chance import PlanDoesNotFit, drawn, weighted
from holdfast.demo.life import Life
from holdfast.demo.quarters import TODAY, YEAR_STARTS, quarter_of
from holdfast.demo.rhythm import latest
from holdfast.domain import limits, working_days

_RECORDS_BEGIN = date(2014, 4, 1)
_BEFORE = (date.min, YEAR_STARTS - timedelta(days=1))
_IN_YEAR = (YEAR_STARTS, TODAY)
_NO_CODE = None
#: share of reviews held late before the year, and in it of children whose reviews are late time and again
_LATE_BEFORE = 0.03
_LATE_AGAIN = 0.75
_LATE_CHILDREN = 0.33
#: reviews overdue and not yet held on the day the demo stands at
_OVERDUE_TODAY = (6, 12)
_READ_AS_OF = (TODAY, TODAY - timedelta(days=1))


@dataclass(frozen=True)
class ReviewPlan:
    """Reviews of 2016/17: by quarter number, and by participation code (the rest have none).

    ``in_time``: of children with a review due in the quarter, per cent who had every one of them in time; under 0
    that of the year.
    """

    by_quarter: dict[int, int]
    by_code: dict[str, int]
    in_time: dict[int, int]


@dataclass(frozen=True)
class Kept:
    """One review: the last day in time, and the day it was held; None where it is overdue."""

    due: date
    held: date | None

    @property
    def late(self) -> bool:
        return self.held is None or self.held > self.due


Year = list[Kept]


def hold_reviews(chance: Random, lives: list[Life], plan: ReviewPlan) -> None:
    """Give every child their reviews up to today."""
    before = {life.number: _series(chance, life, [], _BEFORE, _LATE_BEFORE) for life in lives}
    in_year = _settled(chance, lives, before, plan)
    _take_part(chance, lives, {number: _days(year) for number, year in in_year.items()}, plan)
    for life in lives:
        whole = [*before[life.number], *in_year.get(life.number, [])]
        life.due = {one.held: one.due for one in whole if one.held is not None}
        earlier = [
            (day, _code(chance, life, day)) for day in _days(before[life.number]) if day >= _RECORDS_BEGIN
        ]
        life.reviews = sorted([*earlier, *life.reviews])


def _days(year: Year) -> list[date]:
    return [one.held for one in year if one.held is not None]


def _series(
    chance: Random,
    life: Life,
    held: list[date],
    span: tuple[date, date],
    late: float,
    pace: float | None = None,
) -> Year:
    """The reviews of a span after those held; ``late``: the share that is; ``pace``: of the allowed time used."""
    since, until = span
    found: Year = []
    pace = pace or chance.uniform(0.72, 0.98)
    while True:
        due, start = latest(life, [*held, *_days(found)])
        used = min(pace * chance.uniform(0.93, 1.05), 1.0)
        day = _working(
            start + timedelta(days=min(max(9, round((due - start).days * used)), (due - start).days))
        )
        if chance.random() < late:
            day = working_days.add(due, chance.randint(1, 16))
        if day < since:
            soon = working_days.add(since, chance.randint(1, 15))
            day = max(min(soon, _working(due)), working_days.add(since, 1))
        if life.left is not None and day >= life.left >= due:
            day = max(_working(min(due, life.left - timedelta(days=1))), since)
        if life.left is not None and day >= life.left:
            return found
        if day > until == due:  # whether that is late could not be said on the day itself
            day = _working(due)
        if day > until:
            return [*found, Kept(due, None)] if since <= due < until else found
        found.append(Kept(due, day))


@cache
def _working(day: date) -> date:
    return working_days.last_on_or_before(day)


def _settled(chance: Random, lives: list[Life], before: dict[str, Year], plan: ReviewPlan) -> dict[str, Year]:
    """Reviews of 2016/17 with what the plan asks of every quarter, and enough of children under 4."""
    here = [life for life in lives if life.left is None or life.left > YEAR_STARTS]
    years = {life.number: _year(chance, life, before, None) for life in here}
    tally = _Tally(plan, before)
    for life in here:
        tally.add(life, years[life.number], 1)
    wrong = tally.wrong()
    for _ in range(60_000):
        if not wrong:
            return years
        life = chance.choice(here)
        old = years[life.number]
        new = _year(chance, life, before, chance.uniform(0.45, 0.99))
        tally.add(life, old, -1)
        tally.add(life, new, 1)
        now = tally.wrong()
        if now <= wrong:
            years[life.number], wrong = new, now
        else:
            tally.add(life, new, -1)
            tally.add(life, old, 1)
    raise PlanDoesNotFit(f"Reviews: {wrong} are still in the wrong quarter, too late or of the wrong age.")


def _year(chance: Random, life: Life, before: dict[str, Year], pace: float | None) -> Year:
    late = _LATE_AGAIN if chance.random() < _LATE_CHILDREN else 0.0
    return _series(chance, life, _days(before[life.number]), _IN_YEAR, late, pace)


def _quarters(due: Year) -> set[int]:
    """The quarters with something due, and 0 for the year."""
    return {quarter_of(one.due) for one in due} | ({0} if due else set())


class _Tally:
    """How far the reviews drawn so far are from the plan."""

    def __init__(self, plan: ReviewPlan, before: dict[str, Year]) -> None:
        self.plan = plan
        #: held before the year and due in it
        self.early = {
            number: [one for one in year if one.due >= YEAR_STARTS] for number, year in before.items()
        }
        self.quarters: Counter[int] = Counter()
        #: (last day that counts, quarter) -> children; the figures may be read before or after today is over
        self.children: Counter[tuple[date, int]] = Counter()
        self.late: Counter[tuple[date, int]] = Counter()
        self.under_four = 0
        self.overdue = 0

    def add(self, life: Life, year: Year, sign: int) -> None:
        for day in _days(year):
            self.quarters[quarter_of(day)] += sign
            self.under_four += sign * (life.age_on(day) < 4)
        due = [one for one in [*self.early[life.number], *year] if YEAR_STARTS <= one.due <= TODAY]
        self.overdue += sign * sum(one.held is None for one in due)
        for last in _READ_AS_OF:
            fallen = [one for one in due if one.due <= last]
            for quarter in _quarters(fallen):
                self.children[last, quarter] += sign
            for quarter in _quarters([one for one in fallen if one.late]):
                self.late[last, quarter] += sign

    def wrong(self) -> int:
        quarters = sum(abs(self.quarters[q] - n) for q, n in self.plan.by_quarter.items())
        least = self.plan.by_code["PN0"]
        lateness = sum(
            off(self.late[last, q], self.children[last, q], in_time)
            for q, in_time in self.plan.in_time.items()
            for last in _READ_AS_OF
        )
        return (
            quarters
            + lateness
            + 2 * _outside(self.under_four, least, least + 4)
            + _outside(self.overdue, *_OVERDUE_TODAY)
        )


def off(late: int, of: int, in_time: int) -> int:
    """How many children too many or too few are late for ``in_time`` per cent (rounded half up) to be right."""
    most = of * (1 - Fraction(2 * in_time - 1, 200))  # in_time - 0.5 is rounded up
    least = of * (1 - Fraction(2 * in_time + 1, 200))  # in_time + 0.5 is not
    if least < late <= most:
        return 0
    return int(late - most) + 1 if late > most else int(least - late) + 1


def _outside(n: int, least: int, most: int) -> int:
    return max(0, least - n) + max(0, n - most)


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


def hold_break_reviews(chance: Random, lives: list[Life]) -> None:
    """Reviews of series of short breaks: within three months of the first, then within six (regulation 48)."""
    for life in lives:
        day, rule = life.came, "short-breaks.first"
        while (due := limits.on(rule, day).after(day)) <= TODAY + timedelta(days=20):
            day = _working(due - timedelta(days=chance.randint(1, 25)))
            if day > TODAY:
                break
            life.break_reviews.append(day)
            rule = "short-breaks.later"
