"""Percentages of a whole, group by group: they come to 100, or to near it where each was rounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from holdfast.reports.checker import labels
from holdfast.reports.checker.findings import Finding, Kind, Sure, at_column
from holdfast.reports.checker.printed import Report
from holdfast.reports.checker.rules.figures import Figures, places
from holdfast.reports.checker.rules.shares import has_counts

#: a column this near to 100 is taken for one that should be 100
_NEAR = Decimal("1.5")
_PERHAPS = Decimal(10)


def find(tables: Sequence[Figures], report: Report) -> Iterator[Finding]:
    """Columns of percentages without counts, in tables most of whose columns come to 100."""
    for one in tables:
        columns = dict(_columns(one))
        near = [column for column, (_, total) in columns.items() if abs(total - 100) <= _NEAR]
        if not near or len(near) * 2 < len(columns):
            continue
        for column, (rows, total) in columns.items():
            if total != 100 and abs(total - 100) <= _PERHAPS and not has_counts(one, column):
                yield _finding(one, column, rows, total)


def is_distribution(one: Figures) -> bool:
    """Most of its columns of percentages come to 100."""
    columns = dict(_columns(one))
    near = [column for column, (_, total) in columns.items() if abs(total - 100) <= _NEAR]
    return bool(near) and len(near) * 2 >= len(columns)


def _columns(one: Figures) -> Iterator[tuple[int, tuple[list[int], Decimal]]]:
    for column in range(one.width):
        rows = [row for row in range(len(one.labels)) if not _is_total(one, row)]
        if any(one.is_hidden(row, column) for row in rows):
            continue
        rows = [row for row in rows if one.shares[row][column] is not None]
        if len(rows) > 2 or (len(rows) == 2 and one.width > 1):
            yield column, (rows, sum((one.shares[row][column] or Decimal(0) for row in rows), Decimal(0)))


def _is_total(one: Figures, row: int) -> bool:
    label = one.labels[row]
    hundred = all(share in (None, Decimal(100)) for share in one.shares[row])
    return labels.is_total(label) or labels.may_be_total(label) or (hundred and not label)


def _finding(one: Figures, column: int, rows: list[int], total: Decimal) -> Finding:
    shares = [share for row in rows if (share := one.shares[row][column])]
    half = sum((Decimal(1).scaleb(-places(share)) / 2 for share in shares), Decimal(0))
    rounding = abs(total - 100) <= half
    why = " Rounding alone could make it so." if rounding else " Rounding alone cannot make it so."
    return at_column(
        one.printed_as, column, rule="hundred", kind=Kind.WRONG, sure=Sure.LOOK if rounding else Sure.CERTAIN,
        printed=f"{total.normalize():f}% in all", expected="100% in all",
        sentence=f"The {len(rows)} percentages of the column come to {total.normalize():f}%, not to 100%.{why}",
    )  # fmt: skip
