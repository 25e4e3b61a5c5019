"""A case of the catalogue: a small text table of records in, a small text table of figures out.

Records are written in the field's own column names. Days are DD/MM/YYYY; an empty cell is blank. Columns left
out get the ordinary answer (see ``ORDINARY``), and a child of whom nothing is said under ``children`` has an
ordinary header row, so that a case shows only what it is about. A case that has a ``children`` table has no
other header rows than those.

The tables of the officers' work are written in the columns' own names.

Figures: ``-`` is null; the period is ``year``, ``Q1`` to ``Q4`` or a month like ``2017-05``. Every group of a table
and period that is named must be as written, and groups that are not written must have a numerator of 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from holdfast.indicators.tables import RECORD_TABLES, TABLES

Row = dict[str, Any]

COLUMNS = {
    "children": ("child", "sex", "born", "ethnicity"),
    "episodes": (
        *("child", "line", "started", "ended", "reason_started", "legal_status"),
        *("place", "place_post", "reason_ended", "reason_moved"),
    ),
    "reviews": ("child", "held_on", "participation"),
    "health": (
        *("child", "year_ending", "health_assessment", "teeth_check"),
        *("immunisations", "health_check", "sdq_score"),
    ),
    "care_leavers": ("child", "year_ending", "born", "in_touch", "accommodation"),
    "uasc": ("child", "ceased"),
    "population": ("year_ending", "aged_0_17"),
    "allocations": ("child", "worker", "role", "started", "ended"),
    "posts": ("worker", "role", "hundredths", "started", "ended"),
    "plans": ("child", "kind", "started", "ended", "opened", "first_review"),
    "places": ("child", "line", "location"),
    "education_plans": ("child", "completed_on", "state"),
    "meetings": ("child", "kind", "held_on", "completed_on", "seen", "chaired"),
    "dues": (
        *("child", "due_on", "held_on", "completed_on", "finish_by"),
        *("kept", "kept_by_final", "as_of"),
    ),
    "deadlines": ("child", "kind", "due_on", "met_on"),
    "midways": ("child", "due_on", "done_on", "waived"),
    "monitors": (
        *("child", "kind", "completed_on", "finished_on", "version"),
        *("legal_status_right", "placement_meets_needs", "corporate_parenting", "care_plan_quality"),
    ),
    "question_changes": ("kind", "question", "version", "changed_on"),
    "concerns": (
        *("child", "concern", "category", "head", "raised_on"),
        *("closed_on", "effect", "working_days"),
    ),
    "stages": ("child", "concern", "number", "opened_on", "withdrawn"),
    "tier_steps": ("child", "from_tier", "to_tier", "stepped_on", "back_on", "as_of"),
}
RETURN_NAMES = {
    "CHILD": "child",
    "DECOM": "started",
    "DEC": "ended",
    "RNE": "reason_started",
    "LS": "legal_status",
    "PLACE": "place",
    "PL_POST": "place_post",
    "REC": "reason_ended",
    "REASON": "reason_moved",
    "SEX": "sex",
    "DOB": "born",
    "ETHNIC": "ethnicity",
    "REVIEW": "held_on",
    "REVIEW_CODE": "participation",
    "YEAR": "year_ending",
    "HEALTH_ASSESSMENT": "health_assessment",
    "TEETH_CHECK": "teeth_check",
    "IMMUNISATIONS": "immunisations",
    "HEALTH_CHECK": "health_check",
    "SDQ_SCORE": "sdq_score",
    "IN_TOUCH": "in_touch",
    "ACCOM": "accommodation",
    "DUC": "ceased",
    "AGED_0_17": "aged_0_17",
}
ORDINARY: dict[str, Row] = {
    "children": {"sex": "F", "born": date(2008, 1, 1), "ethnicity": "WBRI"},
    "episodes": {"legal_status": "C2", "place": "U4"},
    "allocations": {"role": "iro", "worker": "Olive"},
    "posts": {"role": "iro", "hundredths": 100},
    "dues": {"as_of": date(2030, 1, 1)},
    "monitors": {"kind": "cypic", "version": 1},
    "question_changes": {"kind": "child_in_care", "version": 2},
    "concerns": {"category": "pep", "head": "practice"},
    "tier_steps": {"as_of": date(2030, 1, 1)},
}
DAYS = (
    *("started", "ended", "born", "held_on", "ceased", "opened", "completed_on"),
    *("due_on", "finish_by", "as_of", "met_on", "done_on", "waived", "first_review", "finished_on"),
    *("changed_on", "raised_on", "closed_on", "opened_on", "withdrawn", "stepped_on", "back_on"),
)
NUMBERS = ("line", "year_ending", "sdq_score", "aged_0_17", "hundredths", "version", "working_days", "number")


@dataclass(frozen=True)
class Case:
    """One rule or edge, why it is so, the records and the figures that follow from them."""

    name: str
    why: str
    given: str
    expected: str
    year: str = "2017/18"

    @property
    def year_ending(self) -> int:
        return int(self.year[:4]) + 1

    def tables(self) -> dict[str, list[Row]]:
        return records(self.given, self.year_ending)

    def figures(self) -> dict[tuple[str, str], dict[str, tuple[int, float | None, float | None]]]:
        """What is written for each table and period."""
        written: dict[tuple[str, str], dict[str, tuple[int, float | None, float | None]]] = {}
        for line in filter(None, map(str.strip, self.expected.splitlines())):
            table, group, period, numerator, denominator, value = cells(line)
            name = self.year if period == "year" else period if "-" in period else f"{self.year} {period}"
            written.setdefault((table, name), {})[group] = (
                int(numerator),
                None if denominator == "-" else float(denominator),
                None if value == "-" else float(value),
            )
        return written


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def value_of(column: str, cell: str) -> Any:
    if cell == "":
        return None
    if column in DAYS:
        return datetime.strptime(cell, "%d/%m/%Y").date()
    return int(cell) if column in NUMBERS else cell


def records(given: str, year_ending: int) -> dict[str, list[Row]]:
    """Read the text tables: a table's name on a line of its own, its columns, then its rows."""
    tables: dict[str, list[Row]] = {name: [] for name in COLUMNS if name in TABLES}
    if any(line.strip() in RECORD_TABLES for line in given.splitlines()):
        tables |= {name: [] for name in RECORD_TABLES}
    table, columns = "", []
    for line in filter(None, map(str.strip, given.splitlines())):
        if line in COLUMNS:
            table, columns = line, []
        elif not columns:
            columns = [RETURN_NAMES.get(cell, cell) for cell in cells(line)]
        else:
            ordinary = ORDINARY.get(table, {}) | {"line": len(tables[table]) + 1, "year_ending": year_ending}
            written = dict(zip(columns, cells(line), strict=True))
            row = {name: value_of(name, cell) for name, cell in written.items()}
            tables[table].append({name: row.get(name, ordinary.get(name)) for name in COLUMNS[table]})
    if not tables["children"]:
        known = sorted({row["child"] for name in ("episodes", "health") for row in tables[name]})
        tables["children"] = [{"child": child, **ORDINARY["children"]} for child in known]
    return tables
