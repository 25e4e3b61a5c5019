"""The same expressions on Apache Spark give the same answers."""

import warnings
from random import Random

import pyarrow.parquet as pq
import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.returns.ssda903.read import read
from holdfast.snapshot import from_ssda903, store
from tests.snapshot.folder import write_small_return
from tests.spec.indicators import counting, histories_work

pytestmark = pytest.mark.spark
YEAR = ReportingYear(2018)


@pytest.fixture(scope="module")
def session():
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.memory": "1g",
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return from_ssda903.tables(read([write_small_return(tmp_path_factory.mktemp("return"))]))


def figures_on_spark(sources, only=None):
    with warnings.catch_warnings():
        # Spark's own client warns of its own internals; nothing of ours is let through
        warnings.simplefilter("ignore")
        return engine.figures(sources, YEAR, only)


def test_a_return_gives_the_same_figures_on_spark(session, tables):
    here = engine.figures(store.open(tables), YEAR)

    assert figures_on_spark(store.open_spark(tables, session)) == here
    assert sum(f.numerator for f in here) > 500


def test_the_work_of_a_service_gives_the_same_figures_on_spark(session):
    tables = counting.arrow(histories_work.service(Random(3), 12, 2018))
    here = engine.figures(store.open(tables), YEAR)

    assert figures_on_spark(store.open_spark(tables, session)) == here
    assert {"caseload", "timeliness", "iro_continuity"} < {f.table for f in here if f.numerator}


def test_parquet_files_give_the_same_figures_on_spark(session, tables, tmp_path):
    for name in ("children", "episodes"):
        pq.write_table(tables[name], tmp_path / f"{name}.parquet")
    only = ["age", "participation"]

    there = figures_on_spark(store.open_spark_parquet(tmp_path, session), only)

    assert there == engine.figures(store.open_parquet(tmp_path), YEAR, only)
    assert any(f.numerator for f in there)
