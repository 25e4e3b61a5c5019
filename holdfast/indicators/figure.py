"""One figure, as every face of the product shows it."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """A number with what it was counted from.

    ``numerator`` is always a count (for a mean: how many values; for full-time equivalents: how many posts).
    ``denominator`` is None for a plain count, and full-time equivalents to two decimals where a count is divided by
    those.
    ``value`` is rounded as printed (percentage, mean, or the count itself) and None where there is nothing to
    divide by: it prints as a dash, never as 0 %.
    """

    table: str
    group: str
    period: str
    numerator: int
    denominator: int | float | None
    value: float | int | None

    def as_dict(self) -> dict[str, str | int | float | None]:
        return asdict(self)


@dataclass(frozen=True)
class Answered:
    """How many of those asked gave the answer a group is made of; printed beside its table."""

    table: str
    group: str
    period: str
    answered: int
    asked: int
