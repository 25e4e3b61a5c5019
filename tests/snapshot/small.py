"""Two children, small enough to count by hand, as statistical tables."""

from __future__ import annotations

from datetime import date

import pyarrow as pa

from holdfast.indicators.tables import TABLES
from holdfast.snapshot import store


def table(name: str, *rows: dict) -> pa.Table:
    """A statistical table from rows that name only the columns they fill."""
    return pa.Table.from_pylist(
        [{**dict.fromkeys(TABLES[name]), **row} for row in rows], schema=store.schema(name)
    )


def tables() -> dict[str, pa.Table]:
    """A1 in care since May 2016; B2 in care from July 2017, who moved in January 2018 and is in no review."""
    return {
        "children": table(
            "children",
            {"child": "A1", "sex": "F", "born": date(2010, 2, 28), "ethnicity": "WBRI"},
            {"child": "B2", "sex": "M", "born": date(2001, 6, 1), "ethnicity": "OOTH"},
        ),
        "episodes": table(
            "episodes",
            {"child": "A1", "line": 0, "started": date(2016, 5, 1), "reason_started": "S", "legal_status": "C2",
             "place": "U4"},
            {"child": "B2", "line": 1, "started": date(2017, 7, 10), "ended": date(2018, 1, 5), "reason_started": "S",
             "legal_status": "V2", "place": "U6", "reason_ended": "X1", "reason_moved": "CREQB"},
            {"child": "B2", "line": 2, "started": date(2018, 1, 5), "reason_started": "P", "legal_status": "V2",
             "place": "K2"},
        ),
        "reviews": table(
            "reviews",
            {"child": "A1", "held_on": date(2017, 9, 30), "participation": "PN1"},
            {"child": "A1", "held_on": date(2018, 3, 31)},
        ),
        "health": table(
            "health",
            {"child": "A1", "year_ending": 2018, "health_assessment": "1", "teeth_check": "0", "sdq_score": 15},
        ),
        "care_leavers": table(
            "care_leavers",
            {"child": "C3", "year_ending": 2018, "born": date(1999, 1, 1), "in_touch": "YES", "accommodation": "U1"},
        ),
        "uasc": table("uasc", {"child": "B2"}),
    }  # fmt: skip
