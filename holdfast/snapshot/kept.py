"""The statistical tables kept for years: one zip of Parquet files, the same tables always to the same bytes.

Each table's rows stand in the order of their columns, whatever order the database gave them in: nothing that is counted
depends on the order of rows. A zip of an earlier or later release is read as the tables of this one: a column it lacks
is null, one that is unknown here is left out, and so is a table; one of RECORD_TABLES that it lacks is not held.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from holdfast.indicators.sources import Sources
from holdfast.indicators.tables import ALL_TABLES
from holdfast.snapshot import store

#: every file in the zip bears this day, so that the zip's bytes do not tell when it was made
_DAY: Final = (1980, 1, 1, 0, 0, 0)


class Altered(Exception):
    """The bytes are not those that were kept."""


def to_bytes(tables: dict[str, pa.Table]) -> tuple[bytes, str]:
    """The tables as one zip, and its SHA-256 in hex."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as folder:
        for name in sorted(tables):
            about = zipfile.ZipInfo(f"{name}.parquet", _DAY)
            about.external_attr = 0o600 << 16
            folder.writestr(about, _parquet(tables[name]))
    kept = made.getvalue()
    return kept, digest_of(kept)


def digest_of(kept: bytes) -> str:
    """The SHA-256 of kept bytes, in hex."""
    return hashlib.sha256(kept).hexdigest()


def from_bytes(kept: bytes, digest: str = "") -> dict[str, pa.Table]:
    """The tables as this release knows them. ``digest``: what their SHA-256 must be, if given.

    Raises Altered where it is another, or where the bytes are no zip of tables.
    """
    if digest and digest_of(kept) != digest:
        raise Altered("The rows kept are not those that were kept: their SHA-256 is another.")
    try:
        with zipfile.ZipFile(io.BytesIO(kept)) as folder:
            names = [name.removesuffix(".parquet") for name in folder.namelist()]
            return {
                name: _as_known_here(name, pq.read_table(io.BytesIO(folder.read(f"{name}.parquet"))))
                for name in names
                if name in ALL_TABLES
            }
    except (zipfile.BadZipFile, pa.ArrowInvalid) as broken:
        raise Altered("The rows kept cannot be read: they are no zip of tables.") from broken


def open(kept: bytes, digest: str = "") -> Sources:
    """The kept tables, ready to be counted. Raises Altered."""
    sources = store.open(from_bytes(kept, digest))
    sources.digest = digest or digest_of(kept)
    return sources


def _parquet(table: pa.Table) -> bytes:
    ordered = table.sort_by([(column, "ascending") for column in table.column_names]).combine_chunks()
    sink = io.BytesIO()
    pq.write_table(ordered, sink, compression="zstd", store_schema=False)
    return sink.getvalue()


def _as_known_here(name: str, table: pa.Table) -> pa.Table:
    """The table with exactly the columns of this release."""
    shape = store.schema(name)
    columns = [
        table.column(field.name).cast(field.type)
        if field.name in table.column_names
        else pa.nulls(table.num_rows, field.type)
        for field in shape
    ]
    return pa.Table.from_arrays(columns, schema=shape)
