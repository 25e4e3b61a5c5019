"""Many published figures as a table of text: CSV from a file, or rows pasted from a spreadsheet.

Every line is checked. Where one is wrong nothing may be entered, and each fault names its line and column.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.registry import INDICATORS
from holdfast.reports.checker.readers.excel import first_sheet
from holdfast.reports.comparator_line import OPTIONAL, PARTS, Wrong, figure_of
from holdfast.reports.comparators import PUBLISHERS, Comparator
from holdfast.returns.ssda903.faults import quoted

#: more lines than every figure of every year and area would fill; what is longer is some other file
MOST_LINES = 5_000
#: more bytes than so many lines have
MOST_BYTES = 1_000_000
#: faults that are listed; more would not be read
LISTED = 100

#: a column that only helps whoever fills in the others
PASSED_OVER = frozenset({"words"})
#: what a line of the template has when nobody filled it in
_PLACE = frozenset({"table", "group", "period", "publisher"}) | PASSED_OVER

#: an invented example of what is given: a share with its counts, a rate, a count, and a note
EXAMPLE = (
    ("sex", "male", "2015/16", "us", "51.3", "98", "191", "Our annual report 2015/16, Table 9", "", ""),
    (
        "children_in_care", "per_10000", "2015/16", "region", "63", "", "", "DfE, SFR 41/2016, Table LAA1", "",
        "8 December 2016",
    ),
    ("leaving_care", "E4A", "2015/16", "us", "", "12", "", "Our annual report 2015/16, Table 19", "", "2016-09-30"),
    (
        "placement_moves", "three_or_more", "2015/16", "nation", "10", "", "", "DfE, SFR 41/2016, Table LAA1",
        "Rounded to a whole number by the Department.", "8 December 2016",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """What cannot be entered: its line in the file (the headings are line 1), its column, what is there, what must be.

    ``column`` is empty where the whole line is meant.
    """

    line: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        place = f"line {self.line}" + (f", column {self.column}" if self.column else "")
        return f"{place}: found {self.found}; expected {self.expected}"


@dataclass(frozen=True)
class ComparatorFile:
    """The figures of a file in its order, or its faults; while there is a fault nothing may be entered.

    ``more`` counts faults beyond those listed.
    """

    figures: list[Comparator] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    more: int = 0


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8, with or without a mark in front, or what a spreadsheet on Windows writes."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def of_workbook(content: bytes) -> str:
    """The first sheet of an Excel workbook as text this module reads. Raises CannotRead."""
    out = io.StringIO()
    csv.writer(out).writerows(first_sheet(content))
    return out.getvalue()


def template(period: str, publisher: str, table: str = "") -> Iterator[tuple[str, ...]]:
    """A line for every figure there is, or for those of one table, its place filled in and the rest left to fill."""
    blank = ("",) * (len(PARTS) - 4)
    year = ReportingYear.parse(period)
    for about in INDICATORS.values():
        if table in ("", about.table):
            for group in about.groups_for(year):
                yield (about.table, group.key, period, publisher, *blank, f"{about.title}: {group.label}")


def read(text: str) -> ComparatorFile:
    """Read headings and lines, parted by commas, semicolons or tabs. Empty lines are passed over."""
    text = text.removeprefix("\ufeff")
    try:
        rows = rows_of(text)
        line, header = next(rows, (1, []))
        names = [name.strip().casefold() for name in header]
        faults = list(_header_faults(line, names))
        return ComparatorFile(faults=faults) if faults else _figures(names, rows)
    except Unreadable as stop:
        return ComparatorFile(faults=[stop.fault])


def groups() -> Iterator[tuple[str, str, str, str]]:
    """(table, its title, group, its words) of every figure there is, in the newest year's words."""
    newest = ReportingYear(ssda903.YEARS[-1])
    for about in INDICATORS.values():
        for group in about.groups_for(newest):
            yield about.table, about.title, group.key, group.label


def line_of(figure: Comparator) -> tuple[object, ...]:
    """A figure as a line of the file."""
    keys = {whose: key for key, whose in PUBLISHERS.items()}
    return (
        figure.table,
        figure.group,
        figure.period,
        keys.get(figure.whose, figure.whose),
        figure.value,
        figure.numerator,
        figure.denominator,
        figure.source,
        figure.note,
        figure.dated.isoformat() if figure.dated else "",
    )


class Unreadable(Exception):
    """The text cannot be parted into lines and cells any further."""

    def __init__(self, line: int, found: str, expected: str) -> None:
        self.fault = Fault(line, "", found, expected)
        super().__init__(str(self.fault))


def rows_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line it begins on, cells) of every row that is not empty."""
    if "\0" in text:
        raise Unreadable(1, "bytes that are no text", "a CSV file")
    first = next((line for line in text.splitlines() if line.strip()), "")
    parted_by = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by, strict=True)
    for _ in range(MOST_LINES + 2):
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            found = "a quotation mark that opens or ends in the wrong place"
            raise Unreadable(
                line, found, "each cell with a quotation mark at both ends, or at none"
            ) from None
        if any(cell.strip() for cell in cells):
            yield line, cells
    raise Unreadable(
        reader.line_num, f"more than {MOST_LINES:,} lines", f"at most {MOST_LINES:,} in one file"
    )


def _header_faults(line: int, names: list[str]) -> Iterator[Fault]:
    known = ", ".join(PARTS)
    names = [name for name in names if name not in PASSED_OVER]
    if not names:
        yield Fault(line, "", "nothing", f"the headings {known}")
        return
    for name in names:
        if name not in PARTS:
            yield Fault(line, name, f"the heading {quoted(name)}", f"one of {known}")
    for name in PARTS:
        if names.count(name) > 1:
            yield Fault(line, name, f"this heading {names.count(name)} times", "each heading once")
        if name not in names and name not in OPTIONAL:
            yield Fault(line, name, "no such heading", "this heading in the first line")


def _figures(names: list[str], rows: Iterable[tuple[int, list[str]]]) -> ComparatorFile:
    figures: list[Comparator] = []
    faults: list[Fault] = []
    lines: dict[tuple[str, ...], int] = {}
    for line, cells in rows:
        if _is_unfilled(names, cells):
            continue
        read_line = _line(names, line, cells)
        if isinstance(read_line, list):
            faults += read_line
            continue
        place = (read_line.table, read_line.group, read_line.period, read_line.whose)
        if place in lines:
            found = f"the figure of line {lines[place]} again"
            faults.append(Fault(line, "", found, "each group, year and publisher once"))
        lines.setdefault(place, line)
        figures.append(read_line)
    if not figures and not faults:
        faults.append(Fault(2, "", "nothing", "at least one figure under the headings"))
    if faults:
        return ComparatorFile(faults=faults[:LISTED], more=max(0, len(faults) - LISTED))
    return ComparatorFile(figures)


def _line(names: list[str], line: int, cells: list[str]) -> Comparator | list[Fault]:
    if any(cell.strip() for cell in cells[len(names) :]):
        return [Fault(line, "", f"{len(cells)} cells", f"at most {len(names)}, one for each heading")]
    given = {name: _plain(cell) for name, cell in zip(names, cells, strict=False)}
    found = figure_of(given)
    if isinstance(found, Comparator):
        return found
    return [Fault(line, wrong.part, _shown(wrong, given), wrong.expected) for wrong in found]


def _is_unfilled(names: list[str], cells: list[str]) -> bool:
    """A line of the template that nobody filled in: it names a place, and nothing is said of it."""
    said = [cell for name, cell in zip(names, cells, strict=False) if name not in _PLACE]
    place = [cell for name, cell in zip(names, cells, strict=False) if name in _PLACE]
    return not any(cell.strip() for cell in said) and sum(bool(cell.strip()) for cell in place) > 3


def _plain(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it as a formula."""
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@") else text


def _shown(wrong: Wrong, given: dict[str, str]) -> str:
    """What was found as the file has it, in quotation marks; a description of it stays as it is."""
    cell = " ".join(given.get(wrong.part, "").split())
    return "nothing" if not cell else quoted(cell) if wrong.found == cell else wrong.found
