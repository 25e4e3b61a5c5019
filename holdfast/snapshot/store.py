"""Where figures are read from: statistical tables put on an engine, once, and not changed there.

DuckDB in this process is the default; Parquet files for what is larger than memory; Apache Spark for a nation.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from holdfast.indicators.sources import Sources
from holdfast.indicators.tables import ALL_TABLES, RECORD_TABLES, TABLES

_ARROW = {"string": pa.string(), "date": pa.date32(), "int64": pa.int64()}


def schema(name: str) -> pa.Schema:
    """The Arrow schema of a statistical table."""
    return pa.schema([(column, _ARROW[kind]) for column, kind in ALL_TABLES[name].items()])


def empty(name: str) -> pa.Table:
    """A statistical table without rows."""
    return pa.Table.from_batches([], schema=schema(name))


def open(tables: dict[str, pa.Table]) -> Sources:
    """Put Arrow tables on DuckDB in this process. A table that is not given has no rows; one that only the service's
    own records have is then not held.

    Raises ValueError naming the table and column when the shapes are not those of ``indicators.tables``.
    """
    backend = _duckdb()
    held = _held(tables)
    for name in (*TABLES, *held):
        table = tables.get(name)
        backend.con.register(name, empty(name) if table is None else _checked(name, table))
    _lock(backend)
    return Sources(backend, held)


def open_parquet(folder: Path, threads: int | None = None) -> Sources:
    """Read statistical tables from ``folder/<table>.parquet`` (or a folder of such files) without loading them."""
    backend = _duckdb(threads)
    held = _in_folder(folder)
    for name in (*TABLES, *held):
        place = folder / f"{name}.parquet"
        if place.exists():
            backend.read_parquet(str(place / "*.parquet" if place.is_dir() else place), table_name=name)
        else:
            backend.con.register(name, empty(name))
    return Sources(backend, held)


def open_spark(tables: dict[str, pa.Table], session: Any) -> Sources:
    """Put Arrow tables on an Apache Spark session. Needs the ``spark`` extra and Java 17.

    The session's time zone must be UTC, so that a day stays the day it is.
    """
    backend = ibis.pyspark.connect(session)
    held = _held(tables)
    for name in (*TABLES, *held):
        table = _checked(name, tables[name]) if tables.get(name) is not None else empty(name)
        # From Arrow, not through a data frame library that turns whole numbers with blanks into fractions.
        session.createDataFrame(table).createOrReplaceTempView(name)
    return Sources(backend, held)


def open_spark_parquet(folder: Path, session: Any) -> Sources:
    """Read statistical tables from ``folder/<table>.parquet`` with Spark, for what outgrows one machine."""
    held = _in_folder(folder)
    for name in (*TABLES, *held):
        place = folder / f"{name}.parquet"
        found = session.read.parquet(str(place)) if place.exists() else session.createDataFrame(empty(name))
        found.createOrReplaceTempView(name)
    return Sources(ibis.pyspark.connect(session), held)


def _held(tables: dict[str, pa.Table]) -> tuple[str, ...]:
    return tuple(name for name in RECORD_TABLES if tables.get(name) is not None)


def _in_folder(folder: Path) -> tuple[str, ...]:
    return tuple(name for name in RECORD_TABLES if (folder / f"{name}.parquet").exists())


def _duckdb(threads: int | None = None) -> Any:
    config = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    return ibis.duckdb.connect(**config, **({"threads": threads} if threads else {}))


def _lock(backend: Any) -> None:
    """From here on this connection reads no file and reaches no host, and that cannot be undone."""
    backend.con.execute("SET enable_external_access = false")
    backend.con.execute("SET lock_configuration = true")


def _checked(name: str, table: pa.Table) -> pa.Table:
    wanted = schema(name)
    if table.column_names != wanted.names:
        raise ValueError(
            f"The statistical table {name} must have the columns {', '.join(wanted.names)}; "
            f"it has {', '.join(table.column_names)}."
        )
    return table.cast(wanted)


def population(entered: dict[int, int]) -> pa.Table:
    """The population table from year ending -> children aged 0 to 17."""
    return pa.table(
        {"year_ending": list(entered.keys()), "aged_0_17": list(entered.values())},
        schema=schema("population"),
    )
