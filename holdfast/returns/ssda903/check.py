"""Faults that show only when the tables stand side by side: a child no header row speaks of."""

from __future__ import annotations

from typing import Any, Final

import pyarrow.compute as pc

from . import arrays
from .faults import LISTED_PER_COLUMN, FaultList, quoted

_NEEDS_HEADER: Final = ("Episodes", "Reviews")


def check_header_rows(tables: dict[str, Any], labels: dict[str, str], faults: FaultList) -> None:
    """A fault for each row of Episodes or Reviews whose child has no row in Header."""
    if "Header" not in tables:
        return
    known = tables["Header"].column("CHILD").combine_chunks().drop_null()
    for name in _NEEDS_HEADER:
        if name not in tables:
            continue
        table = tables[name]
        child = table.column("CHILD")
        unknown = pc.and_(pc.is_valid(child), pc.invert(pc.is_in(child, value_set=known)))
        places = arrays.places(unknown)
        for place in places[:LISTED_PER_COLUMN].tolist():
            row, found = table["LINE"][place].as_py(), quoted(child[place].as_py())
            faults.add(labels[name], row, "CHILD", found, f"a child with a row in {labels['Header']}")
        faults.count(labels[name], "CHILD", max(0, len(places) - LISTED_PER_COLUMN))
