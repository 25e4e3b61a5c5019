"""The code lists of the SSDA903 return (children looked after), for each return year.

Source: Department for Education, SSDA903 guide; taken from what the sector's own open tools hold, each list
and each change naming its source and certainty in the TOML files beside this one. Parsed once, on first use.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

_FOLDER: Final = Path(__file__).parent
_BASE: Final = 2017

#: The return years that have code lists, by the year they end in: 2017 is 2016/17.
YEARS: Final = range(2017, 2028)


@dataclass(frozen=True)
class Code:
    """One code of a list. ``last_day`` is the last day it may be used, when it ended inside a return year."""

    code: str
    meaning: str
    certainty: str
    source: str
    last_day: date | None = None


@dataclass(frozen=True)
class Change:
    """What a return year changed, in a sentence. ``field`` is empty when no code list changed."""

    year_ending: int
    field: str
    says: str
    source: str
    certainty: str


def codes(field: str, *, year_ending: int) -> dict[str, str]:
    """The codes of a field in a return year, code to meaning, in the order of the guide.

    Empty when the return did not ask for the field that year (SW_REASON before 2023/24).
    Raises ValueError for a field without a code list, or a year outside ``YEARS``.
    """
    return {code.code: code.meaning for code in details(field, year_ending=year_ending)}


def details(field: str, *, year_ending: int) -> tuple[Code, ...]:
    """The same as :func:`codes` with certainty, source and the last day of use."""
    if year_ending not in YEARS:
        raise ValueError(
            f"There are no SSDA903 code lists for a year ending {year_ending}; "
            f"they run from {YEARS[0]} to {YEARS[-1]}."
        )
    lists = _lists(year_ending)
    if field not in lists and field not in fields():
        raise ValueError(f"“{field}” has no SSDA903 code list; the fields are {', '.join(fields())}.")
    return tuple(lists.get(field, {}).values())


def is_valid(field: str, code: str, *, on: date) -> bool:
    """Whether a code may be used on a day: in the list of the return year, and not past its last day."""
    year_ending = on.year + (1 if on.month >= 4 else 0)
    found = _lists(year_ending).get(field, {}).get(code) if year_ending in YEARS else None
    return found is not None and (found.last_day is None or on <= found.last_day)


@cache
def fields() -> tuple[str, ...]:
    """Every field that has a code list in some year."""
    seen = dict.fromkeys(field for year in YEARS for field in _lists(year))
    return tuple(seen)


@cache
def changes() -> tuple[Change, ...]:
    """What each return year changed, oldest first."""
    return tuple(
        Change(year, entry["field"], entry["says"], entry["source"], entry["certainty"])
        for year in YEARS
        for entry in _differences(year)
    )


@cache
def _lists(year_ending: int) -> dict[str, dict[str, Code]]:
    if year_ending == _BASE:
        return _base()
    lists = dict(_lists(year_ending - 1))
    for entry in _differences(year_ending):
        if entry["field"]:
            lists[entry["field"]] = _changed(lists.get(entry["field"], {}), entry)
    return lists


def _base() -> dict[str, dict[str, Code]]:
    data = _parsed(f"ssda903_{_BASE}.toml")
    return {
        field: {code: _code(code, what, data) for code, what in listed.items()}
        for field, listed in data.items()
        if isinstance(listed, dict)
    }


def _differences(year_ending: int) -> list[dict[str, Any]]:
    name = f"ssda903_{year_ending}.diff.toml"
    if not (_FOLDER / name).exists():
        return []
    found: list[dict[str, Any]] = _parsed(name)["change"]
    return found


@cache
def _parsed(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _code(code: str, what: str | dict[str, str], stated: dict[str, Any]) -> Code:
    if isinstance(what, str):
        return Code(code, what, stated["certainty"], stated["source"])
    return Code(code, what["means"], what["certainty"], what.get("source", stated["source"]))


def _changed(old: dict[str, Code], entry: dict[str, Any]) -> dict[str, Code]:
    """A list after one described difference: codes added after a named one, removed, reworded or ended."""
    added = {code: _code(code, what, entry) for code, what in entry.get("add", {}).items()}
    new: dict[str, Code] = {}
    for code, held in old.items():
        new[code] = held
        if code == entry.get("after"):
            new |= added
    new |= added
    for code in entry.get("remove", ()):
        del new[code]
    for code, meaning in entry.get("reword", {}).items():
        new[code] = _code(code, meaning, entry)
    for code, day in entry.get("until", {}).items():
        new[code] = replace(new[code], last_day=day)
    return new
