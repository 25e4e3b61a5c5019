"""The benchmark measures something real: what it generates is a return without faults, and tables of the right form."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow.parquet as pq
import pytest

from holdfast.bench import england, histories, measure, returns, run
from holdfast.indicators.tables import TABLES
from holdfast.returns.ssda903.read import ReturnPath, read


@pytest.fixture(scope="module")
def told() -> histories.Histories:
    rng = np.random.default_rng(1)
    day = date(2015, 4, 1)
    return histories.make(
        rng, stock=200, arrivals=300, first=day, last=date(2020, 3, 31), moves=1.5, review_every=170
    )


def test_episodes_of_a_stay_follow_each_other_without_gap_or_overlap(told):
    one = told.episodes
    goes_on = one.reason_ended == "X1"

    assert goes_on.sum() > 200
    assert (one.started < one.ended).all()
    assert (one.child[1:][goes_on[:-1]] == one.child[:-1][goes_on[:-1]]).all()
    assert (one.started[1:][goes_on[:-1]] == one.ended[:-1][goes_on[:-1]]).all()
    assert (one.reason_started[1:][~goes_on[:-1]] == "S").all()


def test_nobody_is_in_care_before_birth_or_after_eighteen(told):
    born = told.children.born[told.stays.child]

    assert (told.stays.began >= born).all()
    assert (
        told.stays.ended[told.stays.ended != histories.NEVER]
        <= (born + 6575)[told.stays.ended != histories.NEVER]
    ).all()


def test_after_a_temporary_place_the_child_returns_to_the_one_before(told):
    one = told.episodes
    away = np.flatnonzero(np.char.startswith(one.place, "T"))

    assert len(away) > 0
    assert (one.place[away + 1] == one.place[away - 1]).all()
    assert (one.placement[away + 1] == one.placement[away - 1]).all()


def test_the_return_is_read_without_a_fault(tmp_path):
    rows = returns.write(tmp_path, 300)

    found = read([ReturnPath(tmp_path)])

    assert list(found.faults) == []
    assert [one.year_ending for one in found.returns] == [returns.ENDING]
    assert sum(table.num_rows for table in found.returns[0].tables.values()) == rows
    assert all(table.num_rows for table in found.returns[0].tables.values())


def test_englands_tables_have_the_form_the_indicators_read(tmp_path):
    rows = england.write(tmp_path, 2)

    tables = {name: pq.read_table(tmp_path / f"{name}.parquet") for name in TABLES}
    assert {name: table.column_names for name, table in tables.items()} == {
        name: list(columns) for name, columns in TABLES.items()
    }
    assert sum(table.num_rows for table in tables.values()) == rows
    assert len(set(tables["children"]["child"].to_pylist())) == tables["children"].num_rows


@pytest.mark.parametrize(("what", "write"), [("returns", returns.write), ("england", england.write)])
def test_a_measured_piece_of_work_counts_figures(tmp_path, what, write):
    write(tmp_path, 3 if what == "england" else 200)

    parts, figures = measure.WORK[what](tmp_path)()

    assert figures > 100
    assert "figures" in parts


def measured(rows: int, seconds: float) -> run.Measured:
    return run.Measured(
        name="",
        rows=rows,
        megabytes=1.0,
        seconds=seconds,
        processor_seconds=seconds,
        peak_mb=1.0,
        figures=1,
        scan_seconds=1.0,
    )


def test_twice_the_rows_in_twice_the_time_is_an_exponent_of_one():
    sizes = [measured(rows, seconds=rows / 1000) for rows in (10, 100, 900)]

    assert run.exponent(sizes) == pytest.approx(1.0)
    assert run.exponent(sizes[:1]) is None


def test_growth_is_measured_up_to_what_was_asked_for():
    assert run.steps_up_to(150) == [1, 10, 50, 150]
    assert run.steps_up_to(15) == [1, 10, 15]
    assert run.steps_up_to(1) == [1]
