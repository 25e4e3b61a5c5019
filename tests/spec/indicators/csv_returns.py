"""Small returns as folders of CSV files: written from rows, and read back as they stand."""

from __future__ import annotations

import csv
from pathlib import Path

CsvRow = dict[str, str]

COLUMNS = {
    "Header": "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB",
    "Episodes": "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN",
    "Reviews": "CHILD DOB REVIEW REVIEW_CODE",
    "UASC": "CHILD SEX DOB DUC",
    "OC2": "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT "
    "SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED",
    "OC3": "CHILD DOB IN_TOUCH ACTIV ACCOM",
}
ORDINARY = {
    "Header": {"SEX": "2", "DOB": "01/01/2008", "ETHNIC": "WBRI"},
    "Episodes": {"LS": "C2", "CIN": "N1", "PLACE": "U4"},
}


def rows_of(given: str) -> dict[str, list[CsvRow]]:
    """A text table of a return: a table's name on a line of its own, its columns, then its rows.

    Every child of whom the return speaks has an ordinary header row unless one is written.
    """
    tables: dict[str, list[CsvRow]] = {name: [] for name in COLUMNS}
    table, columns = "", []
    for line in filter(None, map(str.strip, given.splitlines())):
        cells = [cell.strip() for cell in line.split("|")]
        if line in COLUMNS:
            table, columns = line, []
        elif not columns:
            columns = cells
        else:
            row = ORDINARY.get(table, {}) | dict(zip(columns, cells, strict=True))
            tables[table].append(full(table, row))
    named = {row["CHILD"] for rows in tables.values() for row in rows}
    without = sorted(named - {row["CHILD"] for row in tables["Header"]})
    tables["Header"] += [full("Header", {"CHILD": child, **ORDINARY["Header"]}) for child in without]
    return tables


def full(table: str, row: CsvRow) -> CsvRow:
    """The row with every column of its table, blank where nothing is said."""
    return {column: row.get(column, "") for column in COLUMNS[table].split()}


def write(folder: Path, tables: dict[str, list[CsvRow]]) -> Path:
    folder.mkdir(parents=True)
    for table, columns in COLUMNS.items():
        with (folder / f"{table.lower()}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns.split())
            writer.writeheader()
            writer.writerows(tables.get(table, []))
    return folder
