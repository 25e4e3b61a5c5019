"""The statistical tables on an engine: what an indicator reads from, whatever the engine is.

A ``Sources`` holds an Ibis backend (DuckDB here, Apache Spark for a nation) with the tables of
``holdfast.indicators.tables`` in it, and keeps each derived table it was asked for, so that fifteen
indicators do not work out the same history fifteen times.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Any

import ibis
from ibis.expr.types import Table

from holdfast.domain.reporting_year import Period
from holdfast.indicators.tables import ALL_TABLES, RECORD_TABLES


@dataclass(frozen=True)
class Written:
    """A question as Ibis wrote it for the engine: nothing in it depends on the rows, so it is written once.

    ``kept``: the derived tables it reads, by name, which must be worked out before. ``of`` holds on to what the
    question was made from, so that no other can take its place in memory.
    """

    sql: str
    columns: tuple[str, ...]
    kept: tuple[tuple[str, Written], ...]
    of: Any = None


class _Memory:
    """The questions written last. Writing takes Ibis ten times as long as answering takes DuckDB."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._found: OrderedDict[Hashable, Written] = OrderedDict()

    def get(self, key: Hashable) -> Written | None:
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
            return self._found.get(key)

    def put(self, key: Hashable, written: Written) -> None:
        with self._lock:
            self._found[key] = written
            while len(self._found) > self._most:
                self._found.popitem(last=False)


_memory = _Memory(most=3000)


class Sources:
    """Statistical tables on one Ibis backend, and the tables derived from them."""

    def __init__(self, backend: Any, held: Iterable[str] = ()) -> None:
        """``backend``: an Ibis backend that has every table of TABLES, and those of RECORD_TABLES that are ``held``."""
        self.backend = backend
        #: what tells these rows from others, such as a digest; blank where nobody worked it out
        self.digest = ""
        self._not_held = frozenset(RECORD_TABLES) - frozenset(held)
        self._tables: dict[str, Table] = {}
        self._kept: dict[
            str, Table | None
        ] = {}  # None: on the engine, and nobody has asked for it in Ibis yet
        self._reads: dict[str, Written] = {}  # the derived tables that the question being written reads

    def holds(self, names: Iterable[str]) -> bool:
        """Whether these tables are here. A return holds no allocations, posts, plans or deadlines."""
        return self._not_held.isdisjoint(names)

    def table(self, name: str) -> Table:
        """One of the statistical tables, as an Ibis table."""
        if name not in ALL_TABLES:
            raise KeyError(f"There is no statistical table called {name}.")
        if not self.holds([name]):
            raise KeyError(f"The statistical table {name} is held only by the service's own records.")
        if name not in self._tables:
            self._tables[name] = self.backend.table(name)
        return self._tables[name]

    def kept(self, name: str, make: Callable[[], Table]) -> Table:
        """The derived table ``name``, worked out at first asking and kept on the engine."""
        if self.backend.name != "duckdb":
            return self._cached(name, make)
        written = self._written(("kept", name), make)
        self._work_out(name, written)
        self._reads[name] = written
        table = self._kept[name]
        if table is None:
            table = self._kept[name] = self.backend.table(_on_engine(name))
        return table

    def _cached(self, name: str, make: Callable[[], Table]) -> Table:
        table = self._kept.get(name)
        if table is None:
            table = self._kept[name] = make().cache()
        return table

    def _work_out(self, name: str, written: Written) -> None:
        """Put a derived table on the engine, and before it those that it reads."""
        if name not in self._kept:
            for other, first in written.kept:
                self._work_out(other, first)
            self.backend.con.sql(written.sql).create(_on_engine(name))
            self._kept[name] = None

    def _written(self, key: Hashable, make: Callable[[], Table], of: Any = None) -> Written:
        """The question as it was written before, or as ``make`` writes it now."""
        place = (key, self._not_held)
        found = _memory.get(place)
        if found is None:
            outer, self._reads = self._reads, {}
            try:
                expression = make()
                columns = tuple(expression.columns)
                found = Written(self.backend.compile(expression), columns, tuple(self._reads.items()), of)
            finally:
                self._reads = outer
            _memory.put(place, found)
        return found

    def ask(self, key: Hashable, make: Callable[[], Table], of: Any = None) -> list[dict[str, Any]]:
        """Run the question that ``make`` gives, and bring its rows here.

        ``key`` says all that the question depends on beside the rows. Where a part of it is only told by its place in
        memory (``id``), ``of`` holds on to that part.
        """
        if self.backend.name != "duckdb":
            return self.fetch(make())
        written = self._written(key, make, of)
        for name, first in written.kept:
            self._work_out(name, first)
        # Straight from the engine: a data frame library on the way costs a second and 60 MB.
        found = self.backend.raw_sql(written.sql).fetchall()
        return [dict(zip(written.columns, row, strict=True)) for row in found]

    def fetch(self, expression: Table) -> list[dict[str, Any]]:
        """Run an expression and bring its rows here."""
        if self.backend.name == "duckdb":
            found = self.backend.raw_sql(self.backend.compile(expression)).fetchall()
            return [dict(zip(expression.columns, row, strict=True)) for row in found]
        return list(self.backend.to_pyarrow(expression).to_pylist())


def _on_engine(name: str) -> str:
    return "kept_" + re.sub(r"\W", "_", name)


def with_periods(rows: Table, periods: tuple[Period, ...], on: Callable[[Table], Any]) -> Table:
    """Each row once for every period for which ``on`` is true, with ``period``, ``starts`` and ``ends``.

    The periods are few constants: unnested from an array they need no table of their own on any engine.
    """
    names = ibis.array([ibis.literal(p.name) for p in periods])
    starts = ibis.array([ibis.literal(p.starts) for p in periods])
    ends = ibis.array([ibis.literal(p.ends) for p in periods])
    spread = rows.mutate(which=ibis.range(0, len(periods)).unnest())
    spread = spread.mutate(
        period=names[spread.which], starts=starts[spread.which], ends=ends[spread.which]
    ).drop("which")
    return spread.filter(on(spread))
