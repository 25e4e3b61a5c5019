"""The law of reviews in care again, written another way: a diary walked day by day, asking on every single day.

Nothing here is taken from ``holdfast.domain.tracks``; months and working days are counted on the fingers.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

import holidays

from holdfast.domain.tracks.facts import Held, Life, Marker

HOLIDAYS = holidays.country_holidays("GB", subdiv="ENG", years=range(2022, 2029))
ONE = timedelta(days=1)


@dataclass
class Told:
    """A line of the diary: due, first meeting held, and both readings."""

    due: date
    held: date | None
    kept: str
    kept_by_final: str


def diary(life: Life, on: date) -> list[Told]:
    """Every review that was or is due, by the day it is due."""
    told: list[Told] = []
    for first, last in _spells(life):
        if first <= on:
            told += _spell(life, first, last, on)
    return sorted(told, key=lambda one: one.due)


def due_on(life: Life, day: date) -> date | None:
    """The last day for the next review as of a day."""
    for first, last in reversed(_spells(life)):
        if first <= day and (last is None or day < last):
            return min((due for _, due in _asks(life, first, last, day)), default=None)
    return None


def _spell(life: Life, first: date, last: date | None, on: date) -> list[Told]:
    told: list[Told] = []
    due: list[tuple[date, date]] = []  # (may be held from, by)
    reviews = [one for one in life.held if first <= one.first_on and (last is None or one.first_on <= last)]
    day = first
    under_way: Held | None = None
    while day <= on:
        begins = next((one for one in reviews if one.first_on == day), None)
        if day == first:
            due = _asks(life, first, last, day, before_meeting=True)
        if begins is not None:
            fitting = [by for opens, by in due if opens <= day]
            if fitting:
                told.append(_met(min(fitting), begins, last, on))
            due, under_way = [], begins
        if under_way is not None and under_way.completed_on == day:
            under_way = None
            due = _asks(life, first, last, day)
        elif under_way is None:
            due = _evening(life, first, last, day, due, told)
        if last is not None and day == last and under_way is None:
            return told
        day += ONE
    if under_way is None and due:
        by = min(by for _, by in due)
        told.append(Told(by, None, *(["open"] * 2 if on <= by else ["overdue"] * 2)))
    return told


def _evening(
    life: Life, first: date, last: date | None, day: date, due: list[tuple[date, date]], told: list[Told]
) -> list[tuple[date, date]]:
    """What is due at the end of a day on which no review was held."""
    now = _asks(life, first, last, day)
    if not due:
        return now
    by = min(by for _, by in due)
    if not now:
        told.append(Told(by, None, *(["overdue"] * 2 if day > by else ["not_required"] * 2)))
        return []
    return due if day > by else now


def _met(by: date, one: Held, last: date | None, on: date) -> Told:
    final = one.completed_on if one.completed_on and one.completed_on <= on else None
    within = _working(one.first_on, 20)
    if final is not None:
        first_way = one.first_on <= by and (final == one.first_on or final <= within)
        return Told(by, one.first_on, *("in_time" if good else "late" for good in (first_way, final <= by)))
    ways = []
    for good, until in ((one.first_on <= by, within), (True, by)):
        if good and last is not None and last <= min(until, on):
            ways.append("not_required")
        else:
            ways.append("under_way" if good and on <= until else "overdue")
    return Told(by, one.first_on, *ways)


def _asks(
    life: Life, first: date, last: date | None, day: date, *, before_meeting: bool = False
) -> list[tuple[date, date]]:
    """Every timetable's answer at the end of a day: (may be held from, to be held by)."""
    if last is not None and day >= last:
        return []
    began = [
        one
        for one in life.held
        if first <= one.first_on <= day
        and (last is None or one.first_on <= last)
        and not (before_meeting and one.first_on == day)
    ]
    early = [
        (date.min, one.by)
        for one in life.early
        if first <= one.asked_on <= day and not any(r.first_on >= one.asked_on for r in began)
    ]
    if began and (began[-1].completed_on is None or began[-1].completed_on > day):
        return [(date.min, _working(began[-1].first_on, 20)), *early]
    adopted = _adoption(life, first, day)
    if adopted["placed"]:
        return [(date.min, _placed(began, adopted["placed"])), *early]
    finals = [one.completed_on for one in began]
    if not finals:
        found = [(date.min, _working(first, 20))]
    else:
        found = [(date.min, _months(finals[-1], 3 if len(finals) == 1 else 6))]
    if adopted["authorised"]:
        since = [one.completed_on for one in began if one.first_on >= adopted["authorised"]]
        found.append((date.min, _months(since[-1], 6) if since else _months(adopted["authorised"], 3)))
    if adopted["ended"]:
        opens = adopted["ended"] + 28 * ONE
        if not any(one.first_on >= opens for one in began):
            found.append((opens, adopted["ended"] + 42 * ONE))
    return found + early


def _placed(began: list[Held], since: date) -> date:
    finals = [one.completed_on for one in began if one.first_on >= since]
    if not finals:
        return since + 28 * ONE
    return _months(finals[-1], 3 if len(finals) == 1 else 6)


def _adoption(life: Life, first: date, day: date) -> dict[str, date | None]:
    """Where the plan of adoption stands, by reading the episodes from the first to the day."""
    state: dict[str, date | None] = {"placed": None, "ended": None, "order": None}
    order_ended: date | None = None
    before = None
    for one in (e for e in life.episodes if first <= e.started <= day):
        if before is not None and one.started == first and before.started > one.started:
            break
        if one.legal_status == "E1":
            state["order"] = state["order"] or one.started
        elif state["order"]:
            state["order"], order_ended = None, one.started
        if one.place != "T1":
            _move(state, one, before)
            before = one
        elif before is None:
            before = None
    return {**state, "authorised": _authorised(life, first, day, state["order"], order_ended)}


def _move(state: dict, one, before) -> None:
    if one.place in ("A5", "A6"):
        another = one.reason_started in ("P", "B") and not _came_back(one, before)
        if state["placed"] is None or another:
            state["placed"], state["ended"] = one.started, None
    elif state["placed"]:
        state["placed"], state["ended"] = None, one.started


def _came_back(one, before) -> bool:
    """From a temporary stay to the same place: no new placement."""
    return before is not None and before.ended != one.started and before.place == one.place


def _authorised(
    life: Life, first: date, day: date, order: date | None, order_ended: date | None
) -> date | None:
    noted, stopped = (
        [m.on for m in life.milestones if m.kind is kind and first <= m.on <= day]
        for kind in (Marker.ADOPTION_AUTHORISED, Marker.ADOPTION_NO_LONGER_PLANNED)
    )
    days = [order] if order else []
    if noted and (order or order_ended is None or order_ended <= max(noted)):
        days.append(max(noted))
    return min((one for one in days if not stopped or one > max(stopped)), default=None)


def _spells(life: Life) -> list[tuple[date, date | None]]:
    """Unbroken runs in care: a first episode says S."""
    found: list[list] = []
    for one in life.episodes:
        if one.reason_started == "S":
            found.append([one.started, one.ended])
        else:
            found[-1][1] = one.ended
    return [(first, last) for first, last in found]


def _months(day: date, number: int) -> date:
    month = day.month - 1 + number
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _working(day: date, number: int) -> date:
    left = number
    while left:
        day += ONE
        if day.isoweekday() <= 5 and day not in HOLIDAYS:
            left -= 1
    return day
