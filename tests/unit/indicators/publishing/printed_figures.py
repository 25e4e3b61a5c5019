"""Figures of random authorities, counted by the oracle: quick, and by other code than the product's."""

from __future__ import annotations

from random import Random

from holdfast.indicators.figure import Figure
from tests.spec.indicators import counting, histories_work

YEAR_ENDING = 2018


def random_figures(seed: int, children: int, year_ending: int = YEAR_ENDING) -> list[Figure]:
    """The figures of a year of a random service with so many children."""
    tables = histories_work.service(Random(seed), children, year_ending)
    counted = counting.by_oracle(tables, year_ending)
    return [Figure(*place, n, of, value) for place, (n, of, value) in counted.items()]


def some_tables(figures: list[Figure], chance: Random, share: float) -> list[Figure]:
    """The figures of some of the tables, as a paper prints them."""
    tables = sorted({figure.table for figure in figures})
    chosen = {table for table in tables if chance.random() < share}
    return [figure for figure in figures if figure.table in chosen]
