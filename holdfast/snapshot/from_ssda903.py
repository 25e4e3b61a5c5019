"""Statistical tables from SSDA903 returns, one year or several joined.

Episodes are joined on CHILD, DECOM and RNE and reviews on CHILD and REVIEW; the later return, and in one return the
later row, wins. OC2 and OC3 have no date: they keep the year of their return.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from holdfast.returns.ssda903.arrays import numbers
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
    children = made["children"]
    made["children"] = children.set_column(children.column_names.index("sex"), "sex", _sex(children["sex"]))
    return {name: table.select(schema(name).names).cast(schema(name)) for name, table in made.items()}


def _joined(name: str, returns: list[Return]) -> pa.Table:
    """The rows of all returns in reading order, each kept unless a later one is the same row."""
    source, columns = _FROM[name]
    rows = pa.concat_tables([_of_one(one, source, columns) for one in returns])
    rows = rows.append_column("line", numbers(np.arange(rows.num_rows), pa.int64()))
    if name == "reviews":
        rows = rows.filter(pc.is_valid(rows["held_on"]))
    kept = _last_of_each([rows[key] for key in _KEYS[name]])
    return rows if len(kept) == rows.num_rows else rows.take(numbers(kept, pa.int64()))


def _last_of_each(keys: list[Any]) -> Any:
    """The positions of the last row of each combination of keys, in order; blank equals blank."""
    combined = np.zeros(len(keys[0]), dtype=np.int64)
    for key in keys:
        encoded = pc.dictionary_encode(key.combine_chunks(), null_encoding="encode")
        codes = np.frombuffer(encoded.indices.buffers()[1], dtype=np.int32)[: len(combined)]
        _, combined = np.unique(combined * (len(encoded.dictionary) + 1) + codes, return_inverse=True)
    last = np.zeros(combined.max(initial=-1) + 1, dtype=np.int64)
    last[combined] = np.arange(len(combined))  # of several rows for one place the later is written last
    return np.sort(last)


def _of_one(one: Return, source: str, columns: dict[str, str]) -> pa.Table:
    table = one.tables[source].select(list(columns.values())).rename_columns(list(columns))
    years = np.full(table.num_rows, one.year_ending, dtype=np.int64)
    return table.append_column("year_ending", numbers(years, pa.int64()))


def _sex(given: Any) -> Any:
    """1 and 2 up to 2023/24 are M and F of the years after."""
    letters = pc.replace_substring_regex(given, pattern="^1$", replacement="M")
    return pc.replace_substring_regex(letters, pattern="^2$", replacement="F")
