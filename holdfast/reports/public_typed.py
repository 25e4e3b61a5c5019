"""A typed table for the public: small whole numbers in it are hidden too, with what gives them away.

Nobody told the program what its numbers are of. Whole numbers are taken for counts; a row or column headed “total” that
is the sum of the others is one. Percentages and decimals are hidden where a count of their row is, and then those of
the whole column, because the last one follows from the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from holdfast.indicators.publishing.guard import guard
from holdfast.indicators.publishing.system import Equation, System
from holdfast.reports.inputs import Typed
from holdfast.reports.typed import is_number, number_of

HIDDEN = "c"
NOTE = "c: whole numbers of 1 to {threshold} are hidden here, and so are numbers from which one could be worked out."
_TOTALS = ("total", "all", "altogether", "sum")


def safe(table: Typed, threshold: int) -> Typed:
    """The table as the public may read it; the same table where nothing in it is small."""
    hidden = _hidden(table, threshold)
    if not hidden:
        return table
    rows = tuple(
        tuple(HIDDEN if (i, j) in hidden else text for j, text in enumerate(row))
        for i, row in enumerate(table.rows)
    )
    note = " ".join(part for part in (table.note, NOTE.format(threshold=threshold)) if part)
    return replace(table, rows=rows, note=note)


def _hidden(table: Typed, threshold: int) -> set[tuple[int, int]]:
    counts = {
        (i, j): int(number_of(row[j]) or 0)
        for i, row in enumerate(table.rows)
        for j in range(1, len(row))
        if _is_count(row[j])
    }
    system = System(
        values={_name(place): value for place, value in counts.items()},
        weight={_name(place): 1 + value for place, value in counts.items()},
        counts={_name(place) for place in counts},
        equations=_sums(table, counts),
    )
    proof = guard(system, threshold)
    hidden = {place for place in counts if _name(place) in proof.hidden}
    rows = {i for i, _ in hidden}
    others = {
        (i, j)
        for i, row in enumerate(table.rows)
        for j in range(1, len(row))
        if is_number(row[j]) and (i, j) not in counts
    }
    columns = {j for i, j in others if i in rows}
    return hidden | {(i, j) for i, j in others if j in columns}


def _is_count(text: str) -> bool:
    number = number_of(text)
    return number is not None and number >= 0 and "%" not in text and "." not in text


def _name(place: tuple[int, int]) -> str:
    return f"{place[0]} {place[1]}"


def _sums(table: Typed, counts: dict[tuple[int, int], int]) -> list[Equation]:
    """Every total that is the sum of what it stands with."""
    found = []
    last_row = _total([row[0] for row in table.rows])
    last_column = _total(table.columns)
    for j in range(1, len(table.columns)):
        if last_row is not None and (last_row, j) in counts:
            found.append(((last_row, j), [place for place in counts if place[1] == j]))
    for i in range(len(table.rows)):
        if last_column and (i, last_column) in counts:
            found.append(((i, last_column), [place for place in counts if place[0] == i]))
    sums = []
    for total, places in found:
        parts = [place for place in places if place != total]
        if parts and sum(counts[place] for place in parts) == counts[total]:
            terms = ((_name(total), 1), *((_name(place), -1) for place in parts))
            sums.append(Equation(terms, f"the total in {_name(total)}"))
    return sums


def _total(labels: Sequence[str]) -> int | None:
    return next((n for n, label in enumerate(labels) if label.strip().lower().split(" ")[0] in _TOTALS), None)
