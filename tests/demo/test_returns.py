"""The demo's returns are returns: the shape the reader gives, and nothing in them that a rule would list."""

from __future__ import annotations

from datetime import date

import pyarrow.compute as pc

from holdfast.demo.returns import returns
from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.returns.ssda903.return_set import ReturnSet

from .conftest import made


def test_every_table_has_the_columns_and_types_of_the_layout(authority) -> None:
    for one in returns(authority).returns:
        assert {name: table.schema for name, table in one.tables.items()} == {
            name: layout.schema for name, layout in LAYOUTS.items()
        }


def test_the_only_warnings_are_reviews_without_a_code(authority) -> None:
    read = returns(authority)

    assert ReturnSet(read.returns[-1:]).warnings_by_type == {"review_date_without_code": 15}


def test_an_episode_is_open_in_the_returns_of_the_years_before_it_ended() -> None:
    read = returns(made(1))

    for one in read.returns:
        ends = one.tables["Episodes"]["DEC"].drop_null()
        assert pc.max(ends).as_py() <= date(one.year_ending, 3, 31)


def test_every_start_of_care_is_in_the_returns() -> None:
    authority = made(1)
    first = {
        row["CHILD"]: row["RNE"]
        for one in reversed(returns(authority).returns)
        for row in sorted(one.tables["Episodes"].to_pylist(), key=lambda row: row["DECOM"], reverse=True)
    }

    assert {first[life.number] for life in authority.everybody} == {"S"}
