"""How far two raters agree: a percentage with its n/N, and Cohen's kappa, which leaves out what chance alone gives.

Source: J. Cohen, "A coefficient of agreement for nominal scales" (1960) and "Weighted kappa" (1968). On an ordered
scale a disagreement by one grade weighs less than one by three: linearly, or by its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

#: with fewer pairs than this, kappa moves a long way with a single one of them
SMALL = 20


class Weights(StrEnum):
    """What a disagreement by so many grades weighs."""

    NONE = "none"  # any disagreement weighs the same
    LINEAR = "linear"
    QUADRATIC = "quadratic"


_WEIGH: dict[Weights, Callable[[int], int]] = {
    Weights.NONE: lambda apart: int(apart != 0),
    Weights.LINEAR: abs,
    Weights.QUADRATIC: lambda apart: apart * apart,
}


@dataclass(frozen=True)
class Kappa:
    """``value``: 1 is full agreement, 0 what chance would give; None where it cannot be worked out, and ``why``."""

    value: float | None
    why: str = ""


@dataclass(frozen=True)
class Agreement:
    """``same`` of ``pairs`` ratings are the same."""

    same: int
    pairs: int
    kappa: Kappa

    @property
    def percentage(self) -> Decimal | None:
        """One decimal, halves up; None without a pair."""
        if not self.pairs:
            return None
        return (Decimal(100 * self.same) / self.pairs).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def is_small(self) -> bool:
        return self.pairs < SMALL


def agreement(
    pairs: Iterable[tuple[str, str]], scale: Sequence[str], weights: Weights = Weights.LINEAR
) -> Agreement:
    """The agreement of pairs of ratings on one scale, whose order matters where disagreements are weighted.

    Raises ValueError for a rating that is not on the scale, or a scale that names a grade twice. Source: Cohen 1968.
    """
    given = list(pairs)
    if len(set(scale)) != len(scale):
        raise ValueError("A scale names each grade once.")
    unknown = {rating for pair in given for rating in pair} - set(scale)
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: not on the scale {', '.join(scale)}.")
    same = sum(one == other for one, other in given)
    return Agreement(same, len(given), _kappa(given, scale, _WEIGH[weights]))


def _kappa(pairs: Sequence[tuple[str, str]], scale: Sequence[str], weigh: Callable[[int], int]) -> Kappa:
    """1 - the disagreement seen / the disagreement expected if each rater gave their own grades at random."""
    count = len(pairs)
    if count == 0:
        return Kappa(None, "Nothing has been rated by both yet.")
    if count == 1:
        return Kappa(None, "One rating by both is too few to tell agreement from chance.")
    place = {grade: number for number, grade in enumerate(scale)}
    firsts = Counter(place[one] for one, _ in pairs)
    seconds = Counter(place[other] for _, other in pairs)
    expected = sum(weigh(a - b) * n * m for a, n in firsts.items() for b, m in seconds.items())
    if expected == 0:
        return Kappa(
            None, "Both gave one and the same grade every time, so that chance cannot be told apart."
        )
    seen = sum(weigh(place[one] - place[other]) for one, other in pairs)
    return Kappa(1 - seen * count / expected)
