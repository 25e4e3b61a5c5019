"""Every case of the catalogue, counted by hand, by the oracle and by the engine."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

import pytest

from tests.spec.indicators import cases, counting
from tests.spec.indicators.text_tables import Case

CASES = [
    pytest.param(case, id=f"{module.name}: {case.name}")
    for module in pkgutil.iter_modules(cases.__path__)
    for case in importlib.import_module(f"{cases.__name__}.{module.name}").CASES
]


def check(case: Case, count: Callable[..., counting.Answer]) -> None:
    only = tuple(sorted({table for table, _ in case.figures()}))
    answer = count(case.tables(), case.year_ending, only)
    for (table, period), written in case.figures().items():
        found = {group: cell for (t, group, p), cell in answer.items() if (t, p) == (table, period)}
        assert found, f"{table} has no figures for {period}"
        shown = {group: cell for group, cell in found.items() if cell[0] or group in written}
        assert shown == written, f"{table}, {period}: {case.why}"


@pytest.mark.parametrize("case", CASES)
def test_the_oracle_agrees_with_the_count_by_hand(case: Case) -> None:
    check(case, counting.by_oracle)


@pytest.mark.parametrize("case", CASES)
def test_the_engine_agrees_with_the_count_by_hand(case: Case) -> None:
    check(case, counting.by_engine)
