"""A process that made itself ready writes no question of the year’s report again."""

from __future__ import annotations

from datetime import date

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.tables import ALL_TABLES
from holdfast.reports import warming
from holdfast.snapshot import store


def test_the_questions_of_the_year_that_ended_last_are_written(monkeypatch):
    warming.warm(date(2019, 3, 30))
    sources = store.open({name: store.empty(name) for name in ALL_TABLES})
    written: list[object] = []
    monkeypatch.setattr(sources.backend, "compile", written.append)

    for ending in (2018, 2017):
        assert engine.counted(sources, ReportingYear(ending)).figures

    assert written == []


def test_before_the_first_year_there_is_nothing_to_write():
    warming.warm(date(1990, 1, 1))
