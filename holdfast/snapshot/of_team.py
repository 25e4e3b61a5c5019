"""The statistical tables of some children only: those of a team in a quarter. The same questions are asked of them.

A child is a team's in a quarter if their social worker on its last day works in the team; where they had none on that
day, the last one they had in the quarter decides. So each child is in one team at most, and everything of the quarter
is counted with the team the child had at its end.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import pyarrow as pa
import pyarrow.compute as pc
from ibis import _

from holdfast.domain.reporting_year import Period
from holdfast.indicators.sources import Sources
from holdfast.indicators.tables import ALL_TABLES
from holdfast.snapshot import store


def team_children(sources: Sources, workers: Collection[str], quarter: Period) -> frozenset[str]:
    """The children (their numbers) of a team in a quarter. ``workers``: the public ids of those who work in it."""
    held = sources.table("allocations").filter(
        (_.role == "social_worker")
        & (_.started <= quarter.ends)
        & (_.ended.isnull() | (_.ended > quarter.starts))
    )
    last: dict[str, tuple[date, date, str]] = {}
    after = quarter.ends + timedelta(days=1)
    for row in sources.fetch(held.select("child", "worker", "started", "ended")):
        until = min(row["ended"] or after, after)
        found = (until, row["started"], row["worker"])
        last[row["child"]] = max(last.get(row["child"], found), found)
    return frozenset(child for child, (_until, _started, worker) in last.items() if worker in workers)


def of_children(sources: Sources, children: Collection[str]) -> Sources:
    """The same tables with the rows of these children alone; what is of no child, as it is."""
    wanted = pa.array(sorted(children), pa.string())

    def kept(name: str, table: pa.Table) -> pa.Table:
        return table.filter(pc.is_in(table["child"], wanted)) if "child" in ALL_TABLES[name] else table

    return _reopened(sources, kept)


def of_theme(sources: Sources, head: str) -> Sources:
    """The same tables with the concerns of one group of categories alone, and their stages."""
    concerns = _read(sources, "concerns")
    concerns = concerns.filter(pc.fill_null(pc.equal(concerns["head"], head), False))
    wanted = concerns["concern"].combine_chunks()

    def kept(name: str, table: pa.Table) -> pa.Table:
        if name == "concerns":
            return concerns
        return table.filter(pc.is_in(table["concern"], wanted)) if name == "stages" else table

    return _reopened(sources, kept)


def _reopened(sources: Sources, kept) -> Sources:
    names = [name for name in ALL_TABLES if sources.holds([name])]
    return store.open({name: kept(name, _read(sources, name)) for name in names})


def _read(sources: Sources, name: str) -> pa.Table:
    """One table, brought here with the columns and types it is defined by."""
    table = sources.table(name)
    if sources.backend.name == "duckdb":
        # Straight from the engine, as `Sources.fetch` does.
        found = sources.backend.con.sql(sources.backend.compile(table)).to_arrow_table()
    else:
        found = sources.backend.to_pyarrow(table)
    return found.select(store.schema(name).names).cast(store.schema(name))
