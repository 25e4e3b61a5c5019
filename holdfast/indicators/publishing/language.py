"""The words in which it is declared what holds between printed numbers.

A *term* names a number of a table: ``age.under_1`` is a figure's numerator, ``age.under_1/of`` its denominator,
``care_leavers.suitable/asked`` how many were asked. What is said of terms is meant of each period they are printed for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Gap(Enum):
    """What is left over when the right side is taken from the left."""

    NONE = "none"  # both sides are the same number
    COUNT = "count"  # the difference counts somebody or something, so that it must not be small either
    LOOSE = "loose"  # the left side is no smaller; the difference counts nothing


@dataclass(frozen=True)
class Relation:
    """The terms of ``left`` add up to those of ``right``, and the gap."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    gap: Gap = Gap.NONE


@dataclass(frozen=True)
class Declared:
    """What holds between the numbers of some tables.

    ``same``: terms that are one number. ``alike``: terms that nearly always are; where they are, whoever sees one knows
    the other. ``flows``: a year is the sum of its quarters. ``stocks``: a year is its last
    quarter. ``distinct``: each child once in the year, so that a year is at least each quarter and at most their sum.
    ``covering``: a year is at least each quarter. ``growing``: a year is at least the sum of its quarters.
    ``recorded``: shares of what was written down; what is left over of their bases says how often nobody did, and
    nothing of a child.
    """

    same: tuple[tuple[str, ...], ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    relations: tuple[Relation, ...] = ()
    flows: tuple[str, ...] = ()
    stocks: tuple[str, ...] = ()
    distinct: tuple[str, ...] = ()
    covering: tuple[str, ...] = ()
    growing: tuple[str, ...] = ()
    recorded: tuple[str, ...] = ()

    def __add__(self, other: Declared) -> Declared:
        return Declared(
            self.same + other.same,
            self.alike + other.alike,
            self.relations + other.relations,
            self.flows + other.flows,
            self.stocks + other.stocks,
            self.distinct + other.distinct,
            self.covering + other.covering,
            self.growing + other.growing,
            self.recorded + other.recorded,
        )


def adds_up(whole: str, *parts: str) -> Relation:
    """A number is the sum of others."""
    return Relation((whole,), parts)


def part_of(part: str | tuple[str, ...], whole: str | tuple[str, ...]) -> Relation:
    """What is counted in one number (or sum) is counted in the other; who is left over is a count too."""
    return Relation(_terms(whole), _terms(part), Gap.COUNT)


def at_most(less: str | tuple[str, ...], more: str | tuple[str, ...]) -> Relation:
    """One number (or sum) is never greater than the other."""
    return Relation(_terms(more), _terms(less), Gap.LOOSE)


def _terms(given: str | tuple[str, ...]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else given
