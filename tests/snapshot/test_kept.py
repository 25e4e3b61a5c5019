"""Rows kept for years: the same rows always the same bytes, and read by a release that knows other columns."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.tables import RECORD_TABLES
from holdfast.snapshot import from_casework, kept, store
from tests.builders import care, people, reviews

TODAY, YEAR = date(2017, 3, 31), ReportingYear(2017)


@pytest.fixture
def tables(db) -> dict[str, pa.Table]:
    alice = care.in_care(date(2016, 5, 2))
    care.in_care(date(2016, 11, 7), people.child("Benedict Birch", sex="M"))
    reviews.review(alice, date(2016, 5, 27))
    return from_casework.tables(on=TODAY)


def shuffled(table: pa.Table) -> pa.Table:
    order = list(range(table.num_rows))
    random.Random(7).shuffle(order)
    return table.take(pa.array(order, pa.int64()))


def repacked(rows: bytes, name: str, table: pa.Table) -> bytes:
    """The zip with one table replaced or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(rows)) as old, zipfile.ZipFile(made, "w") as new:
        for one in old.namelist():
            if one != f"{name}.parquet":
                new.writestr(one, old.read(one))
        sink = io.BytesIO()
        pq.write_table(table, sink)
        new.writestr(f"{name}.parquet", sink.getvalue())
    return made.getvalue()


def test_the_same_rows_give_the_same_bytes_in_whatever_order_they_came(tables) -> None:
    rows, digest = kept.to_bytes(tables)

    assert kept.to_bytes(from_casework.tables(on=TODAY)) == (rows, digest)
    assert kept.to_bytes({name: shuffled(table) for name, table in reversed(tables.items())}) == (
        rows,
        digest,
    )
    assert digest == kept.digest_of(rows)


def test_other_rows_give_another_digest(tables) -> None:
    before = kept.to_bytes(tables)[1]
    care.in_care(date(2016, 9, 1), people.child("Kit Larch"))
    assert kept.to_bytes(from_casework.tables(on=TODAY))[1] != before


def test_kept_rows_give_the_figures_they_gave(tables) -> None:
    rows, digest = kept.to_bytes(tables)
    sources = kept.open(rows, digest)

    assert engine.counted(sources, YEAR) == engine.counted(store.open(tables), YEAR)
    assert sources.digest == digest


def test_a_table_with_a_column_less_and_one_more_is_read_with_nulls(tables) -> None:
    rows, _ = kept.to_bytes(tables)
    old = tables["meetings"].drop_columns(["seen"]).append_column("room", pa.array(["A1"], pa.string()))

    read = kept.from_bytes(repacked(rows, "meetings", old))["meetings"]

    assert read.schema == store.schema("meetings")
    assert read.column("seen").null_count == read.num_rows
    assert engine.counted(kept.open(repacked(rows, "meetings", old)), YEAR).figures


def test_a_table_nobody_knows_is_left_out_and_one_that_lacks_is_not_held(tables) -> None:
    del tables["concerns"], tables["stages"]
    rows, _ = kept.to_bytes(tables)

    sources = kept.open(repacked(rows, "moons", pa.table({"moon": ["Io"]})))

    assert "moons" not in kept.from_bytes(repacked(rows, "moons", pa.table({"moon": ["Io"]})))
    assert not sources.holds(["concerns"])
    assert sources.holds([name for name in RECORD_TABLES if name not in ("concerns", "stages")])


def test_altered_bytes_are_refused(tables) -> None:
    rows, digest = kept.to_bytes(tables)
    with pytest.raises(kept.Altered, match="SHA-256"):
        kept.open(rows[:-1] + b"!", digest)
    with pytest.raises(kept.Altered, match="no zip"):
        kept.open(b"nothing of the kind")
