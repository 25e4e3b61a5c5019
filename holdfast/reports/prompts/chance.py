"""Whether a difference between two years lies within what chance does with numbers so small.

Two shares: Newcombe's interval for the difference of two independent proportions, made of two Wilson intervals (RG
Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998),
873-890, method 10). Two counts: given their sum, the later is binomial with an even chance (J Przyborowski and H
Wilenski, Biometrika 31 (1940), 313-323), judged by its Wilson interval. Both at 95 per cent.
"""

from __future__ import annotations

from math import sqrt

#: the 97.5th percentile of the normal distribution
_Z = 1.959963984540054


def wilson(n: int, of: int) -> tuple[float, float]:
    """The interval in which the share may lie of which ``n`` of ``of`` were seen. ``of`` is at least 1."""
    share, z2 = n / of, _Z * _Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def shares_could_be_chance(now: tuple[int, int], before: tuple[int, int]) -> bool:
    """Whether nought lies in the interval of the difference between two shares, each (n, of). None of them is of 0."""
    (n1, of1), (n2, of2) = now, before
    (low1, high1), (low2, high2) = wilson(n1, of1), wilson(n2, of2)
    share1, share2 = n1 / of1, n2 / of2
    difference = share1 - share2
    low = difference - sqrt((share1 - low1) ** 2 + (high2 - share2) ** 2)
    high = difference + sqrt((high1 - share1) ** 2 + (share2 - low2) ** 2)
    return low <= 0 <= high


def counts_could_be_chance(now: int, before: int) -> bool:
    """Whether two counts may come of one and the same rate."""
    if now + before == 0:
        return True
    low, high = wilson(now, now + before)
    return low <= 0.5 <= high
