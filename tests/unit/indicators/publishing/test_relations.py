"""What is declared of printed numbers is true, nothing that is always so is left out, and every table is spoken of."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import combinations
from random import Random

import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.engine import Counted
from holdfast.indicators.figure import Figure
from holdfast.indicators.publishing.relations import TABLES
from holdfast.indicators.publishing.system import System, build
from holdfast.indicators.registry import INDICATORS
from tests.spec.indicators import counting, histories_work
from tests.unit.indicators.publishing.printed_figures import YEAR_ENDING, random_figures

#: the random services hold due dates of their own, which no review was held for
OF_ITS_OWN = ("timeliness.held_in_time/of",)


@cache
def authority(seed: int) -> list[Figure]:
    return random_figures(seed, 10 + 7 * seed)


@cache
def counted(seed: int) -> Counted:
    """By the engine, with how many were asked."""
    tables = histories_work.service(Random(seed), 60, YEAR_ENDING)
    return engine.counted(counting.sources(tables), ReportingYear(YEAR_ENDING))


def test_every_table_is_spoken_of() -> None:
    assert set(INDICATORS) == TABLES


@pytest.mark.parametrize("seed", range(30))
def test_what_is_declared_is_true(seed: int) -> None:
    system = build(authority(seed))
    assert len(system.equations) > 300
    assert [said for said in system.untrue if not any(term in said for term in OF_ITS_OWN)] == []


@pytest.mark.parametrize("seed", range(2))
def test_what_is_declared_of_those_asked_is_true(seed: int) -> None:
    found = counted(seed)
    system = build(found.figures, found.answers)
    assert [said for said in system.untrue if not any(term in said for term in OF_ITS_OWN)] == []
    assert any("/asked" in name for name in system.names)


def columns(sets: list[list[Figure]]) -> tuple[dict[str, dict], list[System]]:
    """Term -> (authority, period) -> number."""
    found: dict[str, dict] = defaultdict(dict)
    systems = []
    for nth, figures in enumerate(sets):
        systems.append(build(figures))
        for f in figures:
            found[f"{f.table}.{f.group}"][nth, f.period] = f.numerator
            if isinstance(f.denominator, int):
                found[f"{f.table}.{f.group}/of"][nth, f.period] = f.denominator
    return found, systems


def test_no_two_numbers_are_always_equal_without_being_declared_so() -> None:
    found, systems = columns([authority(seed) for seed in range(30)])
    telling = {
        term: numbers for term, numbers in found.items() if len({n for n in numbers.values() if n > 2}) > 3
    }
    missed = []
    for one, other in combinations(telling, 2):
        common = found[one].keys() & found[other].keys()
        if len(common) < 20 or any(found[one][at] != found[other][at] for at in common):
            continue
        linked = all(
            systems[nth].of(f"{one}|{period}") == systems[nth].of(f"{other}|{period}")
            or _follows(systems[nth], period, one, other)
            for nth, period in common
        )
        if not linked:
            missed.append((one, other))
    assert missed == []


def test_no_number_is_always_the_sum_of_two_others_without_being_declared_so() -> None:
    """Of the totals and bases of all tables, and of what is printed within one table."""
    found, systems = columns([authority(seed) for seed in range(30)])
    places = sorted({at for numbers in found.values() for at in numbers if "Q" in at[1]})
    vectors: dict[tuple, str] = {}
    for term, numbers in found.items():
        if all(at in numbers for at in places) and sum(n > 1 for n in numbers.values()) > 40:
            vectors.setdefault(tuple(numbers[at] for at in places), term)
    missed = []
    for (first, one), (second, other) in combinations(vectors.items(), 2):
        total = vectors.get(tuple(a + b for a, b in zip(first, second, strict=True)))
        if total and not _follows(systems[-1], places[-1][1], total, one, other):
            missed.append((total, one, other))
    assert missed == []


def _follows(system: System, period: str, *terms: str) -> bool:
    """Whether an equation holds all of these."""
    wanted = {system.of(f"{term}|{period}") for term in terms}
    return any(wanted <= {q for q, _ in equation.terms} for equation in system.equations)
