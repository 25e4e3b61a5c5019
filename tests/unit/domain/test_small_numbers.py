"""Small numbers stay hidden from somebody who solves for them with everything that is shown."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from holdfast.domain.small_numbers import Contradiction, Guarded, Table, guard

COUNT = st.one_of(st.integers(0, 8), st.just(0), st.integers(0, 60))


def keys(dimension: str, number: int) -> list[frozenset]:
    return [frozenset({(dimension, str(n))}) for n in range(number)]


def table(counts: list[list[int]], of: frozenset = frozenset()) -> Table:
    return Table(keys("row", len(counts)), keys("column", len(counts[0])), counts, of)


@st.composite
def tables(draw: st.DrawFn, most: int = 5, count: st.SearchStrategy[int] = COUNT) -> Table:
    width = draw(st.integers(1, most))
    rows = draw(st.lists(st.lists(count, min_size=width, max_size=width), min_size=1, max_size=most))
    return table(rows)


def places(one: Table) -> list[tuple[int | None, int | None]]:
    return list(product([None, *range(len(one.rows))], [None, *range(len(one.columns))]))


def bounds(attacked: list[Table], guarded: Guarded) -> dict[frozenset, tuple[float, float]]:
    """What every hidden count can be, by linear programming over all tables at once."""
    cells = sorted(
        {t.key(i, j) for t in attacked for i, j in places(t) if i is not None and j is not None}, key=sorted
    )
    at = {key: n for n, key in enumerate(cells)}
    value = {t.key(i, j): t.value(i, j) for t in attacked for i, j in places(t)}
    sums, knows, told = {}, [], []
    for one in attacked:
        for i, j in places(one):
            row = np.zeros(len(cells))
            for y in range(len(one.rows)) if i is None else [i]:
                for x in range(len(one.columns)) if j is None else [j]:
                    row[at[one.key(y, x)]] += 1
            key = one.key(i, j)
            if key in guarded.hidden and key in sums and (sums[key] != row).any():
                knows.append(sums[key] - row)  # the same count, reckoned from two tables
                told.append(0)
            sums.setdefault(key, row)
            if key not in guarded.hidden:
                knows.append(row)
                told.append(value[key])
    within = [(1, None) if value[key] else (0, 0) for key in cells]
    found = {}
    for key in guarded.hidden & sums.keys():
        ends = []
        for sign in (1, -1):
            solved = linprog(
                sign * sums[key],
                A_eq=np.array(knows) if knows else None,
                b_eq=told or None,
                bounds=within,
            )
            assert solved.status in (0, 3), solved.message
            ends.append(sign * solved.fun if solved.status == 0 else float("inf"))
        found[key] = (round(ends[0], 6), round(ends[1], 6))
    return found


def noughts_alone(attacked: list[Table]) -> Guarded:
    """Everything is hidden but the noughts."""
    keys_ = {t.key(i, j) for t in attacked for i, j in places(t) if t.value(i, j)}
    return Guarded(frozenset(keys_), 5)


def withstands(attacked: list[Table], guarded: Guarded) -> None:
    """A small count could be anything that the noughts alone leave open, up to the threshold at least."""
    found, least = bounds(attacked, guarded), bounds(attacked, noughts_alone(attacked))
    for one in attacked:
        for row, column in places(one):
            value, key = one.value(row, column), one.key(row, column)
            if 1 <= value <= guarded.threshold:
                assert key in guarded.hidden
                assert found[key][0] == least[key][0], (one, guarded, key)
                assert found[key][1] >= guarded.threshold, (one, guarded, key)
            elif key in guarded.hidden:
                assert found[key][1] - found[key][0] >= guarded.threshold - 1, (one, guarded, key)


@settings(max_examples=150, deadline=None)
@given(tables(), st.integers(1, 9))
def test_no_hidden_count_can_be_solved_for(one: Table, threshold: int) -> None:
    withstands([one], guard([one], threshold))


@settings(max_examples=60, deadline=None)
@given(st.lists(COUNT, min_size=1, max_size=6))
def test_nor_in_a_list_with_its_total(counts: list[int]) -> None:
    one = Table([frozenset()], keys("column", len(counts)), [counts])
    withstands([one], guard([one]))


@settings(max_examples=60, deadline=None)
@given(tables(most=2, count=st.integers(0, 7)))
def test_every_value_is_possible_in_whole_numbers(one: Table) -> None:
    """Each hidden count takes each value from 1 to 5 in some whole table that shows the same: tried one by one."""
    guarded = guard([one])
    cells = [(i, j) for i in range(len(one.rows)) for j in range(len(one.columns))]
    ways = [range(1, 13) if one.key(*cell) in guarded.hidden else [one.value(*cell)] for cell in cells]
    seen: dict[tuple[int, int], set[int]] = {cell: set() for cell in cells}
    for counts in product(*ways):
        tried = dict(zip(cells, counts, strict=True))
        rows = [[tried[i, j] for j in range(len(one.columns))] for i in range(len(one.rows))]
        other = Table(one.rows, one.columns, rows)
        if all(guarded.shown(one, *at) == guarded.shown(other, *at) for at in places(one)):
            for cell, count in tried.items():
                seen[cell].add(count)
    for cell in cells:
        if 1 <= one.value(*cell) <= guarded.threshold:
            assert {1, 2, 3, 4, 5} <= seen[cell], (one, guarded, cell)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_count_hidden_in_one_table_is_hidden_in_all(data: st.DataObject) -> None:
    rows, columns, others = (data.draw(st.integers(1, 4)) for _ in range(3))
    cube = np.array(
        data.draw(st.lists(COUNT, min_size=rows * columns * others, max_size=rows * columns * others))
    ).reshape(rows, columns, others)
    first = Table(keys("row", rows), keys("column", columns), cube.sum(axis=2).tolist())
    second = Table(keys("row", rows), keys("other", others), cube.sum(axis=1).tolist())

    guarded = guard([first, second])

    for one in (first, second):
        withstands([one], guarded)
    for row in (None, *range(rows)):
        assert guarded.shown(first, row) == guarded.shown(second, row)


def test_nothing_is_hidden_that_need_not_be() -> None:
    one = table([[10, 0, 7], [6, 20, 0]])

    guarded = guard([one])

    assert guarded.hidden == frozenset()
    assert guarded.shown(one, 0, 1) == 0
    assert guarded.sentence.endswith("none is hidden here.")


def test_a_small_cell_takes_three_others_with_it_before_a_total() -> None:
    one = table([[3, 20, 30], [40, 50, 60], [70, 80, 90]])

    guarded = guard([one])

    assert [[guarded.shown(one, i, j) for j in range(3)] for i in range(3)] == [
        [None, None, 30],
        [None, None, 60],
        [70, 80, 90],
    ]
    assert [guarded.shown(one, i) for i in range(3)] == [53, 150, 240]
    assert "could be worked out" in guarded.sentence


def test_totals_are_hidden_where_they_would_give_it_away() -> None:
    one = table([[1, 1, 4], [0, 0, 0]])

    guarded = guard([one])

    assert guarded.shown(one, 0) is None
    assert guarded.shown(one) is None
    assert guarded.shown(one, 1) == 0


def test_tables_that_disagree_are_refused() -> None:
    first, second = table([[10, 20]]), table([[10, 21]])

    with pytest.raises(Contradiction, match="30 and 31"):
        guard([first, second])


def test_an_empty_table_hides_nothing() -> None:
    assert guard([]).hidden == frozenset()
    assert guard([Table([], keys("column", 2), [])]).hidden == frozenset()
