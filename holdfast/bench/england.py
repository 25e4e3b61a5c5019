"""The statistical tables of a nation as Parquet: 150 invented authorities, 550 children in care each, ten years.

The shapes are those of ``holdfast.indicators.tables``; each authority is written as it is made, so that
memory does not grow with the nation.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from holdfast.bench.histories import NEVER, YEAR, Children, Histories, Stays, day, draw, make
from holdfast.indicators.tables import TABLES

LAST_YEAR = 2026
YEARS = 10
IN_CARE = 550
ARRIVALS_A_YEAR = 250  # keeps the number in care about level
MOVES_A_YEAR = 1.2
REVIEW_EVERY = 172  # days
POPULATION_PER_AUTHORITY = 80_000

_TYPES = {"string": pa.string(), "date": pa.date32(), "int64": pa.int64()}
SCHEMAS = {
    name: pa.schema([(column, _TYPES[kind]) for column, kind in columns.items()])
    for name, columns in TABLES.items()
}


def write(folder: Path, authorities: int, seed: int = 903) -> int:
    """Write one Parquet file per statistical table into ``folder``; answer how many rows they hold."""
    rows = 0
    writers = {name: pq.ParquetWriter(folder / f"{name}.parquet", schema) for name, schema in SCHEMAS.items()}
    for number in range(authorities):
        for name, table in authority(number, seed):
            writers[name].write_table(table)
            rows += table.num_rows
    years = list(range(LAST_YEAR - YEARS + 1, LAST_YEAR + 1))
    people = [POPULATION_PER_AUTHORITY * authorities] * YEARS
    writers["population"].write_table(
        pa.table({"year_ending": years, "aged_0_17": people}, SCHEMAS["population"])
    )
    for writer in writers.values():
        writer.close()
    return rows + YEARS


def authority(number: int, seed: int) -> Iterator[tuple[str, pa.Table]]:
    """The tables of one authority, one after the other."""
    rng = np.random.default_rng([seed, number])
    told = make(
        rng,
        stock=IN_CARE,
        arrivals=ARRIVALS_A_YEAR * YEARS,
        first=date(LAST_YEAR - YEARS, 4, 1),
        last=date(LAST_YEAR, 3, 31),
        moves=MOVES_A_YEAR,
        review_every=REVIEW_EVERY,
    )
    ids = pa.array(np.arange(len(told.children.born)) + 1_000_000 * (number + 1)).cast(pa.string())
    yield "children", _children(told.children, ids)
    yield "episodes", _episodes(told, ids)
    yield "reviews", _reviews(told, ids)
    yield "health", _health(rng, told, ids)
    yield "care_leavers", _care_leavers(rng, told, ids)
    yield "uasc", _uasc(told.children, ids)


def dates(days: np.ndarray) -> pa.Array:
    """Days since 1970 as dates; NEVER is null."""
    return pa.array(days.astype(np.int32), mask=days == NEVER).view(pa.date32())


def codes(values: np.ndarray) -> pa.Array:
    """Codes as text; a blank is null."""
    return pa.array(values, pa.string(), mask=values == "")


def _children(children: Children, ids: pa.Array) -> pa.Table:
    return pa.table(
        [ids, codes(children.sex), dates(children.born), codes(children.ethnicity)], SCHEMAS["children"]
    )


def _episodes(told: Histories, ids: pa.Array) -> pa.Table:
    one = told.episodes
    post = pa.array(one.placement % 9_000 + 1_000).cast(pa.string())
    columns = [
        ids.take(pa.array(one.child)),
        pa.array(np.arange(len(one.child)) + 2),
        dates(one.started),
        dates(one.ended),
        codes(one.reason_started),
        codes(one.legal_status),
        codes(one.place),
        post,
        codes(one.reason_ended),
        codes(one.reason_moved),
    ]
    return pa.table(columns, SCHEMAS["episodes"])


def _reviews(told: Histories, ids: pa.Array) -> pa.Table:
    one = told.reviews
    columns = [ids.take(pa.array(one.child)), dates(one.held_on), codes(one.participation)]
    return pa.table(columns, SCHEMAS["reviews"])


def all_year(stays: Stays, ending: int) -> np.ndarray:
    """The children in care on every day of the year to 31 March ``ending``."""
    whole = (stays.began <= day(date(ending - 1, 4, 1))) & (stays.ended > day(date(ending, 3, 31)))
    return np.unique(stays.child[whole])


def _health(rng: np.random.Generator, told: Histories, ids: pa.Array) -> pa.Table:
    parts = []
    for ending in range(LAST_YEAR - YEARS + 1, LAST_YEAR + 1):
        who = all_year(told.stays, ending)
        many, age = len(who), (day(date(ending, 3, 31)) - told.children.born[who]) / YEAR
        scored = (age >= 4) & (age < 17) & (rng.random(many) < 0.8)
        answers = [codes(draw(rng, {"1": 0.9, "0": 0.1}, many)) for _ in range(3)]
        developed = codes(np.where(age < 5, draw(rng, {"1": 0.9, "0": 0.1}, many), ""))
        score = pa.array(rng.integers(0, 41, many), mask=~scored)
        year = pa.array(np.full(many, ending))
        parts.append(pa.table([ids.take(pa.array(who)), year, *answers, developed, score], SCHEMAS["health"]))
    return pa.concat_tables(parts)


def _care_leavers(rng: np.random.Generator, told: Histories, ids: pa.Array) -> pa.Table:
    parts = []
    stays, born = told.stays, told.children.born
    grown = np.unique(stays.child[(stays.ended != NEVER) & (stays.ended - born[stays.child] > 16 * YEAR)])
    for ending in range(LAST_YEAR - YEARS + 1, LAST_YEAR + 1):
        age = (day(date(ending, 3, 31)) - born[grown]) / YEAR
        who = grown[(age >= 17) & (age < 22)]
        touch = codes(draw(rng, {"YES": 0.92, "NO": 0.06, "REFU": 0.01, "DIED": 0.01}, len(who)))
        home = codes(
            draw(
                rng,
                {"U1": 0.5, "B1": 0.2, "Z1": 0.15, "E1": 0.05, "S2": 0.02, "R2": 0.04, "X2": 0.04},
                len(who),
            )
        )
        year = pa.array(np.full(len(who), ending))
        parts.append(
            pa.table([ids.take(pa.array(who)), year, dates(born[who]), touch, home], SCHEMAS["care_leavers"])
        )
    return pa.concat_tables(parts)


def _uasc(children: Children, ids: pa.Array) -> pa.Table:
    who = np.flatnonzero(children.asylum_seeking)
    eighteenth = children.born[who] + 6575
    ceased = np.where(eighteenth > day(date(LAST_YEAR, 3, 31)), NEVER, eighteenth)
    return pa.table([ids.take(pa.array(who)), dates(ceased)], SCHEMAS["uasc"])
