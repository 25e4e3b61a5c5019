"""Populations of several years as a table of text, each line checked; while there is a fault nothing may be entered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.comparator_file import LISTED, Fault, Unreadable, rows_of
from holdfast.reports.comparator_line import day_of

PARTS: dict[str, str] = {
    "year": "The year from April to March whose figures it is for, like 2016/17",
    "aged_0_17": "How many people aged 0 to 17 live in the area, like 36,500",
    "source": "Who published it, like ONS mid-year estimate 2016",
    "dated": "When it was published, like 2017-06-22, 22/6/2017 or June 2017",
}
OPTIONAL = frozenset({"dated"})
MOST_PEOPLE = 99_999_999
EXAMPLE = (
    ("2016/17", "36500", "ONS mid-year estimate 2016", "22 June 2017"),
    ("2015/16", "36100", "ONS mid-year estimate 2015", ""),
)


@dataclass(frozen=True)
class Aged0To17:
    """The population of one year, as somebody published it."""

    year: ReportingYear
    people: int
    source: str
    published_on: date | None = None


@dataclass(frozen=True)
class PopulationFile:
    """The populations of a file in its order, or its faults. ``more`` counts faults beyond those listed."""

    populations: list[Aged0To17] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    more: int = 0


def read(text: str, earliest: int) -> PopulationFile:
    """Read headings and lines, parted by commas, semicolons or tabs. ``earliest``: the first year that has a place."""
    try:
        rows = rows_of(text.removeprefix("\ufeff"))
        line, header = next(rows, (1, []))
        names = [name.strip().casefold() for name in header]
        faults = list(_header_faults(line, names))
        return PopulationFile(faults=faults) if faults else _populations(names, rows, earliest)
    except Unreadable as stop:
        return PopulationFile(faults=[stop.fault])


def template(years: Iterable[ReportingYear]) -> list[tuple[str, ...]]:
    """A line for every year that has no population yet."""
    return [(year.name, "", "", "") for year in years]


def _header_faults(line: int, names: list[str]) -> Iterator[Fault]:
    known = ", ".join(PARTS)
    if not names:
        yield Fault(line, "", "nothing", f"the headings {known}")
        return
    for name in names:
        if name not in PARTS:
            yield Fault(line, name, f"the heading “{name[:40]}”", f"one of {known}")
    for name in PARTS:
        if names.count(name) > 1:
            yield Fault(line, name, f"this heading {names.count(name)} times", "each heading once")
        if name not in names and name not in OPTIONAL:
            yield Fault(line, name, "no such heading", "this heading in the first line")


def _populations(names: list[str], rows: Iterable[tuple[int, list[str]]], earliest: int) -> PopulationFile:
    found: list[Aged0To17] = []
    faults: list[Fault] = []
    lines: dict[str, int] = {}
    for line, cells in rows:
        given = {name: " ".join(cell.split()) for name, cell in zip(names, cells, strict=False)}
        if not any(text for name, text in given.items() if name != "year"):
            continue
        wrong = list(_wrong(line, given, earliest))
        if not wrong:
            one = _population(given)
            if one.year.name in lines:
                wrong = [
                    Fault(line, "year", f"the year of line {lines[one.year.name]} again", "each year once")
                ]
            lines.setdefault(one.year.name, line)
            found.append(one)
        faults += wrong
    if not found and not faults:
        faults.append(Fault(2, "", "nothing", "at least one year under the headings"))
    if faults:
        return PopulationFile(faults=faults[:LISTED], more=max(0, len(faults) - LISTED))
    return PopulationFile(found)


def _wrong(line: int, given: Mapping[str, str], earliest: int) -> Iterator[Fault]:
    year, people = _year(given.get("year", "")), _people(given.get("aged_0_17", ""))
    if year is None or not earliest <= year.ending <= ssda903.YEARS[-1]:
        expected = (
            f"a year from {ReportingYear(earliest)} to {ReportingYear(ssda903.YEARS[-1])}, like 2016/17"
        )
        yield Fault(line, "year", _found(given, "year"), expected)
    if people is None:
        expected = f"a whole number from 1 to {MOST_PEOPLE:,}, like 36,500"
        yield Fault(line, "aged_0_17", _found(given, "aged_0_17"), expected)
    source, dated = given.get("source", ""), given.get("dated", "")
    if not source or len(source) > 300:
        found = f"{len(source)} characters" if source else "nothing"
        yield Fault(line, "source", found, "who published it, in at most 300 characters")
    if dated and day_of(dated) is None:
        yield Fault(line, "dated", _found(given, "dated"), "a date, like 22 June 2017, or nothing")


def _population(given: Mapping[str, str]) -> Aged0To17:
    year, people = ReportingYear.parse(given["year"]), int(given["aged_0_17"].replace(",", ""))
    return Aged0To17(year, people, given["source"], day_of(given.get("dated", "")))


def _found(given: Mapping[str, str], name: str) -> str:
    return f"“{given[name][:60]}”" if given.get(name) else "nothing"


def _year(text: str) -> ReportingYear | None:
    try:
        return ReportingYear.parse(text)
    except ValueError:
        return None


def _people(text: str) -> int | None:
    digits = text.replace(",", "")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 8:
        return None
    return int(digits) or None
