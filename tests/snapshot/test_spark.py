"""The same expressions on Apache Spark give the same answers."""

import warnings

import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.returns.ssda903.read import read
from holdfast.snapshot import from_ssda903, store
from tests.snapshot.folder import write_small_return

pytestmark = pytest.mark.spark


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


def test_a_return_gives_the_same_figures_on_spark(session, tmp_path):
    folder = write_small_return(tmp_path)
    tables = from_ssda903.tables(read([folder]))
    year = ReportingYear(2018)
    here = engine.figures(store.open(tables), year)
    with warnings.catch_warnings():
        # Spark's own client warns of its own internals; nothing of ours is let through
        warnings.simplefilter("ignore")
        there = engine.figures(store.open_spark(tables, session), year)
    assert there == here
    assert sum(f.numerator for f in here) > 500
