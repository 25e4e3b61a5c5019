"""Every printed cell beside ours: equal, or with its reason; and a figure follows the child it counts."""

from __future__ import annotations

import copy
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from holdfast.demo import compare as comparing
from holdfast.demo.authority import Authority
from holdfast.demo.compare import Verdict, closing_count, compare
from holdfast.demo.published import cells, reasons
from holdfast.demo.returns import returns
from holdfast.snapshot import from_ssda903, store

from .conftest import made
from .work_tables import work_tables

EQUAL = 514
CUT = 20
LISTED = 24


def compared(authority: Authority) -> list[comparing.Compared]:
    tables = from_ssda903.tables(returns(authority))
    tables["population"] = store.population(authority.population)
    return compare(store.open(tables | work_tables(authority)))


@cache
def compared_of(seed: int) -> list[comparing.Compared]:
    return compared(made(seed))


def test_the_number_of_equal_cells_for_every_seed(authority) -> None:
    found = Counter(one.verdict for one in compared_of(authority.seed))

    assert found == {Verdict.EQUAL: EQUAL, Verdict.CUT: CUT, Verdict.LISTED: LISTED}


def test_the_cells_that_are_not_equal_each_have_their_reason() -> None:
    found = {one.cell.key: one for one in compared_of(1) if one.verdict is not Verdict.EQUAL}

    assert {key for key, one in found.items() if one.verdict is Verdict.LISTED} == set(reasons())
    assert all(one.reason for one in found.values())


def test_digits_that_york_cut_are_a_tenth_too_low() -> None:
    cut = [one for one in compared_of(1) if one.verdict is Verdict.CUT]

    assert {Decimal(one.ours) - Decimal(one.cell.printed) for one in cut} == {Decimal("0.1")}


def test_the_closing_count_says_how_many() -> None:
    assert closing_count(compared_of(1)) == (
        "558 printed cells: 514 equal, 20 with digits cut instead of rounded, 24 that cannot be equal, "
        "0 that differ."
    )


def test_a_return_alone_is_asked_what_a_return_holds() -> None:
    tables = from_ssda903.tables(returns(made(1)))
    tables["population"] = store.population(made(1).population)

    found = compare(store.open(tables))

    assert {one.cell.table for one in found}.isdisjoint(
        {"caseload", "meetings", "timeliness", "seen_before_review"}
    )
    assert Counter(one.verdict for one in found) == {Verdict.EQUAL: 177, Verdict.CUT: 1, Verdict.LISTED: 9}


def test_one_late_review_more_changes_the_figure() -> None:
    changed = copy.deepcopy(made(1))
    kept = [life for life in changed.children if life.in_care_on(date(2017, 3, 31)) and len(life.reviews) > 4]
    for life in kept[:8]:
        life.reviews = [one for one in life.reviews if one[0] < date(2016, 4, 1)]

    differ = {one.cell.key for one in compared(changed) if one.verdict is Verdict.UNEXPLAINED}

    assert {"timeliness children_all_in_time value 2016/17", "meetings cypic count 2016/17"} <= differ


def test_every_printed_cell_of_the_year_is_asked() -> None:
    asked = [one.cell for one in compared_of(1)]

    assert [c for c in cells() if c.period.startswith("2016/17") and not c.whose and c not in asked] == []


def test_a_change_to_one_child_changes_the_figures_and_nothing_hides_it() -> None:
    changed = copy.deepcopy(made(1))
    child = next(life for life in changed.children if life.left is None and life.sex == "M")
    child.sex = "F"

    differ = {one.cell.key for one in compared(changed) if one.verdict is Verdict.UNEXPLAINED}

    assert {"sex male count 2016/17", "sex female count 2016/17"} <= differ


def test_a_child_who_leaves_a_day_earlier_leaves_the_quarter() -> None:
    changed = copy.deepcopy(made(1))
    child = next(life for life in changed.children if life.left is None and life.came.year < 2015)
    child.left = child.stays[-1].ended = child.came.replace(year=2017, month=3, day=31)
    child.stays[-1].why_ended = "E4A"

    differ = {one.cell.key: one.ours for one in compared(changed) if one.verdict is Verdict.UNEXPLAINED}

    assert differ["children_in_care number count 2016/17"] == "203"
    assert differ["leaving_care E4A count 2016/17"] == "15"


@pytest.mark.parametrize(
    ("printed", "n", "of", "verdict"),
    [
        ("2", 5, 204, Verdict.EQUAL),  # 2.45
        ("62", 127, 204, Verdict.EQUAL),  # 62.25
        ("60.99", 86, 141, Verdict.EQUAL),
        ("12.5", 1, 8, Verdict.EQUAL),
        ("13", 1, 8, Verdict.EQUAL),  # a half goes up
        ("12", 1, 8, Verdict.CUT),
        ("0.4", 1, 204, Verdict.CUT),  # 0.49
        ("14", 1, 8, Verdict.UNEXPLAINED),
    ],
)
def test_equal_is_the_same_number_rounded_half_up_to_the_digits_printed(printed, n, of, verdict) -> None:
    cell = comparing.Cell("age", "5_9", "2016/17", "value", "5-9", printed, "Table 11")
    figure = comparing.Figure("age", "5_9", "2016/17", n, of, None if of == 0 else round(100 * n / of, 1))

    assert comparing._compared(cell, figure).verdict is verdict
