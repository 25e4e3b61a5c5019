"""Nobody who reads everything published can work out what is hidden, not even with a solver."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Measure
from holdfast.indicators.publishing.certificate import check
from holdfast.indicators.publishing.protection import FEW, Protected, protect
from holdfast.indicators.registry import measure_of
from tests.unit.indicators.publishing import attacker
from tests.unit.indicators.publishing.attacker import Cell, Printed
from tests.unit.indicators.publishing.printed_figures import random_figures, some_tables

AUTHORITIES = 200
THRESHOLD = 5
BASED = (Measure.SHARE, Measure.MEAN, Measure.MEDIAN, Measure.LONGEST)


def as_printed(figures: list[Figure], shield: Protected) -> list[Printed]:
    """What stands on the page, as a reader takes it down."""
    printed = []
    why = {line.figure: line.why for line in shield.hidden}
    for figure in figures:
        measure = measure_of(figure)
        if measure is Measure.FTE or (measure in BASED[1:] and figure.group != "sdq_average"):
            continue
        shown = shield.shown(figure)
        if why.get(figure) == FEW:
            continue  # its value is not for the public; how many it is of is printed beside
        base = shown.denominator if measure in BASED else None
        printed.append(
            Printed(
                figure.table,
                figure.group,
                figure.period,
                shown.numerator,
                int(base) if base is not None else None,
                measure in BASED,
            )
        )
    return printed


def truth(figures: list[Figure]) -> dict[Cell, int]:
    found: dict[Cell, int] = {}
    for figure in figures:
        found[figure.table, figure.group, figure.period, "n"] = figure.numerator
        if isinstance(figure.denominator, int):
            found[figure.table, figure.group, figure.period, "of"] = figure.denominator
    return found


def attacked(figures: list[Figure], shield: Protected) -> list[tuple[Cell, int, tuple[int, int]]]:
    return attacker.narrowed(attacker.read(as_printed(figures, shield)), truth(figures), THRESHOLD)


@pytest.mark.parametrize("first", range(0, AUTHORITIES, 20))
def test_nothing_is_recovered_of_a_random_authority(first: int) -> None:
    for seed in range(first, first + 20):
        chance = Random(seed)
        figures = random_figures(seed, chance.randint(4, 45))
        figures = some_tables(figures, chance, chance.choice((0.2, 0.35, 0.5)))
        shield = protect(figures, threshold=THRESHOLD)
        check(shield.proof)
        assert attacked(figures, shield) == [], seed


def test_without_hiding_more_than_small_numbers_they_are_recovered() -> None:
    """The same attack on a page where only the small numbers themselves are hidden."""
    figures = random_figures(3, 45)
    shield = protect(figures, threshold=THRESHOLD)
    small = frozenset(q for q in shield.proof.hidden if shield.proof.system.values[q] <= THRESHOLD)
    alone = Protected(figures, [], replace(shield.proof, hidden=small), THRESHOLD)
    told = attacked(figures, alone)
    assert len([cell for cell, true, _ in told if true <= THRESHOLD]) > 20
    assert any(low == high == true for _, true, (low, high) in told)


def test_what_the_attack_says_holds_of_the_truth() -> None:
    """An attacker who believes what is not so would find out nothing, and prove nothing."""
    for seed in range(30, 36):
        figures = random_figures(seed, 40)
        everything = [
            Printed(f.table, f.group, f.period, f.numerator, f.denominator, isinstance(f.denominator, int))
            for f in figures
            if measure_of(f) is not Measure.FTE and measure_of(f) not in (Measure.PER_10000, Measure.PER_FTE)
        ]
        model = attacker.read(everything)
        assert len(model.rows) > 1000
        for row, least, most in model.rows:
            assert least <= sum(times * model.known[cell] for cell, times in row.items()) <= most, row
