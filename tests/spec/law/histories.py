"""Random lives of children in care: moves, orders, adoptive placements, reviews, series, early reviews."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from holdfast.domain.care_history import Episode
from holdfast.domain.tracks import facts
from holdfast.domain.tracks.facts import Kind

BEGINS = date(2023, 1, 2)
LAST = date(2026, 12, 31)
DAYS = st.dates(BEGINS, LAST)
STATUSES = st.sampled_from(["C1", "C2", "C2", "V2", "E1", "J1"])
PLACES = st.sampled_from(["U6", "U6", "U4", "U5", "K2", "P1", "A5", "A6", "A6", "T1"])


@st.composite
def episodes(draw: st.DrawFn) -> tuple[Episode, ...]:
    """One or two periods of care without gaps inside."""
    found: list[Episode] = []
    day = draw(st.dates(BEGINS, date(2024, 12, 31)))
    for _ in range(draw(st.integers(1, 2))):
        number = draw(st.integers(1, 5))
        for place in range(number):
            last = place == number - 1
            stays = last and draw(st.booleans())
            until = None if stays else day + timedelta(days=draw(st.integers(1, 300)))
            found.append(
                Episode(
                    started=day,
                    ended=until,
                    reason_started="S" if place == 0 else draw(st.sampled_from("LPBTU")),
                    legal_status=draw(STATUSES),
                    place=draw(PLACES),
                    reason_ended=None if stays else "E4A" if last else "X1",
                    line=len(found),
                )
            )
            if until is None:
                return tuple(found)
            day = until
        day += timedelta(days=draw(st.integers(0, 60)))
    return tuple(found)


@st.composite
def held(draw: st.DrawFn) -> tuple[facts.Held, ...]:
    """Reviews one after the other, some of them series, the last perhaps under way."""
    found: list[facts.Held] = []
    day = draw(st.dates(BEGINS, date(2025, 6, 30)))
    for _ in range(draw(st.integers(0, 8))):
        final = day + timedelta(days=draw(st.sampled_from([0, 0, 0, 7, 28, 40])))
        found.append(facts.Held(Kind.CARE, day, final, draw(st.booleans()), key=len(found) + 1))
        day = final + timedelta(days=draw(st.integers(1, 220)))
    if found and draw(st.integers(0, 3)) == 0:
        found[-1] = facts.Held(Kind.CARE, found[-1].first_on, None, key=found[-1].key)
    return tuple(found)


@st.composite
def lives(draw: st.DrawFn) -> facts.Life:
    """A life of a child in care."""
    markers = st.sampled_from([facts.Marker.ADOPTION_AUTHORISED, facts.Marker.ADOPTION_NO_LONGER_PLANNED])
    asked = draw(st.lists(st.tuples(DAYS, st.integers(0, 40)), max_size=2))
    return facts.Life(
        born=date(2020, 5, 1),
        episodes=draw(episodes()),
        held=draw(held()),
        milestones=tuple(draw(st.lists(st.builds(facts.Milestone, markers, DAYS), max_size=3))),
        early=tuple(facts.Early(day, day + timedelta(days=by), "") for day, by in asked),
    )
