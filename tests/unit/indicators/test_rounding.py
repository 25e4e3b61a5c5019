import pytest

from holdfast.indicators.rounding import half_up, mean, per_10000, percentage


@pytest.mark.parametrize(
    ("numerator", "denominator", "printed"),
    [(35, 204, 17.2), (1, 8, 12.5), (1, 16, 6.3), (3, 16, 18.8), (86, 141, 61.0), (0, 5, 0.0), (5, 5, 100.0)],
)
def test_percentage_rounds_half_up_to_one_decimal(numerator, denominator, printed):
    assert percentage(numerator, denominator) == printed


def test_percentage_of_nothing_is_nothing():
    assert percentage(0, 0) is None


def test_mean_has_two_decimals():
    assert mean(1675, 104) == 16.11
    assert mean(1, 8) == 0.13


def test_mean_of_nothing_is_nothing():
    assert mean(0, 0) is None


def test_per_10000_without_a_population_is_nothing():
    assert per_10000(204, 0) is None


def test_half_up_is_not_moved_by_binary_fractions():
    from fractions import Fraction

    assert half_up(Fraction(1005, 1000), 2) == 1.01
