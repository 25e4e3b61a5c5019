"""Whole returns that nobody would think of writing down, for Hypothesis: any code, any date, any gap."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
from hypothesis import strategies as st

from holdfast.returns.ssda903.layout import LAYOUTS, Column

#: letters of a code or a text, commas, quotes and letters beyond ASCII among them; upper case, as read
LETTERS = st.text(st.sampled_from("ABCXYZ0123456789 ,;'\"&<>/-ÉŁ"), min_size=1, max_size=8)
TEXTS = LETTERS.map(lambda text: " ".join(text.split())).filter(bool)
DATES = st.dates(date(1990, 1, 1), date(2030, 12, 31))
ZZ = st.sampled_from(["zz/05/2016", "zz/zz/zzzz", "29/02/2016"])
REPEATED = {"Episodes": 4, "Reviews": 4, "Missing": 2, "PlacedAdoption": 2}
ONCE = ("UASC", "OC2", "OC3", "AD1", "PrevPerm")


def _value(column: Column) -> st.SearchStrategy:
    kinds = {"date": DATES, "date_zz": ZZ, "whole": st.integers(-5, 99)}
    values = kinds.get(column.type, TEXTS)
    return values if column.needed else st.none() | values


@st.composite
def _rows(draw: st.DrawFn, table: str, child: dict) -> list[dict]:
    """The rows of one child in one table; where XML has no element of its own, never a row of blanks."""
    most = REPEATED.get(table, 1)
    rows = []
    for _ in range(draw(st.integers(1 if table == "Episodes" else 0, most))):
        own = {column.name: draw(_value(column)) for column in LAYOUTS[table].columns}
        own |= {name: child[name] for name in ("CHILD", "DOB", "SEX") if name in own}
        if table == "Episodes":
            own["DECOM"] = draw(st.dates(date(2016, 4, 1), date(2018, 3, 31)))
        if table not in ("OC3", "AD1") or any(own[name] for name in LAYOUTS[table].names[2:]):
            rows.append(own)
    return rows


@st.composite
def whole_returns(draw: st.DrawFn) -> dict[str, pa.Table]:
    """All tables of a return that both forms can hold, the rows of each child together."""
    ids = draw(
        st.lists(
            st.text(st.sampled_from("ABC012"), min_size=1, max_size=4), min_size=1, max_size=4, unique=True
        )
    )
    rows: dict[str, list[dict]] = {name: [] for name in LAYOUTS}
    for child_id in ids:
        child = {column.name: draw(_value(column)) for column in LAYOUTS["Header"].columns} | {
            "CHILD": child_id
        }
        rows["Header"].append(child)
        for table in (*REPEATED, *ONCE):
            rows[table] += draw(_rows(table, child))
    return {
        name: pa.Table.from_pylist(
            [row | {"LINE": n} for n, row in enumerate(rows[name])], schema=layout.schema
        )
        for name, layout in LAYOUTS.items()
    }
