"""A figure that someone published: an earlier year's, a region's, the nation's.

It is entered or imported with its source and printed beside our figures. It is never computed from ours, and
where only a percentage was published only the percentage is printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Comparator:
    """One published figure.

    ``table`` and ``group`` are the keys of our own tables, ``period`` a reporting year such as '2015/16'.
    ``whose`` is empty for this authority's own earlier years, else the words printed over the column
    ('National average'). ``value`` is the number as it was printed, without its unit ('8.9', '191'); None
    where only counts were printed. ``numerator`` and ``denominator`` are given where they were printed.
    """

    table: str
    group: str
    period: str
    value: str | None
    source: str
    whose: str = ""
    numerator: int | None = None
    denominator: int | None = None


class ComparatorBook:
    """Published figures by table, column and group. The last of two for one place stands."""

    def __init__(self, comparators: Iterable[Comparator] = ()) -> None:
        self._by_place = {(c.table, c.whose, c.period, c.group): c for c in comparators}

    def get(self, table: str, group: str, period: str, whose: str = "") -> Comparator | None:
        return self._by_place.get((table, whose, period, group))

    def earlier_years(self, table: str) -> list[str]:
        """The years this authority published for a table, newest first."""
        return sorted({p for t, whose, p, _ in self._by_place if t == table and not whose}, reverse=True)

    def others(self, table: str) -> list[tuple[str, str]]:
        """(whose, year) of the other areas published for a table, in the order they were given."""
        return list(dict.fromkeys((w, p) for t, w, p, _ in self._by_place if t == table and w))

    def sources(self, table: str) -> list[str]:
        """Where the published figures of a table come from, each once."""
        return list(dict.fromkeys(c.source for (t, *_), c in self._by_place.items() if t == table))
