"""The statistical tables on an engine: what an indicator reads from, whatever the engine is.

A ``Sources`` holds an Ibis backend (DuckDB here, Apache Spark for a nation) with the tables of
``holdfast.indicators.tables`` in it, and keeps each derived table it was asked for, so that fifteen
indicators do not work out the same history fifteen times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import ibis
from ibis.expr.types import Table

from holdfast.domain.reporting_year import Period
from holdfast.indicators.tables import ALL_TABLES, RECORD_TABLES


class Sources:
    """Statistical tables on one Ibis backend, and the tables derived from them."""

    def __init__(self, backend: Any, held: Iterable[str] = ()) -> None:
        """``backend``: an Ibis backend that has every table of TABLES, and those of RECORD_TABLES that are ``held``."""
        self.backend = backend
        #: what tells these rows from others, such as a digest; blank where nobody worked it out
        self.digest = ""
        self._not_held = frozenset(RECORD_TABLES) - frozenset(held)
        self._tables: dict[str, Table] = {}
        self._kept: dict[str, Table] = {}

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
        if name not in self._kept:
            made = make()  # may keep others first
            self._kept[name] = keep(self.backend, f"kept_{len(self._kept)}", made)
        return self._kept[name]

    def fetch(self, expression: Table) -> list[dict[str, Any]]:
        """Run an expression and bring its rows here."""
        if self.backend.name == "duckdb":
            # Straight from the engine: a data frame library on the way costs a second and 60 MB.
            found = self.backend.raw_sql(self.backend.compile(expression)).fetchall()
            return [dict(zip(expression.columns, row, strict=True)) for row in found]
        return list(self.backend.to_pyarrow(expression).to_pylist())


def keep(backend: Any, name: str, expression: Table) -> Table:
    """Work out ``expression`` once and return a table that reads the result."""
    if backend.name == "duckdb":
        return backend.create_table(name, expression, temp=True)
    return expression.cache()


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
