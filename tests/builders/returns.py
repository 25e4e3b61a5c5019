"""Invented returns, as they are once read. A table is a list of rows; what a row leaves out is blank."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pyarrow as pa

from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.returns.ssda903.read import Return, ReturnSet

Rows = Iterable[dict[str, Any]]

ALICE = {"CHILD": "A1", "SEX": "2", "DOB": date(2005, 5, 1), "ETHNIC": "WBRI"}
BOB = {"CHILD": "B2", "SEX": "1", "DOB": date(2010, 11, 30), "ETHNIC": "MWBC"}


def header(*children: dict[str, Any]) -> list[dict[str, Any]]:
    return [dict(child) for child in children]


def episode(child: dict[str, Any], started: date, ended: date | None = None, **facts: Any) -> dict[str, Any]:
    """A care order in a foster home; an ended one continues (X1) unless told otherwise."""
    standard = {
        "RNE": "S",
        "LS": "C2",
        "CIN": "N1",
        "PLACE": "U6",
        "PLACE_PROVIDER": "PR1",
        "PL_POST": "ZZ1 1AA",
    }
    dates = {"DECOM": started, "DEC": ended, "REC": "X1" if ended else None}
    return {"CHILD": child["CHILD"], **standard, **dates, **facts}


def review(child: dict[str, Any], on: date | None, code: str | None = "PN1") -> dict[str, Any]:
    return {"CHILD": child["CHILD"], "DOB": child["DOB"], "REVIEW": on, "REVIEW_CODE": code}


def health(child: dict[str, Any], **answers: Any) -> dict[str, Any]:
    return {"CHILD": child["CHILD"], "DOB": child["DOB"], **answers}


def one_return(year_ending: int, **tables: Rows) -> Return:
    """The return of one year. Tables that are not given were not handed in."""
    made = {name: layout.empty() for name, layout in LAYOUTS.items()}
    for name, rows in tables.items():
        lined = [{"LINE": line, **row} for line, row in enumerate(rows, start=2)]
        made[name] = pa.Table.from_pylist(lined, schema=LAYOUTS[name].schema)
    return Return(year_ending, made, {name: f"{name.lower()}.csv" for name in tables})


def return_set(*returns: Return) -> ReturnSet:
    return ReturnSet(list(returns))


def a_return(year_ending: int = 2017, **tables: Rows) -> ReturnSet:
    """One year by itself."""
    return return_set(one_return(year_ending, **tables))
