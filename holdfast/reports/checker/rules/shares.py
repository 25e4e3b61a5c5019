"""Percentages beside the counts they come from: in one cell, in two columns, or in the quarters of the same row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from holdfast.reports.checker import labels
from holdfast.reports.checker.findings import Finding, Kind, Sure
from holdfast.reports.checker.printed import Report
from holdfast.reports.checker.rules.figures import Figures, agrees, is_cut, places, rounded, share_of
from holdfast.reports.checker.rules.quarters import years_of


def find(tables: Sequence[Figures], report: Report) -> Iterator[Finding]:
    """Every percentage that has its counts in the same table."""
    for one in tables:
        for row, column, part, whole, printed in (*_in_cells(one), *_in_pairs(one), *_of_years(one)):
            yield from judged(one, row, column, part, whole, printed)
        yield from _groups(one)


def judged(
    one: Figures, row: int, column: int, part: int, whole: int, printed: Decimal, sure: Sure = Sure.CERTAIN
) -> Iterator[Finding]:
    """What is wrong with a percentage of ``part`` out of ``whole``, if anything."""
    if whole <= 0 or part > whole:
        return
    exact = share_of(part, whole)
    if agrees(printed, exact):
        return
    right = rounded(exact, places(printed))
    cut = is_cut(printed, exact)
    ending = (
        f"which is {right}% after rounding; {printed}% has its last digits cut off."
        if cut
        else f"not {printed}%."
    )
    yield one.finding(
        row, column, rule="percentage", kind=Kind.CUT if cut else Kind.WRONG, sure=sure, expected=f"{right}%",
        sentence=f"{part:,} of {whole:,} is {rounded(exact, 2)}%, {ending}",
    )  # fmt: skip


Share = tuple[int, int, int, int, Decimal]


def _in_cells(one: Figures) -> Iterator[Share]:
    """'16/554 2.8%'; and '35 (17.2%)', whose base stands at the head or foot of the column."""
    for column in range(one.width):
        bare: list[tuple[int, int, Decimal]] = []
        for row in range(len(one.labels)):
            cell = one.cell(row, column)
            if cell.share is None or cell.count is None:
                continue
            if cell.of:
                yield row, column, cell.count, cell.of, cell.share
            elif cell.of is None:
                bare.append((row, cell.count, cell.share))
        base = _base(one, column, [(count, share) for _, count, share in bare])
        if base:
            yield from ((row, column, count, base, share) for row, count, share in bare)


def _in_pairs(one: Figures) -> Iterator[Share]:
    """A column of numbers beside one of their percentages."""
    for column in range(1, one.width):
        if not _is_pair(one, column):
            continue
        pairs = [
            (row, count, share)
            for row in range(len(one.labels))
            if (count := one.counts[row][column - 1]) is not None
            and (share := one.shares[row][column]) is not None
            and one.cell(row, column).number in (None, share)
        ]
        base = _base(one, column - 1, [(count, share) for _, count, share in pairs])
        if base:
            yield from ((row, column, count, base, share) for row, count, share in pairs)


def _is_pair(one: Figures, column: int) -> bool:
    """The column is one of percentages, and of the same year or group as the column of counts before it."""
    heading, before = one.table.columns[column], one.table.columns[column - 1]
    if not heading or not labels.is_percent(heading[-1]):
        return False
    if len(heading) == len(before) == 1:
        return one.periods[column] == one.periods[column - 1]
    return heading[:-1] == before[:-1]


def _base(one: Figures, column: int, pairs: Sequence[tuple[int, Decimal]]) -> int | None:
    """What most of the percentages of a column are of: a total in it, any figure of it, or the sum of its counts."""
    if len(pairs) < 2:
        return None
    tried = Counter(
        count for row in range(len(one.labels)) if (count := one.counts[row][column])
    )  # a row of the column that is the base
    tried[sum(count for count, share in pairs if share != 100)] += 1
    best, fitting = None, 0
    for base in tried:
        telling = [(count, share) for count, share in pairs if count and count <= base and share != 100]
        fits = sum(agrees(share, share_of(count, base)) for count, share in telling)
        if fits > fitting and fits * 2 > len(telling):
            best, fitting = base, fits
    return best


def _of_years(one: Figures) -> Iterator[Share]:
    """The year's percentage where each quarter has its counts: theirs, added up."""
    for year in years_of(one):
        bases = [_column_base(one, column) for column in year.quarters]
        for row in range(len(one.labels)):
            printed, cell = one.shares[row][year.year], one.cell(row, year.year)
            if printed is None or (cell.count is not None and not one.is_percent(row, year.year)):
                continue
            parts = [_part(one, row, column) for column in year.quarters]
            if any(part is None for part in parts) or any(base is None for base in bases):
                continue
            yield (
                row,
                year.year,
                sum(part or 0 for part in parts),
                sum(base or 0 for base in bases),
                printed,
            )


def _part(one: Figures, row: int, column: int) -> int | None:
    cell = one.cell(row, column)
    if cell.of:
        return cell.count
    return 0 if one.shares[row][column] == 0 or cell.count == 0 else None


def _column_base(one: Figures, column: int) -> int | None:
    bases = {cell.of for row in range(len(one.labels)) if (cell := one.cell(row, column)).of}
    return bases.pop() if len(bases) == 1 else None


def _groups(one: Figures) -> Iterator[Finding]:
    """Groups of one base, '98/111' and '12/111': their counts add up to it."""
    columns = []
    for column in range(one.width):
        base = _column_base(one, column)
        rows = [row for row in range(len(one.labels)) if one.cell(row, column).of]
        if base and len(rows) > 1 and not any(one.is_hidden(row, column) for row in range(len(one.labels))):
            columns.append((column, base, rows, sum(one.cell(row, column).count or 0 for row in rows)))
    fits = sum(base == summed for _, base, _, summed in columns)
    if len(columns) < 2 or fits * 2 <= len(columns):
        return
    for column, base, rows, summed in columns:
        if base != summed:
            yield one.finding(
                rows[0], column, rule="groups", kind=Kind.WRONG, sure=Sure.LIKELY, expected=f"{base:,} in all",
                sentence=f"In the other columns the groups add up to their base; here they add up to "
                    f"{summed:,} of {base:,}.",
            )  # fmt: skip


def has_counts(one: Figures, column: int) -> bool:
    """The column's percentages follow from counts in the same table, so they need not come to 100 after rounding."""
    if any(one.cell(row, column).count is not None and one.cell(row, column).share is not None
           for row in range(len(one.labels))):  # fmt: skip
        return True
    return any(share[1] == column for share in (*_in_pairs(one), *_of_years(one)))
