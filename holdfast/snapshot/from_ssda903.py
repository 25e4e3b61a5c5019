"""Statistical tables from SSDA903 returns, one year or several joined.

Episodes are joined on CHILD, DECOM and RNE and reviews on CHILD and REVIEW; the later return, and in one return the
later row, wins. OC2 and OC3 have no date: they keep the year of their return.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from holdfast.returns.ssda903.read import Return, ReturnSet
from holdfast.snapshot.store import schema

#: statistical table -> the return's table and, column by column, where each comes from
_FROM: dict[str, tuple[str, dict[str, str]]] = {
    "children": ("Header", {"child": "CHILD", "sex": "SEX", "born": "DOB", "ethnicity": "ETHNIC"}),
    "episodes": (
        "Episodes",
        {
            "child": "CHILD",
            "started": "DECOM",
            "ended": "DEC",
            "reason_started": "RNE",
            "legal_status": "LS",
            "place": "PLACE",
            "place_post": "PL_POST",
            "reason_ended": "REC",
            "reason_moved": "REASON_PLACE_CHANGE",
        },
    ),
    "reviews": ("Reviews", {"child": "CHILD", "held_on": "REVIEW", "participation": "REVIEW_CODE"}),
    "health": (
        "OC2",
        {
            "child": "CHILD",
            "health_assessment": "HEALTH_ASSESSMENT",
            "teeth_check": "TEETH_CHECK",
            "immunisations": "IMMUNISATIONS",
            "health_check": "HEALTH_CHECK",
            "sdq_score": "SDQ_SCORE",
        },
    ),
    "care_leavers": (
        "OC3",
        {"child": "CHILD", "born": "DOB", "in_touch": "IN_TOUCH", "accommodation": "ACCOM"},
    ),
    "uasc": ("UASC", {"child": "CHILD", "ceased": "DUC"}),
}

#: what makes two rows the same row
_KEYS: dict[str, list[str]] = {
    "children": ["child"],
    "episodes": ["child", "started", "reason_started"],
    "reviews": ["child", "held_on"],
    "health": ["child", "year_ending"],
    "care_leavers": ["child", "year_ending"],
    "uasc": ["child"],
}


class FaultyReturn(Exception):
    """A return that could not be understood: nothing is counted from it."""


def tables(read: ReturnSet) -> dict[str, pa.Table]:
    """The statistical tables of the returns, with exactly the columns of ``indicators.tables``.

    The population is not in a return: that table has no rows. Raises FaultyReturn when the set has faults.
    """
    if read.faults:
        raise FaultyReturn(f"{len(read.faults)} faults: nothing was counted.")
    made = {name: _joined(name, read.returns) for name in _FROM}
    made["children"] = _with(made["children"], "sex", _sex(made["children"]["sex"]))
    made["health"] = _with(made["health"], "sdq_score", _score(made["health"]["sdq_score"]))
    return {name: table.select(schema(name).names).cast(schema(name)) for name, table in made.items()}


def _joined(name: str, returns: list[Return]) -> pa.Table:
    """The rows of all returns in reading order, each kept unless a later one is the same row."""
    source, columns = _FROM[name]
    parts = [
        pa.table(
            {
                **{ours: one.tables[source][theirs] for ours, theirs in columns.items()},
                "year_ending": pa.repeat(pa.scalar(one.year_ending, pa.int64()), one.tables[source].num_rows),
            }
        )
        for one in returns
    ]
    rows = pa.concat_tables(parts)
    rows = rows.append_column("line", pa.array(range(rows.num_rows), pa.int64()))
    if name == "reviews":
        rows = rows.filter(pc.is_valid(rows["held_on"]))
    last = rows.group_by(_KEYS[name]).aggregate([("line", "max")])
    return rows if last.num_rows == rows.num_rows else rows.filter(pc.is_in(rows["line"], last["line_max"]))


def _with(table: pa.Table, column: str, values: Any) -> pa.Table:
    return table.set_column(table.column_names.index(column), column, values)


def _sex(given: Any) -> Any:
    """1 and 2 up to 2023/24 are M and F of the years after."""
    return pc.if_else(pc.equal(given, "1"), "M", pc.if_else(pc.equal(given, "2"), "F", given))


def _score(given: Any) -> Any:
    """A strengths and difficulties score is 0 to 40; any other number is none."""
    fits = pc.and_(pc.greater_equal(given, 0), pc.less_equal(given, 40))
    return pc.if_else(fits, given, pa.scalar(None, pa.int64()))
