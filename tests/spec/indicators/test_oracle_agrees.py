"""The engine and the oracle, counted apart, agree on every cell of every table, group and period."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from tests.spec.indicators import counting, histories

FIFTEEN = (
    *("children_in_care", "sex", "ethnicity", "age", "time_in_care", "legal_status", "placement_type"),
    *("placement_moves", "long_term_stability", "participation", "health_education", "leaving_care"),
    *("care_leavers", "unplanned_moves", "uasc"),
)
DISTRIBUTIONS = ("sex", "ethnicity", "age", "time_in_care", "legal_status", "placement_type", "leaving_care")


def assert_agree(tables: dict[str, list[dict[str, Any]]], year_ending: int) -> None:
    oracle = counting.by_oracle(tables, year_ending)
    figures = counting.engine_figures(tables, year_ending)
    engine = counting.as_answer([figure for figure in figures if figure.table in FIFTEEN])
    differ = {
        cell: {"engine": engine.get(cell), "oracle": oracle.get(cell)}
        for cell in sorted({*engine, *oracle})
        if engine.get(cell) != oracle.get(cell)
    }
    assert differ == {}


@pytest.mark.parametrize(("seed", "year_ending"), [(1, 2016), (2, 2018), (3, 2019)])
def test_a_random_authority_is_counted_alike(seed: int, year_ending: int) -> None:
    assert_agree(histories.authority(Random(seed), 400, year_ending), year_ending)


@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],  # looking for a smaller one takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(chance=st.randoms(use_true_random=False), number=st.integers(1, 6))
def test_any_history_is_counted_alike(chance: Random, number: int) -> None:
    tables = histories.authority(chance, number, 2018)
    note(str(tables))
    assert_agree(tables, 2018)


def test_groups_come_in_the_order_of_the_definitions() -> None:
    tables = histories.authority(Random(4), 20, 2019) | {
        "population": [{"year_ending": 2019, "aged_0_17": 1000}]
    }
    ordered: dict[str, list[str]] = {}
    for table, group, period in counting.by_oracle(tables, 2019):
        if period == "2018/19":
            ordered.setdefault(table, []).append(group)
    printed: dict[str, list[str]] = {}
    for figure in counting.engine_figures(tables, 2019):
        if figure.period == "2018/19" and figure.table in FIFTEEN:
            printed.setdefault(figure.table, []).append(figure.group)
    assert printed == ordered


def test_the_groups_of_a_distribution_add_up_to_its_base() -> None:
    answer = counting.by_engine(histories.authority(Random(5), 60, 2018), 2018)
    sums: dict[tuple[str, str], int] = {}
    bases: dict[tuple[str, str], set[int | None]] = {}
    for (table, _group, period), (numerator, denominator, _value) in answer.items():
        if table in DISTRIBUTIONS and denominator is not None:
            sums[table, period] = sums.get((table, period), 0) + numerator
            bases.setdefault((table, period), set()).add(denominator)
    assert len(sums) == len(DISTRIBUTIONS) * 5
    assert {key: {total} for key, total in sums.items()} == bases
