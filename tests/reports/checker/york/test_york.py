"""What the check finds in York's printed report is what people found in it, row by row of their list.

``report.json`` holds York's figures, labels, numbers and references as printed; ``slips.json`` the list: each row
that is found and where, each that needs a person with the reason, and what is found beyond the list with the reason.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from holdfast.reports.checker.check import check
from holdfast.reports.checker.findings import Finding, Kind
from holdfast.reports.checker.printed import Report
from holdfast.reports.checker.reading import read

HERE = Path(__file__).parent
SLIPS: dict[str, list[dict[str, Any]]] = json.loads((HERE / "slips.json").read_text(encoding="utf-8"))
FIGURES = (Kind.WRONG, Kind.CUT)


@cache
def report() -> Report:
    return read("report.json", (HERE / "report.json").read_bytes())


@cache
def found() -> tuple[Finding, ...]:
    return tuple(check(report()))


def place(one: Finding) -> tuple[str, ...]:
    """Where a finding about figures stands, as the list says it."""
    if one.table is None:
        return (one.where.removeprefix("Paragraph "), one.printed)
    name = f"Table {one.table.number}{'b' * (one.table.occurrence - 1)}" if one.table.number else ""
    label = one.table.rows[one.row].label if one.row is not None else ""
    return (name, label, one.table.short_headings[one.column or 0])


def listed(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(row["where"].values())


def numbered(one: Finding) -> str:
    """Where a slip of numbering or a reference stands, as the list says it."""
    if one.table is not None and one.printed.startswith("Table 5"):
        return f"Table 5 (second): {one.expected}"
    if one.kind is Kind.REFERENCE or one.printed.startswith("20"):
        return f"{one.where}: {one.printed}"
    if one.printed == "no number":
        return one.printed
    return one.where.split(" “")[0] if one.table is not None and one.row is one.column else one.where


def test_the_sums_and_percentages_found_are_those_of_the_list():
    expected = {(row["verdict"], *listed(row)) for row in SLIPS["figures"]}
    beyond = {(row["rule"], *listed(row)) for row in SLIPS["beyond_the_list"]}
    ours = [one for one in found() if one.kind in FIGURES]
    extra = [one for one in ours if (one.rule, *place(one)) in beyond]
    verdicts = {Kind.WRONG: "WRONG", Kind.CUT: "TRUNC"}
    assert {(verdicts[one.kind], *place(one)) for one in ours if one not in extra} == expected
    assert {(one.rule, *place(one)) for one in extra} == beyond


def test_every_row_of_the_list_is_found_or_named_for_a_person():
    rows = {row["row"] for part in ("figures", "numbering", "human_judgement") for row in SLIPS[part]}
    verdicts = {row["row"]: row["verdict"] for row in (*SLIPS["figures"], *SLIPS["human_judgement"])}
    assert len([row for row in verdicts.values() if row == "WRONG"]) == 39
    assert len([row for row in verdicts.values() if row == "TRUNC"]) == 23
    assert len(rows) == 39 + 23 + 37
    assert all(len(row["why"]) > 10 for row in SLIPS["human_judgement"])


def test_the_numbering_and_references_found_are_those_of_the_list():
    expected = {(row["kind"], row["where"]) for row in SLIPS["numbering"]}
    expected |= {(Kind.REFERENCE.value, row["where"]) for row in SLIPS["references_beyond_the_list"]}
    ours = {(one.kind.value, numbered(one)) for one in found() if one.kind not in FIGURES}
    assert ours == expected


def test_a_second_sum_of_a_row_is_told_with_both_answers():
    """Rows 20 and 21, and 26 and 27, are two reckonings of one cell: its finding gives both, or the rule for both."""
    year = next(one for one in found() if place(one) == ("Table 4", "Meetings per FTE", "2016/17"))
    assert "232.4" in year.sentence
    assert "235.7" in year.sentence
    on_time = next(one for one in found() if one.rule == "mean of quarters" and one.table.number == "5")
    assert "74.5%" in on_time.sentence
    assert "Whatever the numbers behind each quarter" in on_time.sentence
