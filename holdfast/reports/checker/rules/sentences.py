"""Numbers in the text: percentages that do not follow from their counts, and numbers no table has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from holdfast.reports.checker.cells import plain
from holdfast.reports.checker.findings import Finding, Kind, Sure
from holdfast.reports.checker.periods import period_of
from holdfast.reports.checker.printed import ReadTable, Report, Said
from holdfast.reports.checker.rules.figures import (
    Figures,
    agrees,
    figures_of,
    is_cut,
    places,
    rounded,
    share_of,
)

_SHARE = re.compile(
    r"(?<![\d.])(\d{1,7}) (?:of|out of) (?:the |these |all )?(\d{1,7}) \((\d{1,3}(?:\.\d+)?)%"
)
_IN_YEAR = re.compile(
    r"(?<![\d.])(\d{1,7}(?:\.\d+)?)\s?(%?)(?:\s[a-z]{3,12})? (?:in|for|at the end of) (20\d\d/\d\d)(?!\d)",
    re.I,
)
_TABLE = re.compile(r"\btables?\s+(\d{1,3}[a-z]?)\b(?!\.\d)", re.I)


def find(tables: Sequence[Figures], report: Report) -> Iterator[Finding]:
    """Every paragraph, and where it names one table, against that table."""
    for said in report.said:
        yield from _shares(said)
        named = set(_TABLE.findall(said.text))
        found = [table for table in report.tables if table.number in named]
        if len(named) == 1 and len(found) == 1:
            yield from _against(said, found[0])


def repeated(report: Report, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Paragraphs that name a table and repeat a number that was found wrong in it."""
    wrong = [f for f in findings if f.table is not None and f.row is not None and f.kind is Kind.WRONG]
    for said in report.said:
        named = set(_TABLE.findall(said.text))
        for found in wrong:
            number = re.search(r"\d+(?:\.\d+)?", plain(found.printed).split("=")[-1])
            if found.table is None or found.table.number not in named or not number or len(number[0]) < 3:
                continue
            if re.search(rf"(?<![\d.,/]){re.escape(number[0])}(?![\d/]|\.\d)", plain(said.text)):
                yield Finding(
                    "repeated", Kind.WRONG, Sure.LIKELY, said.place, number[0], found.expected,
                    f"The text repeats {number[0]} from {found.table.name}, which is wrong there: {found.sentence}",
                )  # fmt: skip


def _shares(said: Said) -> Iterator[Finding]:
    for found in _SHARE.finditer(plain(said.text)):
        part, whole, printed = int(found[1]), int(found[2]), Decimal(found[3])
        if not 0 <= part <= whole or whole == 0 or agrees(printed, share_of(part, whole)):
            continue
        exact = share_of(part, whole)
        cut, right = is_cut(printed, exact), rounded(exact, places(printed))
        yield Finding(
            "percentage", Kind.CUT if cut else Kind.WRONG, Sure.CERTAIN, said.place, f"{found[0]})", f"{right}%",
            f"{part:,} of {whole:,} is {rounded(exact, 2)}%, so {right}%; {printed}% is printed.",
        )  # fmt: skip


def _against(said: Said, table: ReadTable) -> Iterator[Finding]:
    """'15% in 2015/16' where the table the paragraph names has no such number in that year."""
    one = figures_of(table)
    for found in _IN_YEAR.finditer(plain(said.text)):
        number, is_share, year = Decimal(found[1]), bool(found[2]), period_of([found[3]]).year
        columns = [c for c, p in enumerate(one.periods) if p.year == year and not p.whose]
        values = [
            value
            for column in columns
            for row in range(len(one.labels))
            if (value := one.shares[row][column] if is_share else one.cell(row, column).number) is not None
        ]
        shown = [value for value in values if agrees(number, value)]
        if not values or shown or (not is_share and number < 10):
            continue
        yield Finding(
            "text and table", Kind.WRONG, Sure.LOOK, said.place, found[0], f"a number of {table.name}",
            f"The text says {found[1]}{found[2]} for {year}; {table.name}, which it names, has no such "
            f"number for that year.",
        )  # fmt: skip
