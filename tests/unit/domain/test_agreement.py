"""Two raters' agreement, against scikit-learn."""

import random
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.domain.agreement import SMALL, Weights, agreement

SCALE = ("outstanding", "good", "requires_improvement", "inadequate")
THEIRS = {Weights.NONE: None, Weights.LINEAR: "linear", Weights.QUADRATIC: "quadratic"}
PAIRS = st.lists(st.tuples(st.sampled_from(SCALE), st.sampled_from(SCALE)), min_size=2, max_size=60)


@pytest.mark.parametrize("weights", list(Weights))
@pytest.mark.parametrize("seed", range(20))
def test_it_agrees_with_scikit_learn_to_six_places(weights, seed):
    chance = random.Random(seed)
    first = chance.choices(SCALE, weights=[1, 6, 3, 1], k=chance.randint(5, 400))
    second = [one if chance.random() < 0.6 else chance.choice(SCALE) for one in first]
    ours = agreement(zip(first, second, strict=True), SCALE, weights).kappa.value
    theirs = _kappa_by_scikit_learn(first, second, labels=list(SCALE), weights=THEIRS[weights])
    assert ours == pytest.approx(theirs, abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(PAIRS, st.sampled_from(list(Weights)))
def test_it_agrees_on_any_ratings_that_have_a_kappa(pairs, weights):
    ours = agreement(pairs, SCALE, weights)
    firsts, seconds = zip(*pairs, strict=True)
    assert ours.pairs == len(pairs)
    if ours.kappa.value is None:
        assert len({*firsts, *seconds}) == 1
    else:
        theirs = _kappa_by_scikit_learn(firsts, seconds, labels=list(SCALE), weights=THEIRS[weights])
        assert ours.kappa.value == pytest.approx(theirs, abs=1e-6)


@settings(deadline=None)
@given(PAIRS)
def test_who_is_called_the_first_rater_does_not_matter(pairs):
    swapped = [(other, one) for one, other in pairs]
    assert agreement(pairs, SCALE).same == agreement(swapped, SCALE).same
    assert agreement(pairs, SCALE).kappa.value == pytest.approx(agreement(swapped, SCALE).kappa.value)


def test_the_percentage_comes_with_what_it_is_of():
    found = agreement([("good", "good"), ("good", "inadequate"), ("good", "good")], SCALE)
    assert (found.same, found.pairs, found.percentage) == (2, 3, Decimal("66.7"))
    assert found.is_small
    assert not agreement([("good", "good")] * SMALL, SCALE).is_small


def test_a_disagreement_by_one_grade_weighs_less_than_one_by_three():
    same = [(grade, grade) for grade in SCALE] * 5
    near, far = [*same, ("outstanding", "good")], [*same, ("outstanding", "inadequate")]
    assert agreement(near, SCALE).kappa.value > agreement(far, SCALE).kappa.value
    assert agreement(near, SCALE).percentage == agreement(far, SCALE).percentage


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        ([], "Nothing has been rated"),
        ([("good", "good")], "One rating"),
        ([("good", "inadequate")], "One rating"),
        ([("good", "good")] * 9, "one and the same grade"),
    ],
)
@pytest.mark.parametrize("weights", list(Weights))
def test_where_there_is_no_kappa_it_says_why(pairs, says, weights):
    kappa = agreement(pairs, SCALE, weights).kappa
    assert kappa.value is None
    assert says in kappa.why


def test_nothing_rated_has_no_percentage():
    assert agreement([], SCALE).percentage is None


def test_each_always_another_grade_is_no_better_than_chance():
    assert agreement([("good", "inadequate")] * 5, SCALE).kappa.value == 0


def test_a_grade_that_is_not_on_the_scale_is_refused():
    with pytest.raises(ValueError, match="splendid: not on the scale"):
        agreement([("good", "splendid")], SCALE)
    with pytest.raises(ValueError, match="once"):
        agreement([], ("good", "good"))


def _kappa_by_scikit_learn(*pairs: Any, **how: Any) -> float:
    from sklearn.metrics import cohen_kappa_score  # takes seconds to import: only where it is asked

    return float(cohen_kappa_score(*pairs, **how))
