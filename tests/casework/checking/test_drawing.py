"""The draw of peer audits: the same sample from the same seed, nobody their own, the load spread."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.casework.checking.drawing import Candidate, draw

OFFICERS = st.integers(2, 6)
SEEDS = st.integers(0, 10_000)


def candidates(officers: int, each: int) -> list[Candidate]:
    return [
        Candidate(officer, officer * 100 + nth, officer * 1000 + nth)
        for officer in range(1, officers + 1)
        for nth in range(each)
    ]


@settings(deadline=None)
@given(OFFICERS, st.integers(1, 6), st.integers(1, 4), SEEDS, SEEDS)
def test_the_same_seed_draws_the_same_in_any_order(officers, each, per_officer, seed, shuffled):
    given_ = candidates(officers, each)
    raters = list(range(1, officers + 1))
    first = draw(given_, per_officer, raters, set(), {}, seed)
    chance = random.Random(shuffled)
    chance.shuffle(given_)
    chance.shuffle(raters)
    assert draw(given_, per_officer, raters, set(), {}, seed) == first


@settings(deadline=None)
@given(OFFICERS, st.integers(1, 6), st.integers(1, 4), SEEDS)
def test_each_officer_has_so_many_drawn_and_nobody_rates_their_own(officers, each, per_officer, seed):
    found = draw(candidates(officers, each), per_officer, range(1, officers + 1), set(), {}, seed)
    counted = Counter(one.candidate.officer for one in found)
    assert set(counted.values()) == {min(each, per_officer)}
    assert len({one.candidate.review for one in found}) == len(found)
    assert all(one.rater not in (None, one.candidate.officer) for one in found)


@settings(deadline=None)
@given(OFFICERS, st.integers(1, 4), SEEDS)
def test_the_load_is_spread_evenly(officers, per_officer, seed):
    found = draw(candidates(officers, 6), per_officer, range(1, officers + 1), set(), {}, seed)
    load = Counter(one.rater for one in found)
    assert max(load.values()) - min(load[one] for one in range(1, officers + 1)) <= 1


@settings(deadline=None)
@given(
    st.sets(st.tuples(st.integers(1, 4), st.sampled_from([1000, 1001, 2000, 3000, 4000])), max_size=12), SEEDS
)
def test_who_knows_the_child_does_not_rate(barred, seed):
    for one in draw(candidates(4, 2), 2, range(1, 5), barred, {}, seed):
        allowed = (
            set(range(1, 5)) - {one.candidate.officer} - {r for r, c in barred if c == one.candidate.child}
        )
        assert one.rater in allowed if allowed else one.rater is None


@settings(deadline=None)
@given(st.integers(3, 5), SEEDS)
def test_it_is_not_the_same_pair_every_month(officers, seed):
    met: Counter[tuple[int, int]] = Counter()
    for month in range(2 * (officers - 1)):
        found = draw(candidates(officers, 4), 1, range(1, officers + 1), set(), met, seed + month)
        met.update((one.candidate.officer, one.rater) for one in found)
    for officer in range(1, officers + 1):
        assert len({rater for who, rater in met if who == officer}) > 1


def test_another_seed_draws_another_sample():
    drawn = {draw(candidates(3, 6), 2, [1, 2, 3], set(), {}, seed) for seed in range(10)}
    assert len(drawn) > 5


def test_where_nobody_may_rate_it_says_so():
    (one,) = draw([Candidate(1, 100, 1000)], 2, [1], set(), {}, 1)
    assert one.rater is None
