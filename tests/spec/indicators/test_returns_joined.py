"""From CSV files to figures: one return and several, by hand, by the oracle and by the engine."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.returns.ssda903.read import read
from holdfast.returns.ssda903.return_path import ReturnPath
from holdfast.snapshot import from_ssda903, store
from tests.spec.indicators import counting, csv_returns, histories, oracle, oracle_returns
from tests.spec.indicators.returns_cases import CASES, ReturnsCase
from tests.spec.indicators.test_cases import check
from tests.spec.indicators.test_oracle_agrees import FIFTEEN

EACH = pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])


def by_engine(paths: list[ReturnPath], year_ending: int, only: tuple[str, ...]) -> counting.Answer:
    found = read(paths)
    assert found.faults == []
    sources = store.open(from_ssda903.tables(found))
    return counting.as_answer(engine.figures(sources, ReportingYear(year_ending), only))


@EACH
def test_the_oracle_agrees_with_the_count_by_hand(case: ReturnsCase) -> None:
    given = [
        (ReportingYear.parse(year).ending if year else None, csv_returns.rows_of(text))
        for year, text in case.returns
    ]
    tables = oracle_returns.join(given)
    check(case.as_case(), lambda _tables, year_ending, _only: oracle.count(tables, year_ending))


@EACH
def test_the_engine_agrees_with_the_count_by_hand(case: ReturnsCase, tmp_path: Path) -> None:
    paths = [
        ReturnPath(
            csv_returns.write(tmp_path / str(number), csv_returns.rows_of(text)),
            ReportingYear.parse(year) if year else None,
        )
        for number, (year, text) in enumerate(case.returns)
    ]
    check(case.as_case(), lambda _tables, year_ending, only: by_engine(paths, year_ending, only))


def test_random_returns_of_three_years_are_counted_alike(tmp_path: Path) -> None:
    chance = Random(6)
    returns = yearly_returns(chance, histories.authority(chance, 300, 2019), (2017, 2018, 2019))
    paths = [
        ReturnPath(csv_returns.write(tmp_path / str(year), tables), ReportingYear(year))
        for year, tables in returns
    ]
    chance.shuffle(paths)
    expected = oracle.count(oracle_returns.join(list(returns)), 2019)
    assert by_engine(paths, 2019, FIFTEEN) == expected


def yearly_returns(
    chance: Random, tables: dict[str, list[dict[str, Any]]], years: tuple[int, ...]
) -> list[tuple[int, dict[str, list[csv_returns.CsvRow]]]]:
    """The rows spread over returns at random: some in one year, some in several and then not quite the same."""
    returns = []
    for year in years:
        rows = {table: some_rows(chance, tables, table) for table in csv_returns.COLUMNS}
        named = {row["CHILD"] for table in rows.values() for row in table}
        unnamed = sorted(named - {row["CHILD"] for row in rows["Header"]})
        rows["Header"] += [csv_returns.full("Header", {"CHILD": child}) for child in unnamed]
        returns.append((year, rows))
    return returns


SOURCES = {
    "Header": ("children", {"SEX": "sex", "DOB": "born", "ETHNIC": "ethnicity"}),
    "Episodes": (
        "episodes",
        {
            "DECOM": "started",
            "RNE": "reason_started",
            "LS": "legal_status",
            "PLACE": "place",
            "PL_POST": "place_post",
            "DEC": "ended",
            "REC": "reason_ended",
            "REASON_PLACE_CHANGE": "reason_moved",
        },
    ),
    "Reviews": ("reviews", {"REVIEW": "held_on", "REVIEW_CODE": "participation"}),
    "UASC": ("uasc", {"DUC": "ceased"}),
    "OC2": (
        "health",
        {
            "SDQ_SCORE": "sdq_score",
            "HEALTH_CHECK": "health_check",
            "IMMUNISATIONS": "immunisations",
            "TEETH_CHECK": "teeth_check",
            "HEALTH_ASSESSMENT": "health_assessment",
        },
    ),
    "OC3": ("care_leavers", {"DOB": "born", "IN_TOUCH": "in_touch", "ACCOM": "accommodation"}),
}


def some_rows(
    chance: Random, tables: dict[str, list[dict[str, Any]]], table: str
) -> list[csv_returns.CsvRow]:
    source, columns = SOURCES[table]
    rows = []
    for row in tables[source]:
        if chance.random() < 0.7:
            cells = {column: cell(row[name]) for column, name in columns.items()}
            if table == "Episodes" and chance.random() < 0.1:
                cells["DEC"] = cells["REC"] = ""
            rows.append(csv_returns.full(table, {"CHILD": row["child"], **cells}))
    return rows


def cell(value: Any) -> str:
    if value is None:
        return ""
    return value.strftime("%d/%m/%Y") if hasattr(value, "strftime") else str(value)
