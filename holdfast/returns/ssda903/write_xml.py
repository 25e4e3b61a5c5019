"""Write the tables of a return in the XML form (the Department's schema of 2021)."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from .layout import LAYOUTS
from .write import as_text
from .xml_shape import CHILD, EPISODE, HEADER, INLINE, NOT_IN_XML, ROOT, ROWS, UASC_FLAG, VALUES

Row = dict[str, str | None]


class NotInXml(ValueError):
    """The XML form has no place for something in these tables; the message says what."""


def write_xml(tables: dict[str, Any], path: Path) -> None:
    """Write one XML file. Raises NotInXml rather than leave anything out."""
    for name in NOT_IN_XML:
        if name in tables and tables[name].num_rows:
            raise NotInXml(f"The XML form has no place for the table {name}; write CSV files instead.")
    rows = {name: _by_child(table, name) for name, table in tables.items()}
    headers = as_text(tables["Header"], LAYOUTS["Header"]).to_pylist()
    _check(headers, rows)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<{ROOT}>\n')
        for header in headers:
            file.writelines(f"{line}\n" for line in _child(header, rows))
        file.write(f"</{ROOT}>\n")


def _by_child(table: Any, name: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in as_text(table, LAYOUTS[name]).to_pylist():
        found.setdefault(row["CHILD"], []).append(row)
    return found


def _check(headers: list[Row], rows: dict[str, dict[str, list[Row]]]) -> None:
    """One header row for each child of every table, and everywhere the same DOB and SEX."""
    known = {str(header["CHILD"]): header for header in headers}
    if len(known) < len(headers):
        raise NotInXml("A child has two rows in Header; the XML form holds one for each child.")
    for name, children in rows.items():
        for child, own in children.items():
            if child not in known:
                raise NotInXml(f"The table {name} has a child without a row in Header.")
            if name in INLINE and len(own) > 1:
                raise NotInXml(f"The table {name} has two rows for a child; the XML form holds one.")
            if any(
                row[shared] != known[child][shared]
                for row in own
                for shared in ("DOB", "SEX")
                if shared in row
            ):
                raise NotInXml(f"The table {name} has another DOB or SEX for a child than Header.")


def _child(header: Row, rows: dict[str, dict[str, list[Row]]]) -> Iterator[str]:
    def own(table: str) -> list[Row]:
        return rows.get(table, {}).get(str(header["CHILD"]), [])

    values = dict(header)
    for table, columns in INLINE.items():
        for row in own(table):
            values |= {column: row[column] for column in columns}
    values[UASC_FLAG] = "1" if own("UASC") else "0"
    yield f"<{CHILD}><{HEADER}>"
    yield from _values(HEADER, values)
    for element, (table, parent) in ROWS.items():
        if parent == HEADER:
            for row in own(table):
                yield _row(element, row)
    yield f"</{HEADER}>"
    for row in own("Episodes"):
        yield _row(EPISODE, row)
    yield f"</{CHILD}>"


def _row(element: str, row: Row) -> str:
    return f"<{element}>{''.join(_values(element, row))}</{element}>"


def _values(element: str, row: Row) -> Iterator[str]:
    for tag, column in VALUES[element].items():
        value = row.get(column)
        if value is not None:
            if not value.isprintable():
                raise NotInXml(f"A value of {column} has letters that XML cannot hold.")
            yield f"<{tag}>{escape(value, quote=False)}</{tag}>"
