"""Read SSDA903 returns, one year or several, from CSV folders and XML files. No database, no Django."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from holdfast.domain.reporting_year import ReportingYear

from .check import check_header_rows
from .faults import FaultList
from .layout import FIRST_YEAR, LAST_YEAR, LAYOUTS
from .place import Progress, read_place
from .return_path import ReturnPath, titles
from .return_set import Return, ReturnSet

__all__ = ["Return", "ReturnPath", "ReturnSet", "read"]

# Arrow's own allocator takes 75 MB and a fifth of a second at its first use; a return is a few MB.
pa.set_memory_pool(pa.system_memory_pool())


def read(paths: Sequence[ReturnPath | str | Path], progress: Progress | None = None) -> ReturnSet:
    """Read returns and put them in the order of their years.

    A path is a folder of CSV files, a folder with one XML file, or an XML file; as text it may carry
    its year ('2017/18=FOLDER'). ``progress`` is told what is being read, the bytes done and in all.
    Raises ValueError for a text whose year is none; all else that is wrong is in ``faults``,
    and then there are no returns.
    """
    faults, notes = FaultList(), list[str]()
    returns: list[Return] = []
    given = [ReturnPath.of(path) for path in paths]
    for one, title in zip(given, titles([one.path for one in given]), strict=True):
        found = _read_one(one, title, faults, notes, progress or _silent)
        if found is not None:
            _add(found, returns, faults)
    if not paths:
        faults.add("(nothing)", None, None, "no return", "at least one folder or XML file")
    returns.sort(key=lambda one: one.year_ending)
    return ReturnSet([] if faults else returns, list(faults), notes)


def _silent(what: str, done: int, total: int | None) -> None:
    """Progress for a caller that asked for none."""


def _add(found: Return, returns: list[Return], faults: FaultList) -> None:
    same = next((one for one in returns if one.year_ending == found.year_ending), None)
    if same is None:
        returns.append(found)
        return
    label, other = found.files["Episodes"], same.files["Episodes"]
    faults.add(
        label, None, None, f"a second return for {found.year} (the first is {other})", "one for each year"
    )


def _read_one(
    given: ReturnPath, title: str, faults: FaultList, notes: list[str], progress: Progress
) -> Return | None:
    tables, labels = read_place(given.path.absolute(), title, faults, notes, progress)
    check_header_rows(tables, labels, faults)
    if "Episodes" not in tables:
        return None
    year = given.year or _year(tables, labels, faults)
    if year is None or not _in_range(year, labels, faults):
        return None
    whole = {name: tables.get(name, layout.empty()) for name, layout in LAYOUTS.items()}
    return Return(year.ending, whole, labels)


def _year(tables: dict[str, Any], labels: dict[str, str], faults: FaultList) -> ReportingYear | None:
    """The year of the latest DECOM; a fault when there is none."""
    latest = pc.max(tables["Episodes"]["DECOM"]).as_py()
    if latest is not None:
        return ReportingYear.of(latest)
    if not faults:  # else the reason why there is no date is told already
        faults.add(labels["Episodes"], None, "DECOM", "no date", "at least one episode, to tell the year")
    return None


def _in_range(year: ReportingYear, labels: dict[str, str], faults: FaultList) -> bool:
    """Whether the codes of this year are known; a fault when not (often one DECOM far in the future)."""
    if FIRST_YEAR <= year.ending <= LAST_YEAR:
        return True
    found = f"the return year {year}, told by the latest date or given with the folder"
    expected = f"a return of {ReportingYear(FIRST_YEAR)} to {ReportingYear(LAST_YEAR)}"
    faults.add(labels["Episodes"], None, "DECOM", found, expected)
    return False
