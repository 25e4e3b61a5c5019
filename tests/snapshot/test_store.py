import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.snapshot import store
from tests.snapshot.small import tables

YEAR = ReportingYear(2018)


def test_a_table_that_is_not_given_has_no_rows():
    sources = store.open({})
    assert sources.fetch(sources.table("reviews")) == []


def test_a_table_of_another_shape_is_refused_by_name():
    with pytest.raises(ValueError, match="statistical table uasc must have the columns child, ceased"):
        store.open({"uasc": pa.table({"child": ["A1"]})})


def test_a_table_that_is_no_statistical_table_is_not_given():
    with pytest.raises(KeyError, match="no statistical table called shoes"):
        store.open({}).table("shoes")


def test_the_engine_reads_no_file_once_it_is_open(tmp_path):
    sources = store.open({})
    with pytest.raises(duckdb.PermissionException):
        sources.backend.con.execute(f"COPY (SELECT 1) TO '{tmp_path / 'leak.csv'}'")


def test_parquet_files_give_the_same_figures(tmp_path):
    for name, table in tables().items():
        pq.write_table(table, tmp_path / f"{name}.parquet")
    from_files = engine.figures(store.open_parquet(tmp_path), YEAR)
    assert from_files == engine.figures(store.open(tables()), YEAR)


def test_a_folder_of_parquet_files_is_one_table(tmp_path):
    reviews = tables()["reviews"]
    (tmp_path / "reviews.parquet").mkdir()
    for nth in range(2):
        pq.write_table(reviews.slice(nth, 1), tmp_path / "reviews.parquet" / f"part-{nth}.parquet")
    sources = store.open_parquet(tmp_path, threads=1)
    assert sources.fetch(sources.table("reviews").count().as_table()) == [{"CountStar(reviews)": 2}]
