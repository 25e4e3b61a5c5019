"""What chance does with small numbers, held against the worked examples of its source."""

from __future__ import annotations

import pytest

from holdfast.reports.prompts.chance import counts_could_be_chance, shares_could_be_chance, wilson


@pytest.mark.parametrize(
    ("n", "of", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_of_a_share_is_wilsons(n, of, low, high):
    assert wilson(n, of) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@pytest.mark.parametrize(
    ("now", "before", "chance"),
    # Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10: the interval holds nought, or not
    [
        ((56, 70), (48, 80), False),  # 0.0524 to 0.3339
        ((9, 10), (3, 10), False),  # 0.1705 to 0.8090
        ((10, 10), (0, 10), False),  # 0.6075 to 1.0000
        ((5, 56), (0, 29), True),  # -0.0381 to 0.1926
        ((0, 10), (0, 10), True),
        ((94, 120), (98, 121), True),
    ],
)
def test_two_shares(now, before, chance):
    assert shares_could_be_chance(now, before) is chance
    assert shares_could_be_chance(before, now) is chance


@pytest.mark.parametrize(
    ("now", "before", "chance"), [(0, 0, True), (5, 5, True), (204, 191, True), (3, 9, True), (40, 90, False)]
)
def test_two_counts(now, before, chance):
    assert counts_could_be_chance(now, before) is chance
