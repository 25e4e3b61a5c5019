"""A row or column that is called a total against its parts, whichever of them the table itself bears out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdfast.reports.checker import labels
from holdfast.reports.checker.findings import Finding, Kind, Sure
from holdfast.reports.checker.printed import Report
from holdfast.reports.checker.rules.figures import Figures, Matrix

#: a total that nothing in the table bears out is only spoken of where the sum is as near as this
_NEAR = 0.15
_QUITE_NEAR = 0.10


def find(tables: Sequence[Figures], report: Report) -> Iterator[Finding]:
    """Sums down every table; and across, where its columns are no periods."""
    for one in tables:
        yield from _down(one)
        if not any(period.known or period.whose for period in one.periods):
            turned = one.turned
            if any(labels.is_total(label) for label in turned.labels) and not _has_rates(one):
                yield from _down(turned)


def _has_rates(one: Figures) -> bool:
    return any(share is not None for row in one.shares for share in row)


def _down(one: Figures) -> Iterator[Finding]:
    totals = [at for at in range(len(one.labels)) if _kind_of_total(one, at)]
    for at in totals:
        yield from _total(one, at, totals)


def _kind_of_total(one: Figures, at: int) -> str:
    """'just', 'named', 'perhaps', or '' for a row that is no total."""
    label = one.labels[at]
    if not any(value is not None for value in one.counts[at]):
        return ""
    if labels.is_just_total(label):
        return "just"
    if labels.is_total(label):
        return "named"
    if labels.may_be_total(label) or (not label and at == len(one.labels) - 1 and at > 1):
        return "perhaps"
    return ""


def _total(one: Figures, at: int, totals: Sequence[int]) -> Iterator[Finding]:
    kind = _kind_of_total(one, at)
    best, matched, asked = _best_parts(one, at, list(_candidates(one, at, totals)))
    if not best or not asked or len(matched) == len(asked):
        return
    wrong = [column for column in asked if column not in matched]
    if (len(matched) * 2 >= len(asked) and (kind != "perhaps" or len(matched) >= 2)) or (
        kind == "just" and not matched and at in (0, len(one.labels) - 1)
    ):
        sure = Sure.CERTAIN
    elif not matched and _all_near(one.counts, at, best, asked, _NEAR if kind == "named" else _QUITE_NEAR):
        sure = Sure.LIKELY
        if kind == "perhaps" and (len(best) < 3 or len(asked) < 2):
            return
    elif kind == "just":
        sure = Sure.LIKELY
    else:
        return
    for column in wrong:
        total, summed = one.counts[at][column], _sum(one.counts, best, column)
        parts = _named(one, best, column)
        yield one.finding(
            at, column, rule="sum", kind=Kind.WRONG, sure=sure, expected=f"{summed:,}",
            sentence=f"{total:,} is printed, but {parts} add up to {summed:,}.",
        )  # fmt: skip


def _candidates(one: Figures, at: int, totals: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Rows that might be the parts of the total: those above it, those below, the totals before it."""
    counted = [row for row in range(len(one.labels)) if _counts(one, row)]
    parts = [row for row in counted if row not in totals]
    before = max((other for other in totals if other < at), default=-1)
    after = min((other for other in totals if other > at), default=len(one.labels))
    above = tuple(row for row in parts if before < row < at)
    below = tuple(row for row in parts if at < row < after)
    everything_above = tuple(row for row in parts if row < at)
    subtotals = tuple(row for row in totals if row < at)
    yield from (rows for rows in dict.fromkeys((everything_above, above)) if len(rows) > 1)
    yield from (below[:cut] for cut in range(len(below), 1, -1))
    if len(subtotals) > 1:
        yield subtotals
    if above and before >= 0:
        yield (before, *above)
    if len(everything_above) == 1 or (len(above) == 1 and above):
        yield above or everything_above


def _counts(one: Figures, row: int) -> bool:
    """The row holds counts, or would if they were not held back: a part that is hidden is a part."""
    given = any(value is not None for value in one.counts[row])
    hidden = any(one.is_hidden(row, column) for column in range(one.width))
    return given or (hidden and labels.is_counted(one.labels[row]))


def _best_parts(
    one: Figures, at: int, candidates: Sequence[tuple[int, ...]]
) -> tuple[tuple[int, ...], list[int], list[int]]:
    """(parts, columns in which they add up, columns asked) of the parts the table bears out best."""
    best: tuple[tuple[int, ...], list[int], list[int]] = ((), [], [])
    counts, least = one.counts, 0
    for rows in candidates:
        if len(rows) < 2:
            continue
        asked = [column for column in range(len(counts[at])) if _asked(one, at, rows, column)]
        matched = [column for column in asked if counts[at][column] == _sum(counts, rows, column)]
        telling = len([column for column in matched if counts[at][column]])
        off = sum(abs((counts[at][column] or 0) - _sum(counts, rows, column)) for column in asked)
        if not best[0] or (telling, -off) > (len([c for c in best[1] if counts[at][c]]), -least):
            best, least = (rows, matched, asked), off
    return best


def _asked(one: Figures, at: int, rows: tuple[int, ...], column: int) -> bool:
    """Whether the column has the total and some of its parts, and none of them is held back."""
    given = any(one.counts[row][column] is not None for row in rows)
    return (
        given and one.counts[at][column] is not None and not any(one.is_hidden(row, column) for row in rows)
    )


def _sum(counts: Matrix, rows: Sequence[int], column: int) -> int:
    return sum(counts[row][column] or 0 for row in rows)


def _all_near(counts: Matrix, at: int, rows: tuple[int, ...], asked: Sequence[int], near: float) -> bool:
    return all(
        abs((counts[at][column] or 0) - _sum(counts, rows, column)) <= near * max(1, counts[at][column] or 0)
        for column in asked
    )


def _named(one: Figures, rows: Sequence[int], column: int) -> str:
    given = [row for row in rows if one.counts[row][column] is not None]
    if len(given) <= 4:
        return " + ".join(f"{one.counts[row][column]:,} ({one.labels[row] or 'no heading'})" for row in given)
    return f"its {len(given)} parts, from “{one.labels[given[0]]}” to “{one.labels[given[-1]]}”,"
