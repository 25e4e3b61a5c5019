"""Episodes of care from what changed when: each change of legal status, home or carer begins a new one.

RNE: S care begins, L legal status only, P home and carer, T home with the same carer (or the kind of placement),
B legal status, home and carer, U legal status and home with the same carer. Source: SSDA903 guide.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from holdfast.demo.chance import day_between, weighted
from holdfast.demo.legal import legal_statuses
from holdfast.demo.life import Life, Stay
from holdfast.demo.moves import Wish, day_with_adopters, move_days
from holdfast.demo.places import Home, home, likely_place, why_moved
from holdfast.demo.quarters import TODAY, last_day, quarter_of

#: a match for the long term with the same carer changes the kind of placement, not the home
_LONG_TERM = {"U6": "U4", "U3": "U1"}


@dataclass
class _Change:
    legal: str | None = None
    home: Home | None = None
    new_carer: bool = False
    reason: str | None = None


def fill_stays(chance: Random, life: Life, wish: Wish) -> None:
    """Give a child their episodes, from coming into care to leaving it or to today."""
    legal = legal_statuses(chance, life)
    adopters = day_with_adopters(chance, life)
    moves = _with_orders(chance, move_days(chance, life, wish, adopters), [day for day, _ in legal[1:]])
    changes: dict[date, _Change] = {day: _Change(legal=status) for day, status in legal}
    _add_homes(chance, life, changes, [life.came, *moves], adopters)
    _match_long_term(chance, life, changes)
    life.stays = _episodes(life, changes)
    if chance.random() < 0.09:
        _away_for_a_while(chance, life)


def _with_orders(chance: Random, moves: list[date], orders: list[date]) -> list[date]:
    """Some moves come with the court's order, on the same day, where the order is made within a month before."""
    found: list[date] = []
    for day in moves:
        near = [o for o in orders if 0 <= (day - o).days <= 30 and (o.month, o.day) not in ((3, 31), (4, 1))]
        near = [o for o in near if not found or (o - found[-1]).days > 10]
        same_year = [o for o in near if (o.month >= 4) == (day.month >= 4) and o.year == day.year]
        found.append(same_year[0] if same_year and chance.random() < 0.5 else day)
    return found


def _add_homes(
    chance: Random, life: Life, changes: dict[date, _Change], days: list[date], adopters: date | None
) -> None:
    until = life.left or TODAY
    for day, after in zip(days, [*days[1:], None], strict=True):
        last = after is None and adopters is None
        lasts = ((after or until) - day).days
        place = likely_place(chance, life, day, _legal_on(changes, day), last=last, days=lasts)
        change = changes.setdefault(day, _Change())
        change.home, change.new_carer = home(chance, place), True
        change.reason = why_moved(chance, life, day)
    if adopters is not None:
        while adopters in changes:
            adopters += timedelta(days=1)
        changes[adopters] = _with_adopters(chance, changes, adopters)


def _with_adopters(chance: Random, changes: dict[date, _Change], day: date) -> _Change:
    """To adopters under a placement order; without one, the carers the child lives with become the adopters (A3)."""
    if _legal_on(changes, day) == "E1":
        return _Change(home=home(chance, "A6"), new_carer=True, reason="CARPL")
    lived_in = [c.home for d, c in sorted(changes.items()) if d < day and c.home is not None][-1]
    return _Change(home=replace(lived_in, place="A3", provider="PR1"), reason="PLACE")


def _legal_on(changes: dict[date, _Change], day: date) -> str:
    return [c.legal for d, c in sorted(changes.items()) if d <= day and c.legal][-1] or ""


def _match_long_term(chance: Random, life: Life, changes: dict[date, _Change]) -> None:
    """Some who have lived with their carers for long are matched with them, often on the day of the care order."""
    homes = [(day, c.home) for day, c in sorted(changes.items()) if c.home is not None]
    day, lived_in = homes[-1]
    kind = _LONG_TERM.get(lived_in.place)
    until = (life.left or TODAY) - timedelta(days=60)
    first = day + timedelta(days=120)
    if kind is None or first >= until or chance.random() < 0.45:
        return
    orders = [d for d, c in changes.items() if c.legal == "C2" and first < d < until and c.home is None]
    on = (
        orders[0]
        if orders
        else day_between(chance, first, min(until, first + timedelta(days=500)), working=True)
    )
    change = changes.setdefault(on, _Change())
    change.home, change.reason = replace(lived_in, place=kind), "PLACE"


def _episodes(life: Life, changes: dict[date, _Change]) -> list[Stay]:
    stays: list[Stay] = []
    for day, change in sorted(changes.items()):
        if not stays:
            assert change.legal
            assert change.home
            stays.append(_stay(day, "S", change.legal, change.home))
            continue
        before = stays[-1]
        why = _why_new(change)
        before.ended, before.why_ended = day, "X1"
        before.why_moved = change.reason if change.home else None
        where = change.home or Home(before.place, before.post or "", before.provider, before.urn)
        stays.append(_stay(day, why, change.legal or before.legal, where))
    stays[-1].ended, stays[-1].why_ended = life.left, life.outcome
    return stays


def _why_new(change: _Change) -> str:
    if change.home is None:
        return "L"
    if change.new_carer:
        return "B" if change.legal else "P"
    return "U" if change.legal else "T"


def _stay(day: date, why: str, legal: str, where: Home) -> Stay:
    return Stay(day, why, legal, where.place, where.post, where.provider, where.urn)


def _away_for_a_while(chance: Random, life: Life) -> None:
    """In hospital or on holiday for some days and back home: two more episodes, no new placement."""
    long = [
        (i, s)
        for i, s in enumerate(life.stays)
        if ((s.ended or TODAY) - s.started).days > 60 and s.place[0] in "UKP" and s.started > date(2012, 4, 1)
    ]
    if not long:
        return
    nth, stay = chance.choice(long)
    until = min(stay.ended or TODAY, last_day(quarter_of(stay.started + timedelta(days=30))))
    if (until - stay.started).days < 40:
        until = min(stay.ended or TODAY, last_day(quarter_of(stay.started + timedelta(days=60))))
    first, latest = until - timedelta(days=28), until - timedelta(days=14)
    if first <= stay.started + timedelta(days=3):
        return
    goes = day_between(chance, first, latest)
    back = goes + timedelta(days=chance.randint(3, 7))
    kind = weighted(chance, {"T1": 5, "T2": 3, "T4": 2})
    away = Stay(goes, "P", stay.legal, kind, None, None, None, back, "X1")
    home_again = replace(stay, started=back, why_started="P")
    stay.ended, stay.why_ended, stay.why_moved = goes, "X1", None
    life.stays[nth : nth + 1] = [stay, away, home_again]


def single_stay(life: Life, legal: str, where: Home) -> None:
    """One open episode that never changed."""
    life.stays = [_stay(life.came, "S", legal, where)]


def breaks_one_by_one(life: Life, where: Home) -> None:
    """Short breaks recorded each by itself: weekends that come to 73 days in the year, two short of the limit of 75.

    The last one begins today, a Friday. Source: Care Planning Regulations 2010, regulation 48.
    """
    fridays = [TODAY - timedelta(days=14 * n) for n in range(24, -1, -1)]
    life.came = fridays[0]
    life.stays = [_stay(day, "S", "V3", where) for day in fridays]
    for stay in life.stays[:-1]:
        stay.ended, stay.why_ended = stay.started + timedelta(days=3), "E4A"


#: one child's placement for adoption ended before the order was made, some weeks before today
_ORDER_MADE, _PLACED, _DISRUPTED = date(2016, 2, 29), date(2016, 3, 21), date(2017, 3, 6)


def is_disrupted(life: Life) -> bool:
    """Whether this is that child: under a placement order on both days the plan speaks of, and in care for short."""
    order = life.legal_2016 == life.legal_2017 == "E1"
    return order and date(2015, 6, 30) < life.came < date(2015, 12, 1)


def placed_and_back(chance: Random, life: Life) -> None:
    """Placed for adoption, and back with foster carers: never three placements in one year."""
    changes = {life.came: _Change(legal="C1"), _ORDER_MADE: _Change(legal="E1")}
    for day, kind, why in ((life.came, "U6", None), (_PLACED, "A6", "CARPL"), (_DISRUPTED, "U6", "CREQB")):
        change = changes.setdefault(day, _Change())
        change.home, change.new_carer, change.reason = home(chance, kind), True, why
    life.stays = _episodes(life, changes)
