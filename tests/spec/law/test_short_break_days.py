"""The days of short breaks, against a count that looks at every single day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain.care_history import Episode
from holdfast.domain.limits import NATIONAL
from holdfast.domain.tracks import break_days
from holdfast.domain.tracks.break_days import Stay
from tests.spec.law.naive import _months

ONE = timedelta(days=1)
BEGINS = date(2024, 1, 1)


@st.composite
def breaks(draw: st.DrawFn) -> tuple[Episode, ...]:
    """Breaks one after the other, some back to back, the last perhaps going on."""
    found: list[Episode] = []
    day = BEGINS + timedelta(days=draw(st.integers(0, 60)))
    for _ in range(draw(st.integers(1, 12))):
        ended = day + timedelta(days=draw(st.integers(0, 22)))
        found.append(Episode(day, ended, "S", "V3", "U6", line=len(found)))
        day = ended + timedelta(days=draw(st.integers(0, 60)))
    if draw(st.booleans()):
        last = found[-1]
        found[-1] = Episode(last.started, None, "S", "V3", "U6", line=last.line)
    return tuple(found)


def days_there(episodes: tuple[Episode, ...], until: date) -> list[date]:
    """Every day at whose end the child was there; a break of one day counts as one."""
    there: set[date] = set()
    for stay in break_days.stays(episodes):
        day = stay.started
        there.add(day)
        while day <= until and (stay.ended is None or day < stay.ended):
            there.add(day)
            day += ONE
    return sorted(day for day in there if day <= until)


@settings(deadline=None)
@given(breaks(), st.integers(0, 900))
def test_the_days_of_twelve_months(episodes: tuple[Episode, ...], after: int) -> None:
    on = BEGINS + timedelta(days=after)
    year_before = _months(on, -12)

    counted = [day for day in days_there(episodes, on) if day > year_before]

    assert break_days.counted(episodes, on, NATIONAL) == len(counted)


@settings(deadline=None, max_examples=50)
@given(breaks(), st.integers(0, 900))
def test_the_day_a_break_passes_a_limit(episodes: tuple[Episode, ...], after: int) -> None:
    on = BEGINS + timedelta(days=after)
    for stay in break_days.stays(episodes):
        if stay.started <= on:
            assert break_days.passed_on(stay, episodes, on, NATIONAL) == _passed(stay, episodes, on)


def _passed(stay: Stay, episodes: tuple[Episode, ...], on: date) -> date | None:
    last = on if stay.ended is None else min(on, max(stay.ended - ONE, stay.started))
    day = stay.started
    while day <= last:
        in_a_year = [one for one in days_there(episodes, day) if one > _months(day, -12)]
        if (day - stay.started).days + 1 > 17 or len(in_a_year) > 75:
            return day
        day += ONE
    return None
