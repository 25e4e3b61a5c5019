"""The engine and the oracle, counted apart, agree on every cell of every table, group and period."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from tests.spec.indicators import counting, histories, histories_work

FIFTEEN = (
    *("children_in_care", "sex", "ethnicity", "age", "time_in_care", "legal_status", "placement_type"),
    *("placement_moves", "long_term_stability", "participation", "health_education", "leaving_care"),
    *("care_leavers", "unplanned_moves", "uasc"),
)
NINE = (
    *("caseload", "protection_plans", "meetings", "timeliness", "seen_before_review"),
    *("iro_continuity", "records_in_time", "midway", "child_chaired"),
    "out_of_area",
)
JUDGED = (
    *("legal_status_appropriate", "placement_suitable", "monitor_completion", "disputes", "issues"),
    *("corporate_parenting", "care_plan_quality", "conference_audit", "steps"),
)
DISTRIBUTIONS = ("sex", "ethnicity", "age", "time_in_care", "legal_status", "placement_type", "leaving_care")


def assert_agree(tables: dict[str, list[dict[str, Any]]], year_ending: int) -> None:
    oracle = counting.by_oracle(tables, year_ending)
    figures = counting.engine_figures(tables, year_ending)
    product = counting.as_answer([figure for figure in figures if figure.table in (*FIFTEEN, *NINE, *JUDGED)])
    differ = {
        cell: {"engine": product.get(cell), "oracle": oracle.get(cell)}
        for cell in sorted({*product, *oracle})
        if product.get(cell) != oracle.get(cell)
    }
    assert differ == {}


@pytest.mark.parametrize(("seed", "year_ending"), [(1, 2016), (2, 2018), (3, 2019)])
def test_a_random_authority_is_counted_alike(seed: int, year_ending: int) -> None:
    assert_agree(histories.authority(Random(seed), 400, year_ending), year_ending)


@pytest.mark.parametrize(("seed", "year_ending"), [(11, 2016), (12, 2017), (13, 2019), (14, 2025)])
def test_the_work_of_a_random_service_is_counted_alike(seed: int, year_ending: int) -> None:
    tables = histories_work.service(Random(seed), 60, year_ending)
    assert_agree(tables, year_ending)
    assert {figure.table for figure in counting.engine_figures(tables, year_ending) if figure.numerator} >= {
        *NINE,
        *JUDGED,
    }


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
    tables = histories_work.service(Random(4), 20, 2019) | {
        "population": [{"year_ending": 2019, "aged_0_17": 1000}]
    }
    ordered: dict[str, list[str]] = {}
    for table, group, period in counting.by_oracle(tables, 2019):
        if period in ("2018/19", "2018-04"):
            ordered.setdefault(table, []).append(group)
    printed: dict[str, list[str]] = {}
    for figure in counting.engine_figures(tables, 2019):
        if figure.period in ("2018/19", "2018-04") and figure.table in (*FIFTEEN, *NINE, *JUDGED):
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


def test_the_rows_behind_each_number_of_the_work_are_as_many_as_it_says() -> None:
    tables = histories_work.service(Random(6), 12, 2018)
    sources, year = counting.sources(tables), ReportingYear(2018)
    seen: set[tuple[str, str]] = set()
    for figure in engine.figures(sources, year, (*NINE, *JUDGED)):
        place = (figure.table, figure.group, figure.period)
        # of each number the year and one quarter or month that has any; of those that are nought one of a table
        alike = (figure.table, "nought" if not figure.numerator else figure.group)
        if alike in seen and (not figure.numerator or figure.period != year.whole.name):
            continue
        if not figure.numerator or figure.period != year.whole.name:
            seen.add(alike)
        assert len(engine.rows(sources, year, *place)) == figure.numerator, place
        if isinstance(figure.denominator, int):
            assert len(engine.rows(sources, year, *place, base=True)) == figure.denominator, place


def test_the_base_of_an_average_is_the_posts() -> None:
    held = {"role": "iro", "hundredths": 50, "started": date(2016, 1, 1), "ended": None}
    tables = histories_work.service(Random(7), 12, 2018)
    tables["posts"] = [{"worker": worker, **held} for worker in histories_work.WORKERS]
    sources, year = counting.sources(tables), ReportingYear(2018)
    for table, group in (("caseload", "average"), ("meetings", "per_fte")):
        posts = engine.rows(sources, year, table, group, base=True)
        assert [(row["child"], row["worker"]) for row in posts] == [(None, w) for w in histories_work.WORKERS]


def test_a_return_is_not_asked_what_it_does_not_hold() -> None:
    returns = counting.sources(histories.authority(Random(8), 5, 2018))
    asked = {figure.table for figure in engine.figures(returns, ReportingYear(2018))}
    assert asked == set(FIFTEEN)
    for table in NINE:
        with pytest.raises(KeyError, match=f"A return does not hold what “{table}” is counted from"):
            engine.figures(returns, ReportingYear(2018), [table])
