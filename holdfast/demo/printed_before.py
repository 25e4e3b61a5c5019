"""York's printed figures of earlier years and other areas, as the comparators of the demo's report.

The year itself is left out: the report shows our own figures of it, and ``demo.compare`` sets York's beside them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from holdfast.casework.publishing.models import OURSELVES, PublishedFigure
from holdfast.demo.published import YEAR, Cell, cells, notes, source


def figures() -> list[PublishedFigure]:
    """One published figure for every place of our tables that York printed something for (not saved yet)."""
    places: dict[tuple[str, str, str, str], list[Cell]] = defaultdict(list)
    for cell in cells():
        if not cell.period.startswith(YEAR) and cell.printed is not None:
            places[(cell.whose, cell.table, cell.group, cell.period)].append(cell)
    return [
        figure for place, here in places.items() if (figure := _figure(place, here, _base(place))) is not None
    ]


def _figure(
    place: tuple[str, str, str, str], here: Iterable[Cell], base: int | None
) -> PublishedFigure | None:
    """A share, mean or rate as printed, or a count; a count that is a part of a base has no value of its own."""
    read = {cell.reads: cell for cell in here}
    value, count = read.get("value"), read.get("count")
    main = value or count
    if main is None or main.printed is None:
        return None
    whole = value is None and base is None and main.table in ("children_in_care", "leaving_care")
    number = Decimal(main.printed) if value is not None or whole else None
    whose, table, group, period = place
    return PublishedFigure(
        publisher=whose or OURSELVES,
        table=table,
        group=group,
        period=period,
        numerator=None if count is None or count.printed is None else int(count.printed),
        denominator=None if count is None else base,
        value=number,
        printed=main.printed,
        source=source(main),
        note="" if whose else notes().get(main.key, ""),
    )


def _base(place: tuple[str, str, str, str]) -> int | None:
    """The base printed for a column of a table, under whichever group."""
    whose, table, _, period = place
    found = [
        cell.printed
        for cell in cells()
        if (cell.whose, cell.table, cell.period, cell.reads) == (whose, table, period, "base")
        and cell.printed
    ]
    return int(found[0]) if found else None
