"""Make small returns: a row says only what it is about, the rest is a plain child in a plain placement."""

from __future__ import annotations

import csv
from pathlib import Path

from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.returns.ssda903.write import FILE_NAMES

Row = dict[str, str]

PLAIN: dict[str, Row] = {
    "Header": {"CHILD": "C1", "SEX": "1", "DOB": "01/02/2008", "ETHNIC": "WBRI", "UPN": "UN1"},
    "Episodes": {
        "CHILD": "C1",
        "DECOM": "10/05/2017",
        "RNE": "S",
        "LS": "C2",
        "CIN": "N1",
        "PLACE": "U4",
        "PLACE_PROVIDER": "PR1",
    },
    "Reviews": {"CHILD": "C1", "DOB": "01/02/2008", "REVIEW": "06/06/2017", "REVIEW_CODE": "PN1"},
}


def row(table: str, **given: str) -> Row:
    """A whole row of a table: the plain one with the given values."""
    plain = PLAIN.get(table, {"CHILD": "C1"})
    return {name: given.get(name, plain.get(name, "")) for name in LAYOUTS[table].names}


def write_return(folder: Path, **tables: list[Row]) -> Path:
    """Write CSV files. A child of any table gets a plain header row unless Header is given."""
    whole = {name: [row(name, **given) for given in rows] for name, rows in tables.items()}
    if "Episodes" not in whole:
        whole["Episodes"] = [row("Episodes")]
    if "Header" not in whole:
        children = dict.fromkeys(one["CHILD"] for rows in whole.values() for one in rows)
        whole["Header"] = [row("Header", CHILD=child) for child in children]
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in whole.items():
        with (folder / FILE_NAMES[name]).open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, LAYOUTS[name].names)
            writer.writeheader()
            writer.writerows(rows)
    return folder
