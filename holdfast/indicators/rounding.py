"""Rounding at print: half up, on whole numbers, so that no binary fraction decides a figure."""

from __future__ import annotations

from fractions import Fraction


def half_up(number: Fraction, places: int) -> float:
    """Round to ``places`` decimals, halves away from zero upwards: 2.25 to one place is 2.3."""
    scale = 10**places
    whole = (number * scale + Fraction(1, 2)).__floor__()
    return whole / scale


def percentage(numerator: int, denominator: int) -> float | None:
    """Per cent to one decimal; None (printed as a dash) where there is nothing to divide by."""
    return half_up(Fraction(100 * numerator, denominator), 1) if denominator else None


def per_10000(numerator: int, population: int) -> float | None:
    """Per 10,000 of a population, to one decimal."""
    return half_up(Fraction(10_000 * numerator, population), 1) if population else None


def mean(total: int, count: int, places: int = 2) -> float | None:
    """A mean of whole numbers, to two decimals unless told otherwise."""
    return half_up(Fraction(total, count), places) if count else None


def full_posts(hundredth_days: int, days: int) -> Fraction:
    """Full-time equivalents over so many days, from hundredths of a post times the days each was held."""
    return Fraction(hundredth_days, 100 * days)


def per_fte(number: int, posts: Fraction) -> float | None:
    """Per full-time equivalent, to one decimal."""
    return half_up(Fraction(number) / posts, 1) if posts else None


def in_percent(number: object) -> str:
    """A share as it is written everywhere, on screen, in files and in sentences: “75.6%”, without a space."""
    return f"{number}%"
