"""The demo's records in the shape of SSDA903 returns: 2014/15, 2015/16 and 2016/17.

The oldest of them also holds every earlier episode of a child's care, as a council would hand over its history, so
that no start of care is unknown. An episode still open at a year's end is without an end in that year's return.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from holdfast.demo.authority import Authority
from holdfast.demo.life import Life, Stay
from holdfast.demo.moves import ADOPTED
from holdfast.domain.reporting_year import ReportingYear
from holdfast.returns.ssda903 import arrays
from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.returns.ssda903.return_set import Return, ReturnSet

_YEARS = (2015, 2016, 2017)
_EPOCH = date(1970, 1, 1).toordinal()
_SEX = {"M": "1", "F": "2"}
Row = dict[str, Any]


@dataclass(frozen=True)
class _Year:
    ending: int
    oldest: bool

    @property
    def starts(self) -> date:
        return ReportingYear(self.ending).starts

    @property
    def ends(self) -> date:
        return ReportingYear(self.ending).ends

    def holds(self, started: date, ended: date | None) -> bool:
        """Whether something that lasted from a day to a day belongs in this year's return."""
        over_before = ended is not None and ended < self.starts
        return started <= self.ends and (self.oldest or not over_before)


def returns(authority: Authority) -> ReturnSet:
    """The returns, as ``returns.ssda903.read`` would have read them from files."""
    return ReturnSet([_one(authority, _Year(ending, ending == _YEARS[0])) for ending in _YEARS])


def _one(authority: Authority, year: _Year) -> Return:
    here = [life for life in authority.everybody if life.came <= year.ends and _spoken_of(life, year)]
    make: dict[str, Callable[[Life, _Year], Iterable[Row]]] = {
        "Header": _header,
        "Episodes": _episodes,
        "Reviews": _reviews,
        "UASC": _uasc,
        "OC2": _oc2,
        "OC3": _oc3,
        "AD1": _ad1,
        "PrevPerm": _prev_perm,
    }
    tables = {}
    for name, layout in LAYOUTS.items():
        rows = [row for life in here for row in make[name](life, year)] if name in make else []
        for line, row in enumerate(rows, start=2):
            row["LINE"] = line
        columns = [_column(field.type, [row.get(field.name) for row in rows]) for field in layout.schema]
        tables[name] = pa.Table.from_arrays(columns, schema=layout.schema)
    files = {name: f"{authority.name} {year.ending} {name}" for name in make}
    return Return(year.ending, tables, files)


def _column(kind: Any, values: list[Any]) -> Any:
    """A column of the return's kind: dates as days since 1970, which is how Arrow keeps them."""
    if kind == pa.string():
        return arrays.strings(values)
    there = np.array([value is not None for value in values], dtype=bool)
    if kind == pa.date32():
        days = [0 if value is None else value.toordinal() - _EPOCH for value in values]
        return arrays.numbers(np.array(days, dtype=np.int32), kind, there)
    return arrays.numbers(np.array([value or 0 for value in values], dtype=np.int64), kind, there)


def _spoken_of(life: Life, year: _Year) -> bool:
    return year.holds(life.came, life.left) or (life.care_leaver is not None and year.ending == 2017)


def _header(life: Life, year: _Year) -> Iterable[Row]:
    yield {
        "CHILD": life.number,
        "SEX": _SEX[life.sex],
        "DOB": life.born,
        "ETHNIC": life.ethnicity,
        "UPN": life.upn,
        "MOTHER": "0" if life.sex == "F" and life.age_on(year.ends) >= 12 else None,
    }


def _episodes(life: Life, year: _Year) -> Iterable[Row]:
    for stay in life.stays:
        if year.holds(stay.started, stay.ended):
            yield _episode(life, stay, open_still=stay.ended is None or stay.ended > year.ends)


def _episode(life: Life, stay: Stay, *, open_still: bool) -> Row:
    return {
        "CHILD": life.number,
        "DECOM": stay.started,
        "RNE": stay.why_started,
        "LS": stay.legal,
        "CIN": life.need,
        "PLACE": stay.place,
        "PLACE_PROVIDER": stay.provider,
        "DEC": None if open_still else stay.ended,
        "REC": None if open_still else stay.why_ended,
        "REASON_PLACE_CHANGE": None if open_still else stay.why_moved,
        "HOME_POST": life.home_post,
        "PL_POST": stay.post,
        "URN": stay.urn,
    }


def _reviews(life: Life, year: _Year) -> Iterable[Row]:
    for day, code in life.reviews:
        if year.starts <= day <= year.ends:
            yield {"CHILD": life.number, "DOB": life.born, "REVIEW": day, "REVIEW_CODE": code}


def _uasc(life: Life, year: _Year) -> Iterable[Row]:
    if life.asylum:
        ceased = life.left if life.left is not None and life.left <= year.ends else None
        yield {"CHILD": life.number, "SEX": _SEX[life.sex], "DOB": life.born, "DUC": ceased}


def _oc2(life: Life, year: _Year) -> Iterable[Row]:
    if year.ending in life.health:
        yield {"CHILD": life.number, "DOB": life.born, **life.health[year.ending]}


def _oc3(life: Life, year: _Year) -> Iterable[Row]:
    if life.care_leaver is not None and year.ending == 2017:
        yield {"CHILD": life.number, "DOB": life.born, **life.care_leaver}


def _ad1(life: Life, year: _Year) -> Iterable[Row]:
    """An adoption order made in the year, by two adopters; under A3 they were the child's foster carers."""
    if life.outcome in ADOPTED and life.left is not None and year.starts <= life.left <= year.ends:
        placed = life.stays[-1].started
        yield {
            "CHILD": life.number,
            "DOB": life.born,
            "DATE_INT": max(life.came, placed.replace(day=1)),
            "DATE_MATCH": placed,
            "FOSTER_CARE": "1" if life.stays[-1].place == "A3" else "0",
            "NB_ADOPTR": "2",
            "SEX_ADOPTR": "MF",
            "LS_ADOPTR": "L11",
        }


def _prev_perm(life: Life, year: _Year) -> Iterable[Row]:
    """Asked of everybody who came into care from April 2016 on."""
    if (
        year.starts <= life.came <= year.ends
        and life.came >= date(2016, 4, 1)
        and life.stays[0].legal != "V4"
    ):
        yield {"CHILD": life.number, "DOB": life.born, "PREV_PERM": "Z1"}
