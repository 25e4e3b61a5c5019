"""Child protection plans and their conferences, quarter by quarter as the plan has them.

A plan's first review conference is due within three months of the conference that made it, later ones within six
(Working Together): in whole quarters, the next one and the one after next. So how many conferences a quarter holds
follows from how many plans begin, end and wait, and the days within a quarter are free.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from holdfast.demo import names
from holdfast.demo.chance import PlanDoesNotFit, day_between, weighted
from holdfast.demo.known import Known, Protection
from holdfast.demo.life import Life
from holdfast.demo.quarters import TODAY, first_day, last_day, quarter_of
from holdfast.domain import limits, working_days

#: nothing is held in the first days of a quarter, so that a quarter later it is not due on a day of the one before
_CLEAR_OF_THE_EDGE = timedelta(days=8)
_CATEGORIES = {"NEG": 46, "EMO": 38, "PHY": 9, "SAB": 5, "MUL": 2}
_MOVED_AWAY = {
    "Moved to another council, which holds its own conference": 7,
    "The family left the country": 1,
}
_REDUCED = "The conference found that a plan is no longer needed"
_INTO_CARE = "The child came into care"
#: a plan may begin before the birth
_BEFORE_BIRTH = timedelta(days=150)
_IN_A_FAMILY = {1: 40, 2: 32, 3: 20, 4: 8}


@dataclass
class _Open:
    """A plan while the quarters pass, and by when its next conference is to be held."""

    plan: Protection
    due: date

    @property
    def quarter(self) -> int:
        return quarter_of(self.due)


def protect(chance: Random, lives: list[Life], plan: dict[str, Any]) -> list[Protection]:
    """Every plan open at some time from 31 March 2016 to today. Some of the children came into care later."""
    entrants = [life for life in lives if life.came > date(2016, 3, 31) and not life.asylum]
    waiting = _from_before(chance, plan)
    made = [one.plan for one in waiting]
    taken: set[str] = set()
    for nth, quarter in enumerate(range(1, 5)):
        begun = [_begin(chance, quarter) for _ in range(plan["started"][nth])]
        due = sorted((one for one in waiting if one.quarter == quarter), key=lambda one: one.due)
        rest = [one for one in waiting if one.quarter != quarter]
        due = _into_care(chance, due, entrants, taken, quarter, plan["came_into_care"][nth])
        due = _moved_away(chance, due, quarter, plan["ended_without_conference"][nth])
        later = plan["held_next_quarter"][nth]
        due, late = (due[:-later], due[-later:]) if later else (due, [])
        carried = [one for one in rest if one.quarter < quarter]
        kept = [one for one in rest if one.quarter > quarter]
        ending = {id(one) for one in chance.sample(due, plan["ended_at_conference"][nth])}
        for one in [*carried, *due]:
            _confer(chance, one, quarter)
            if id(one) in ending:
                one.plan.ended, one.plan.why_ended = one.plan.conferences[-1][1], _REDUCED
            else:
                kept.append(one)
        waiting = [*kept, *late, *begun]
        made += [one.plan for one in begun]
    _who(chance, made)
    return made


def _from_before(chance: Random, plan: dict[str, Any]) -> list[_Open]:
    """Plans open on 31 March 2016: begun in the quarter before, or longer ago with a conference every six months."""
    found = []
    for due_in, n in ((1, plan["due_first"]), (2, plan["due_second"])):
        for _ in range(n):
            rounds = weighted(chance, {0: 3, 1: 5, 2: 2} if due_in == 1 else {1: 7, 2: 3})
            one = _begin(chance, due_in - 1 - 2 * rounds)
            while one.quarter < due_in:
                _confer(chance, one, one.quarter)
            found.append(one)
    return found


def _begin(chance: Random, quarter: int) -> _Open:
    started = _day(chance, first_day(quarter) + _CLEAR_OF_THE_EDGE, last_day(quarter))
    opened = working_days.subtract(started, chance.choice((9, 11, 12, 13, 14, 14, 15, 15, 15, 18)))
    one = Protection(Known("", "", "", started, ""), opened, started)
    one.category = weighted(chance, _CATEGORIES)
    one.conferences.append(("conference_initial", started))
    one.core_groups = _core_groups(chance, started)
    return _Open(one, limits.on("conference.first-review", started).after(started))


def _confer(chance: Random, one: _Open, quarter: int) -> None:
    """The review conference: in time where it is due in the quarter, early in it where it was due before."""
    if one.quarter < quarter:
        soon = max(one.due, first_day(quarter)) + timedelta(days=1)
        day = _day(chance, soon, first_day(quarter) + timedelta(days=28))
    else:
        soonest = max(first_day(quarter) + timedelta(days=3), one.due - timedelta(days=18))
        day = _day(chance, min(soonest, one.due), one.due)
    one.plan.conferences.append(("conference_review", day))
    one.due = limits.on("conference.later", day).after(day)


def _day(chance: Random, first: date, last: date) -> date:
    """A working day of a span."""
    for _ in range(40):
        day = working_days.last_on_or_before(day_between(chance, first, last))
        if first <= day:
            return day
    return working_days.last_on_or_before(last)


def _core_groups(chance: Random, started: date) -> list[date]:
    """The first within ten working days, most of them; then every six weeks or so while the year lasts."""
    first = working_days.add(started, chance.choice((6, 7, 8, 9, 9, 10, 10, 10, 13)))
    return [first]


def _into_care(
    chance: Random, due: list[_Open], entrants: list[Life], taken: set[str], quarter: int, n: int
) -> list[_Open]:
    """Some of those due came into care before their conference: the plan ends that day."""
    here = [life for life in entrants if quarter_of(life.came) == quarter and life.number not in taken]
    chance.shuffle(here)
    here.sort(key=lambda life: life.family)
    left = list(due)
    for life in here:
        if n == 0:
            break
        one = next((o for o in left if o.due >= life.came and _could_be(life, o)), None)
        if one is None:
            continue
        left.remove(one)
        taken.add(life.number)
        one.plan.child, one.plan.ended, one.plan.why_ended = life, life.came, _INTO_CARE
        one.plan.unborn = one.plan.opened < life.born
        n -= 1
    if n:
        raise PlanDoesNotFit(f"Child protection: {n} more are to come into care in quarter {quarter}.")
    return left


def _could_be(life: Life, one: _Open) -> bool:
    """Whether the plan can have been this child's: begun no earlier than in the pregnancy."""
    begun = one.plan.opened >= life.born - _BEFORE_BIRTH
    return begun and one.plan.started is not None and one.plan.started < life.came


def _moved_away(chance: Random, due: list[_Open], quarter: int, n: int) -> list[_Open]:
    """Some of those due moved away for good before their conference."""
    gone = chance.sample(due, n)
    for one in gone:
        day = _day(chance, first_day(quarter) + timedelta(days=2), one.due)
        one.plan.ended, one.plan.why_ended = day, weighted(chance, _MOVED_AWAY)
    return [one for one in due if one not in gone]


def _who(chance: Random, plans: list[Protection]) -> None:
    """Who the children are. Plans alike in every quarter are those of brothers and sisters, who share each day."""
    alike: dict[tuple, list[Protection]] = {}
    for plan in plans:
        if not isinstance(plan.child, Life):
            alike.setdefault(_shape(plan), []).append(plan)
    family = 1000
    for ones in alike.values():
        while ones:
            family += 1
            together = [ones.pop() for _ in range(min(len(ones), weighted(chance, _IN_A_FAMILY)))]
            _one_family(chance, together, family)


def _shape(plan: Protection) -> tuple:
    days = [quarter_of(day) for _, day in plan.conferences]
    return (*days, plan.ended and quarter_of(plan.ended), plan.why_ended)


def _one_family(chance: Random, plans: list[Protection], family: int) -> None:
    first = plans[0]
    surname = names.family_name(chance)
    ethnicity = weighted(chance, {"WBRI": 92, "MWAS": 2, "WOTH": 3, "AOTH": 1, "MWBC": 2})
    age = chance.randint(0, 15 * 365)
    for plan in plans:
        for what in ("opened", "started", "ended", "why_ended", "category"):
            setattr(plan, what, getattr(first, what))
        plan.conferences, plan.core_groups = list(first.conferences), list(first.core_groups)
        sex = chance.choice("MF")
        born = first.opened - timedelta(days=30 + age)
        if (born.month, born.day) == (2, 29):
            born -= timedelta(days=1)
        plan.child = Known("", names.child_name(chance, sex, surname), sex, born, ethnicity)
        plan.child.family = family if len(plans) > 1 else 0
        age = age - chance.randint(400, 1300) if age > 1400 else age + chance.randint(400, 1300)


def still_open(plans: list[Protection], day: date = TODAY) -> list[Protection]:
    return [plan for plan in plans if plan.open_on(day)]
