"""Codes of the SSDA903 in the words of its guide. A code in no list is shown as it is."""

from __future__ import annotations

from datetime import date
from functools import cache

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear

NOT_RECORDED = "Not recorded"
#: kept in today's codes whatever the year of the return that brought them
_AS_RECORDED = frozenset({"SEX"})


def words(field: str, code: str | None, on: date) -> str:
    """The meaning of a code on a day; years outside the code lists take the nearest list there is."""
    if not code:
        return NOT_RECORDED
    meaning = _list(field, _nearest(on, field)).get(code)
    return meaning if meaning else f"Code {code}, which is not in the code list"


@cache
def _list(field: str, year_ending: int) -> dict[str, str]:
    return ssda903.codes(field, year_ending=year_ending)


def _nearest(on: date, field: str) -> int:
    years = ssda903.YEARS
    if field in _AS_RECORDED:
        return years[-1]
    return min(max(ReportingYear.of(on).ending, years[0]), years[-1])


def choices(field: str, on: date, keep: str = "") -> list[tuple[str, str]]:
    """What somebody may choose on a day, with a blank first; a code that stands already stays choosable."""
    known = _list(field, _nearest(on, field))
    listed = [("", "Blank"), *((code, f"{code}: {meaning}") for code, meaning in known.items())]
    return listed if not keep or keep in known else [*listed, (keep, words(field, keep, on))]
