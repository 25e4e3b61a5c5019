"""The two ways of counting side by side: the oracle's, and the engine's over the same statistical tables."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.figure import Figure
from holdfast.indicators.sources import Sources
from holdfast.indicators.tables import RECORD_TABLES, TABLES
from holdfast.snapshot import store
from tests.spec.indicators import oracle, oracle_work

Row = dict[str, Any]
Answer = dict[tuple[str, str, str], tuple[int, int | None, float | int | None]]
TYPES = {"string": pa.string(), "date": pa.date32(), "int64": pa.int64()}


def arrow(tables: dict[str, list[Row]]) -> dict[str, pa.Table]:
    """All statistical tables in their shapes; one that is not given is empty, or not held where no return has it."""
    wanted = TABLES | {name: columns for name, columns in RECORD_TABLES.items() if name in tables}
    return {
        name: pa.Table.from_pylist(
            [{column: row[column] for column in columns} for row in tables.get(name, [])],
            schema=pa.schema([(column, TYPES[kind]) for column, kind in columns.items()]),
        )
        for name, columns in wanted.items()
    }


def by_oracle(tables: dict[str, list[Row]], year_ending: int, only: tuple[str, ...] | None = None) -> Answer:
    answer = oracle.count(tables, year_ending)
    if any(name in tables for name in RECORD_TABLES):
        answer |= oracle_work.count(tables, year_ending)
    return {cell: counted for cell, counted in answer.items() if only is None or cell[0] in only}


def sources(tables: dict[str, list[Row]]) -> Sources:
    return store.open(arrow(tables))


def engine_figures(
    tables: dict[str, list[Row]], year_ending: int, only: tuple[str, ...] | None = None
) -> list[Figure]:
    return engine.figures(sources(tables), ReportingYear(year_ending), only)


def as_answer(figures: list[Figure]) -> Answer:
    answer = {
        (figure.table, figure.group, figure.period): (figure.numerator, figure.denominator, figure.value)
        for figure in figures
    }
    assert len(answer) == len(figures), "a figure was given twice"
    return answer


def by_engine(tables: dict[str, list[Row]], year_ending: int, only: tuple[str, ...] | None = None) -> Answer:
    return as_answer(engine_figures(tables, year_ending, only))
