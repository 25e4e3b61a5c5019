"""The tables of all returns together, as the rules read them: every row with the ``YEAR`` of its return."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import ibis
import numpy as np
import pyarrow as pa

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear

from . import arrays
from .layout import LAYOUTS
from .return_set import Return


class Facts:
    """An in-memory DuckDB with the returns in it; ``facts["Episodes"]`` is an Ibis table."""

    def __init__(self, returns: Sequence[Return]) -> None:
        self.returns = returns
        self.years = [one.year_ending for one in returns]
        self._backend = ibis.duckdb.connect()
        self._tables: dict[str, Any] = {}
        for name in LAYOUTS:
            self._put(name, pa.concat_tables([_with_year(one, name) for one in returns]))
        self._put("Years", _years(self.years))

    def __getitem__(self, table: str) -> Any:
        if table not in self._tables:
            self._tables[table] = self._backend.table(table)
        return self._tables[table]

    def run(self, expression: Any) -> Any:
        """The rows of an expression over these tables, as an Arrow table (and without waking pandas)."""
        return self._backend.con.sql(self._backend.compile(expression)).to_arrow_table()

    def is_empty(self, table: str) -> bool:
        """Whether no return has a row in this table."""
        return all(one.tables[table].num_rows == 0 for one in self.returns)

    @cached_property
    def header(self) -> Any:
        """One row for each year and child, the last one given: YEAR, CHILD, BORN, HEADER_SEX."""
        header = self["Header"]
        last = header.group_by("YEAR", "CHILD").agg(
            BORN=header.DOB.argmax(header.LINE), HEADER_SEX=header.SEX.argmax(header.LINE)
        )
        return self._kept("LastHeader", last)

    @cached_property
    def episodes(self) -> Any:
        """Episodes with what stands next to each in its child's order of DECOM: PREV_…, NEXT_…."""
        episodes = self["Episodes"]
        order = [episodes.DECOM, episodes.DEC.asc(nulls_first=False), episodes.LINE]
        window = ibis.window(group_by=["YEAR", "CHILD"], order_by=order)
        before = ibis.window(group_by=["YEAR", "CHILD"], order_by=order, preceding=(None, 1))
        near = {
            f"{side}_{column}": (episodes[column].lag() if side == "PREV" else episodes[column].lead()).over(
                window
            )
            for side in ("PREV", "NEXT")
            for column in ("DECOM", "DEC", "RNE", "REC", "PLACE")
        }
        return self._kept(
            "EpisodesInOrder", episodes.mutate(LATEST_DEC=episodes.DEC.max().over(before), **near)
        )

    @cached_property
    def years_of(self) -> Any:
        """YEAR, STARTS and ENDS (1 April and 31 March) of each return."""
        return self["Years"]

    def with_born(self, table: str) -> Any:
        """A table with BORN, the child's date of birth in Header (null where there is none)."""
        rows = self.episodes if table == "Episodes" else self[table]
        return rows.left_join(self.header, ["YEAR", "CHILD"], rname="{name}_in_header")

    def codes(self, field: str) -> Any:
        """The codes of a field in each year of the returns: YEAR and CODE."""
        name = f"Codes {field}"
        if name in self._tables:
            return self[name]
        pairs = [(year, code) for year in self.years for code in ssda903.codes(field, year_ending=year)]
        years = arrays.numbers(np.array([year for year, _ in pairs], dtype=np.int64), pa.int64())
        self._put(name, pa.table({"YEAR": years, "CODE": arrays.strings([code for _, code in pairs])}))
        return self[name]

    def _put(self, name: str, table: Any) -> None:
        self._backend.con.register(name, table)

    def _kept(self, name: str, expression: Any) -> Any:
        """Worked out once, for several rules to read."""
        self._put(name, self.run(expression))
        return self[name]


def _with_year(one: Return, name: str) -> Any:
    table = one.tables[name]
    year = arrays.numbers(np.full(table.num_rows, one.year_ending, dtype=np.int64), pa.int64())
    return table.append_column("YEAR", year)


def _years(years: Sequence[int]) -> Any:
    def days(bound: str) -> Any:
        values = [getattr(ReportingYear(year), bound) for year in years]
        return arrays.numbers(np.array(values, dtype="datetime64[D]").astype(np.int32), pa.date32())

    columns = [arrays.numbers(np.array(years, dtype=np.int64), pa.int64()), days("starts"), days("ends")]
    return pa.table(columns, names=["YEAR", "STARTS", "ENDS"])
