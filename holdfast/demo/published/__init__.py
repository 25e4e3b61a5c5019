"""What City of York Council printed, cell by cell, errors included: data to compare with and to print beside ours."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
#: the year the published report is of
YEAR = "2016/17"


@dataclass(frozen=True)
class Cell:
    """One printed cell.

    ``reads`` says which part of our figure stands there: ``count`` the numerator, ``base`` the denominator,
    ``value`` the share, mean or rate. ``printed`` is the text without its unit, None where the cell is blank.
    ``whose`` is empty for York itself, else the words over the column.
    """

    table: str
    group: str
    period: str
    reads: str
    label: str
    printed: str | None
    printed_as: str
    whose: str = ""

    @property
    def key(self) -> str:
        """The name of the cell in ``reasons.toml``."""
        return " ".join((self.table, self.group, self.reads, self.period))


@dataclass(frozen=True)
class Reason:
    """Why a printed cell is not what our records say: the kind of reason, and a sentence."""

    kind: str
    sentence: str


@cache
def cells() -> tuple[Cell, ...]:
    """Every printed cell of the tables this product makes, in the order of the report."""
    return tuple(
        Cell(
            table["table"],
            row["group"],
            period,
            row["reads"],
            row["label"],
            printed,
            table["printed_as"],
            whose,
        )
        for table in _published()["tables"]
        for row in table["rows"]
        for (whose, period), printed in zip(map(_column, table["columns"]), row["cells"], strict=True)
    )


def source(cell: Cell) -> str:
    """Where a cell was printed."""
    return f"{_published()['source']}, {cell.printed_as}"


@cache
def reasons() -> dict[str, Reason]:
    """Why cells cannot stand, by the cell's key."""
    return {key: Reason(one["kind"], one["sentence"]) for one in _judged()["reason"] for key in one["cells"]}


@cache
def notes() -> dict[str, str]:
    """What a reader of a cell of an earlier year must know, by the cell's key."""
    return {key: one["sentence"] for one in _judged()["note"] for key in one["cells"]}


@cache
def _judged() -> dict:
    return tomllib.loads((_FOLDER / "reasons.toml").read_text(encoding="utf-8"))


def _column(heading: str) -> tuple[str, str]:
    """'Regional average 2015/16' -> whose and period; '2016/17 Q1' is York's own."""
    if heading[0].isdigit():
        return "", heading
    whose, period = heading.rsplit(" ", 1)
    return whose, period


@cache
def _published() -> dict:
    return json.loads((_FOLDER / "york_2016_17.json").read_text(encoding="utf-8"))
