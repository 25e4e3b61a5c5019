"""Plans of children in need, which the service reviews from September 2016.

The law sets no cycle; this council reviews them within six months (its own limit, entered with the remit). Some
children come from a protection plan that ended, some go on to one.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from holdfast.demo import names
from holdfast.demo.chance import PlanDoesNotFit, day_between, drawn, weighted
from holdfast.demo.known import Child, Known, Need, Protection
from holdfast.demo.life import Life
from holdfast.demo.quarters import TODAY, first_day, last_day, quarter_of
from holdfast.domain import months, working_days

#: from this day on the service reviews plans of children in need
REMIT_BEGINS = date(2016, 9, 12)
#: the council's own cycle of their reviews
REVIEWED_WITHIN_MONTHS = 6
_FIRST_QUARTER = 3
#: families of children in need are numbered apart from all others
_FAMILIES_FROM = 10_000
_NO_LONGER = {"The family manages with what there is for everybody": 6, "The family moved away": 1}
_STEPPED_UP = "A child protection plan was made"


def plans_of_need(chance: Random, protections: list[Protection], plan: dict[str, Any]) -> list[Need]:
    """Every plan open at some time since the service reviews them."""
    down = [p for p in protections if p.ended is not None and p.why_ended.startswith("The conference")]
    before = [p for p in down if p.ended is not None and p.ended < REMIT_BEGINS]
    made = [_stepped_down(p) for p in before]
    made += _families(chance, plan["from_before"] - len(made), date(2016, 4, 4), date(2016, 9, 8))
    for nth, quarter in enumerate((_FIRST_QUARTER, _FIRST_QUARTER + 1)):
        begun = [_stepped_down(p) for p in down if p.ended is not None and quarter_of(p.ended) == quarter]
        first = first_day(quarter) + timedelta(days=2)
        begun += _families(
            chance, plan["started"][nth] - len(begun), first, last_day(quarter) - timedelta(days=5)
        )
        _review(chance, made, quarter, plan["reviews"][nth])
        _end(chance, made, protections, quarter, plan["ended"][nth])
        made += begun
    return made


def _stepped_down(protection: Protection) -> Need:
    assert protection.ended is not None
    return Need(protection.child, protection.ended, working_days.add(protection.ended, 5))


def _families(chance: Random, n: int, first: date, last: date) -> list[Need]:
    """``n`` children with a plan agreed within a span; brothers and sisters on one day."""
    found: list[Need] = []
    while len(found) < n:
        size = min(n - len(found), weighted(chance, {1: 45, 2: 33, 3: 17, 4: 5}))
        agreed = day_between(chance, first, last, working=True)
        made = working_days.add(agreed, chance.randint(4, 10))
        family = _FAMILIES_FROM + 1000 * quarter_of(first) + len(found)
        surname, age = names.family_name(chance), chance.randint(20, 4400)
        for _ in range(size):
            sex = chance.choice("MF")
            child = Known("", names.child_name(chance, sex, surname), sex, _born(agreed, age), "WBRI")
            child.family = family if size > 1 else 0
            found.append(Need(child, agreed, made))
            age += chance.randint(400, 650)
    return found


def _born(agreed: date, age: int) -> date:
    born = agreed - timedelta(days=age)
    return born - timedelta(days=1) if (born.month, born.day) == (2, 29) else born


def _review(chance: Random, needs: list[Need], quarter: int, n: int) -> None:
    """Those whose review falls due first; each once in the quarter."""
    here = [need for need in needs if need.ended is None]
    here.sort(key=lambda need: (_due(need), need.child.family))
    if len(here) < n:
        raise PlanDoesNotFit(f"Children in need: {n} reviews wanted, {len(here)} plans are there.")
    first = first_day(quarter) + timedelta(days=4)
    together: dict[tuple, date] = {}
    for need in here[:n]:
        until = max(first + timedelta(days=4), min(_due(need), last_day(quarter)))
        soonest = max(first, need.made + timedelta(days=10), until - timedelta(days=40))
        key = (need.child.family or id(need), need.agreed)
        day = together.setdefault(key, day_between(chance, min(soonest, until), until, working=True))
        need.reviews.append(day)


def _due(need: Need) -> date:
    return months.plus(need.reviews[-1] if need.reviews else need.made, REVIEWED_WITHIN_MONTHS)


def _end(chance: Random, needs: list[Need], protections: list[Protection], quarter: int, n: int) -> None:
    """Some go on to a protection plan, on the day of the conference; of the rest the plan is over."""
    open_now = [need for need in needs if need.ended is None and not isinstance(need.child, Life)]
    steps = [
        p
        for p in protections
        if p.started is not None and quarter_of(p.started) == quarter and not isinstance(p.child, Life)
    ]
    alone = [p for p in steps if p.child.family == 0]
    gone = 0
    for protection in alone[: n // 4]:
        assert protection.started is not None
        need = next((one for one in open_now if _may_go_on(one, protection)), None)
        if need is not None:
            need.ended, need.why_ended = protection.started, _STEPPED_UP
            protection.child = need.child
            open_now.remove(need)
            gone += 1
    may = [need for need in open_now if not need.reviews or quarter_of(need.reviews[-1]) == quarter]
    for need in drawn(chance, may, n - gone, "plans of children in need that end"):
        since = need.reviews[-1] if need.reviews else first_day(quarter) + timedelta(days=3)
        need.ended = day_between(chance, since, last_day(quarter), working=True)
        need.why_ended = weighted(chance, _NO_LONGER)


def _may_go_on(need: Need, protection: Protection) -> bool:
    alone = need.child.family == 0 and need.child.born is not None and need.child.born < protection.opened
    last = max([need.made, *need.reviews])
    return alone and protection.started is not None and last < protection.started


def children_of(protections: list[Protection], needs: list[Need]) -> list[Child]:
    """Everybody with a plan who was never in care, once, in the order of their first plan."""
    firsts = [(p.opened, p.child) for p in protections] + [(n.agreed, n.child) for n in needs]
    found: dict[int, Child] = {}
    for _, child in sorted(firsts, key=lambda one: one[0]):
        if not isinstance(child, Life):
            found.setdefault(id(child), child)
    return list(found.values())


def still_open(needs: list[Need], day: date = TODAY) -> list[Need]:
    return [need for need in needs if need.open_on(day)]
