"""The tables and columns of the SSDA903 return, as ``tables.toml`` lists them.

Source: Department for Education, SSDA903 return, CSV form (one file per table).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

FIRST_YEAR: Final = 2017
LAST_YEAR: Final = 2027

_ARROW: Final[dict[str, Any]] = {
    "child": pa.string(),
    "code": pa.string(),
    "text": pa.string(),
    "date": pa.date32(),
    "date_zz": pa.string(),
    "whole": pa.int64(),
}


@dataclass(frozen=True)
class Column:
    """One column: its name, what kind of value it holds, and which values it may take."""

    name: str
    type: str
    codes: str | None = None
    values: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True)
class Layout:
    """One table of the return, its columns in the Department's order."""

    name: str
    columns: tuple[Column, ...]
    required: bool
    first_year: int

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def schema(self) -> Any:
        """The Arrow schema of the table once read, ``LINE`` (the row's line in its file) last."""
        fields = [(column.name, _ARROW[column.type]) for column in self.columns]
        return pa.schema([*fields, ("LINE", pa.int64())])

    def empty(self) -> Any:
        """The table with no rows, as it stands for a file that was not handed in."""
        return pa.Table.from_batches([], schema=self.schema)


def _load() -> dict[str, Layout]:
    found = tomllib.loads((Path(__file__).parent / "tables.toml").read_text(encoding="utf-8"))
    return {name: _layout(name, table) for name, table in found.items()}


def _layout(name: str, table: dict[str, Any]) -> Layout:
    columns = tuple(
        Column(
            name=column["name"],
            type=column["type"],
            codes=column.get("codes"),
            values=tuple(column.get("values", ())),
            needed=column.get("needed", False),
        )
        for column in table["columns"]
    )
    return Layout(name, columns, table.get("required", False), table.get("first_year", FIRST_YEAR))


#: every table by name, Header first
LAYOUTS: Final[dict[str, Layout]] = _load()


def recognise(names: list[str]) -> Layout | None:
    """The table with exactly these column names, in any order; None when there is none."""
    wanted = frozenset(names)
    if len(wanted) != len(names):
        return None
    return next((layout for layout in LAYOUTS.values() if frozenset(layout.names) == wanted), None)


def closest(names: list[str]) -> Layout | None:
    """The table that shares most of these column names; None when no column is known."""
    given = frozenset(names)

    def likeness(layout: Layout) -> float:
        own = frozenset(layout.names)
        return len(own & given) / len(own | given)

    best = max(LAYOUTS.values(), key=likeness)
    return best if likeness(best) > 0 else None
