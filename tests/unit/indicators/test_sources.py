"""A question is written once, and answered from the rows it is asked of."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pyarrow as pa
import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.sources import Sources
from holdfast.indicators.tables import TABLES
from holdfast.snapshot import store

YEAR = ReportingYear(2017)


def in_care(children: int, **more: pa.Table) -> Sources:
    """So many children in care all through the year."""
    episodes = {name: [None] * children for name in TABLES["episodes"]}
    episodes |= {
        "child": [f"C{n}" for n in range(children)],
        "line": list(range(children)),
        "started": [date(2015, 5, 1)] * children,
        "reason_started": ["S"] * children,
        "legal_status": ["C2"] * children,
        "place": ["U4"] * children,
    }
    return store.open({"episodes": pa.table(episodes, schema=store.schema("episodes")), **more})


def number(sources: Sources) -> int:
    figures = engine.figures(sources, YEAR, ["children_in_care"])
    return next(one.numerator for one in figures if one.group == "number" and one.period == YEAR.name)


def test_other_rows_are_answered_for_themselves() -> None:
    assert [number(in_care(n)) for n in (3, 0, 7)] == [3, 0, 7]


def test_a_question_written_before_needs_no_ibis(monkeypatch: pytest.MonkeyPatch) -> None:
    number(in_care(1))
    again = in_care(4)
    monkeypatch.setattr(again.backend, "compile", None)

    assert number(again) == 4


def test_rows_and_number_agree_at_the_second_asking_too() -> None:
    for children in (2, 5):
        found = engine.rows(in_care(children), YEAR, "children_in_care", "number")
        assert len(found) == children


def test_what_a_return_does_not_hold_is_not_asked_of_it() -> None:
    engine.figures(in_care(1, allocations=store.empty("allocations"), posts=store.empty("posts")), YEAR)

    with pytest.raises(KeyError, match="does not hold"):
        engine.figures(in_care(1), YEAR, ["caseload"])


def test_two_at_once_get_each_their_own() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda n: number(in_care(n)), range(12))) == list(range(12))
