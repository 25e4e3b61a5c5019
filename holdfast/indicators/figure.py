"""One figure, as every face of the product shows it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Figure:
    """A number with what it was counted from.

    ``numerator`` is always a count (for a mean: how many values; for full-time equivalents: how many posts).
    ``denominator`` is None for a plain count, and full-time equivalents to two decimals where a count is divided by
    those.
    ``value`` is rounded as printed (percentage, mean, or the count itself) and None where there is nothing to
    divide by: it prints as a dash, never as 0%.
    """

    table: str
    group: str
    period: str
    numerator: int
    denominator: int | float | None
    value: float | int | None

    hidden: ClassVar[bool] = False

    def as_dict(self) -> dict[str, str | int | float | None]:
        return asdict(self)


@dataclass(frozen=True)
class HiddenFigure:
    """A figure that is not shown, because somebody could be told from it: it prints as ``c``.

    It holds no number that is hidden, so that none can slip out: ``numerator`` and ``value`` are always None, and
    ``denominator`` is the base only where the base itself is shown.
    """

    table: str
    group: str
    period: str
    denominator: int | float | None = None
    numerator: None = None
    value: None = None

    hidden: ClassVar[bool] = True

    def as_dict(self) -> dict[str, str | int | float | None]:
        return asdict(self) | {"value": "c"}


#: a figure as the public sees it
Shown = Figure | HiddenFigure


@dataclass(frozen=True)
class Answered:
    """How many of those asked gave the answer a group is made of; printed beside its table. None is hidden."""

    table: str
    group: str
    period: str
    answered: int | None
    asked: int | None
