"""Write the tables of a return as the Department takes them: a folder of CSV files."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from .layout import LAYOUTS, Layout

__all__ = ["write_csv"]

#: the usual name of each file; whoever reads them goes by the columns
FILE_NAMES: Final = {
    "Header": "header.csv",
    "Episodes": "episodes.csv",
    "Reviews": "reviews.csv",
    "UASC": "uasc.csv",
    "OC2": "oc2.csv",
    "OC3": "oc3.csv",
    "AD1": "ad1.csv",
    "PlacedAdoption": "placed_for_adoption.csv",
    "PrevPerm": "previous_permanence.csv",
    "Missing": "missing.csv",
    "SWEpisodes": "sw_episodes.csv",
    "DoLo": "dolo.csv",
}


def write_csv(tables: dict[str, Any], folder: Path) -> list[Path]:
    """Write the tables that have rows (Header and Episodes always) and give the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, layout in LAYOUTS.items():
        table = tables.get(name)
        if table is None or (table.num_rows == 0 and not layout.required):
            continue
        path = folder / FILE_NAMES[name]
        _write(table, layout, path)
        written.append(path)
    return written


def _write(table: Any, layout: Layout, path: Path) -> None:
    plain = arrow_csv.WriteOptions(include_header=False, quoting_style="needed")
    with path.open("wb") as file:
        file.write((",".join(layout.names) + "\n").encode())
        arrow_csv.write_csv(as_text(table, layout), file, plain)


def as_text(table: Any, layout: Layout) -> Any:
    """The table's columns in order as text, dates as DD/MM/YYYY, without ``LINE``."""
    columns = {}
    for column in layout.columns:
        values = table[column.name]
        if column.type == "date":
            values = pc.strftime(values, format="%d/%m/%Y")
        columns[column.name] = values.cast(pa.string())
    return pa.table(columns)
