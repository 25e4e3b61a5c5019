"""Child protection and plans of children in need: what became of everything due, against a plain count."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain.limits import Book, Limit
from holdfast.domain.tracks import facts
from holdfast.domain.tracks.facts import Held, Kind
from holdfast.domain.tracks.history import obligations
from tests.spec.law.naive import _months, _working

BEGINS = date(2024, 1, 1)
WEEK = timedelta(weeks=1)
LOCAL = Book(
    own=(
        Limit("core-group.later", 6, "weeks", date(2020, 1, 1), "ours", "L"),
        Limit("need.review", 12, "weeks", date(2020, 1, 1), "ours", "L"),
    ),
    need=((date(2020, 1, 1), None),),
)
Line = tuple[date, date | None, str]


def days_after(draw: st.DrawFn, day: date, most: int, gap: int) -> list[date]:
    found = []
    for _ in range(draw(st.integers(0, most))):
        day += timedelta(days=draw(st.integers(1, gap)))
        found.append(day)
    return found


@st.composite
def processes(draw: st.DrawFn) -> tuple[facts.Protection, tuple[Held, ...]]:
    """One process, its conferences and core groups, none after its end."""
    opened = BEGINS + timedelta(days=draw(st.integers(0, 200)))
    decided = opened + timedelta(days=draw(st.integers(0, 40)))
    moved_here = draw(st.booleans())
    what = draw(st.sampled_from(["open", "closed", "plan", "plan", "plan"]))
    if what != "plan":
        closed = decided if what == "closed" else None
        return facts.Protection(1, opened, moved_here, closed_on=closed), ()
    ended = decided + timedelta(days=draw(st.integers(1, 900))) if draw(st.booleans()) else None
    kind = Kind.CONFERENCE_TRANSFER if moved_here else Kind.CONFERENCE_INITIAL
    held = [Held(kind, decided, decided, plan=1)] if draw(st.booleans()) else []
    held += [Held(Kind.CONFERENCE_REVIEW, day, day, plan=1) for day in days_after(draw, decided, 4, 220)]
    held += [Held(Kind.CORE_GROUP, day, day, plan=1) for day in days_after(draw, decided, 6, 60)]
    standing = sorted((h for h in held if ended is None or h.first_on <= ended), key=lambda h: h.first_on)
    return facts.Protection(1, opened, moved_here, started=decided, ended=ended), tuple(standing)


@settings(deadline=None, max_examples=200)
@given(processes(), st.integers(0, 1200))
def test_a_child_protection_process(
    process_and_held: tuple[facts.Protection, tuple[Held, ...]], after: int
) -> None:
    process, held = process_and_held
    on = BEGINS + timedelta(days=after)
    life = facts.Life(protections=(process,), held=held)

    found = [
        (o.claim.last_day, o.met_by and o.met_by.first_on, o.kept.value) for o in obligations(life, on, LOCAL)
    ]

    assert sorted(found, key=str) == sorted(_of_process(process, held, on), key=str)


def _of_process(process: facts.Protection, held: tuple[Held, ...], on: date) -> list[Line]:
    if process.opened_on > on or process.closed_on == process.opened_on:
        return []  # opened and closed on one day: nothing came to be due
    conference = [process.started] if process.started and process.started <= on else []
    told = _walk(_working(process.opened_on, 15), conference, lambda day: None, process.closed_on, on)
    if not conference:
        return told
    reviews = [h.first_on for h in held if h.kind is Kind.CONFERENCE_REVIEW and h.first_on <= on]
    groups = [h.first_on for h in held if h.kind is Kind.CORE_GROUP and h.first_on <= on]
    started, ended = conference[0], process.ended
    told += _walk(_months(started, 3), reviews, lambda day: _months(day, 6), ended, on)
    return told + _walk(_working(started, 10), groups, lambda day: day + 6 * WEEK, ended, on)


@settings(deadline=None)
@given(st.data(), st.integers(0, 900))
def test_a_plan_of_a_child_in_need(data: st.DataObject, after: int) -> None:
    on = BEGINS + timedelta(days=after)
    made = BEGINS + timedelta(days=data.draw(st.integers(0, 30)))
    ended = made + timedelta(days=data.draw(st.integers(1, 500))) if data.draw(st.booleans()) else None
    days = [day for day in days_after(data.draw, made, 5, 120) if ended is None or day <= ended]
    need = facts.Need(1, BEGINS, made, ended)
    life = facts.Life(needs=(need,), held=tuple(Held(Kind.NEED, day, day, plan=1) for day in days))

    found = [
        (o.claim.last_day, o.met_by and o.met_by.first_on, o.kept.value) for o in obligations(life, on, LOCAL)
    ]

    plan = [made] if made <= on else []
    told = _walk(_working(BEGINS, 10), plan, lambda day: None, ended, on)
    if plan:
        seen = [day for day in days if day <= on]
        told += _walk(made + 12 * WEEK, seen, lambda day: day + 12 * WEEK, ended, on)
    assert sorted(found, key=str) == sorted(told, key=str)


def _walk(due: date | None, held: list[date], following, ended: date | None, on: date) -> list[Line]:
    """Each held day against the day due; then what still waits, or was overtaken by the end."""
    told: list[Line] = []
    for day in held:
        told.append((due, day, "in_time" if day <= due else "late"))
        due = following(day)
        if due is None or (ended is not None and ended <= day):
            return told
    if ended is not None and ended <= on:
        told.append((due, None, "not_required" if ended <= due else "overdue"))
    else:
        told.append((due, None, "open" if on <= due else "overdue"))
    return told
