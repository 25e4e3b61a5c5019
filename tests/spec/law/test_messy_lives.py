"""Records may contradict each other; the law then still gives an answer, and the same one twice."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain.care_history import Episode
from holdfast.domain.limits import Book, Limit
from holdfast.domain.tracks import facts
from holdfast.domain.tracks.claim import Kept
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.history import obligations
from holdfast.domain.tracks.outlook import outlook

DAYS = st.dates(date(2015, 1, 1), date(2026, 12, 31))
SOME = st.none() | DAYS
LOCAL = ("need.review", "core-group.later", "review.local-under-5", "review.local-placement-order-later")
BOOKS = st.builds(
    lambda names, need: Book(
        own=tuple(Limit(name, 6, "weeks", date(2016, 1, 1), "ours", "L") for name in names),
        need=tuple(need),
    ),
    st.lists(st.sampled_from(LOCAL), unique=True),
    st.lists(st.tuples(DAYS, SOME), max_size=2),
)
EPISODES = st.builds(
    Episode,
    started=DAYS,
    ended=SOME,
    reason_started=st.sampled_from(["S", "L", "P", "B", None]),
    legal_status=st.sampled_from(["C1", "E1", "V2", "V3", "V3", "V4", "J1", None]),
    place=st.sampled_from(["U4", "U6", "A6", "T1", "K2", None]),
    reason_ended=st.sampled_from(["X1", "E4A", None]),
    line=st.integers(0, 9),
)


def _held(kind: Kind, first: date, days: int | None, meeting: bool, plan: int | None) -> facts.Held:
    final = None if days is None else first + timedelta(days=days)
    return facts.Held(kind, first, final, meeting, plan)


HELD = st.builds(
    _held,
    st.sampled_from(list(Kind)),
    DAYS,
    st.none() | st.integers(0, 60),
    st.booleans(),
    st.sampled_from([None, 1, 2]),
)
LIVES = st.builds(
    facts.Life,
    born=SOME,
    episodes=st.lists(EPISODES, max_size=6).map(tuple),
    held=st.lists(HELD, max_size=10).map(lambda held: tuple(sorted(held, key=lambda one: one.first_on))),
    milestones=st.lists(
        st.builds(facts.Milestone, st.sampled_from(list(facts.Marker)), DAYS), max_size=3
    ).map(tuple),
    protections=st.lists(
        st.builds(
            facts.Protection,
            plan=st.sampled_from([1, 2]),
            opened_on=DAYS,
            transfer_in=st.booleans(),
            unborn=st.booleans(),
            closed_on=SOME,
            started=SOME,
            ended=SOME,
        ),
        max_size=2,
    ).map(tuple),
    needs=st.lists(
        st.builds(facts.Need, plan=st.sampled_from([1, 2]), agreed_on=DAYS, made_on=SOME, ended=SOME),
        max_size=2,
    ).map(tuple),
    early=st.lists(st.builds(facts.Early, DAYS, DAYS, st.just("")), max_size=2).map(tuple),
)


@settings(deadline=None, max_examples=300)
@given(LIVES, DAYS, BOOKS)
def test_whatever_is_recorded_there_is_an_answer(life: facts.Life, on: date, book: Book) -> None:
    claims = outlook(life, on, book).claims
    found = obligations(life, on, book)

    days = [claim.last_day for claim in claims if claim.last_day]
    assert days == sorted(days)
    assert all(claim.last_day is None for claim in claims[len(days) :])
    assert found == obligations(life, on, book)
    for one in found:
        assert one.claim.last_day is not None
        held = one.met_by is not None
        assert held or one.kept in (Kept.OPEN, Kept.OVERDUE, Kept.NOT_REQUIRED)
        assert not held or one.met_by.first_on <= on
        assert one.kept is not Kept.OPEN or on <= one.claim.last_day
