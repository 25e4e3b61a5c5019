"""A figure that someone published: an earlier year's, a region's, the nation's.

It is entered or imported with its source and printed beside our figures. It is never computed from ours, and
where only a percentage was published only the percentage is printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

#: who may have published a figure, as it is given -> the words printed over its column; none for our own
PUBLISHERS = {
    "us": "",
    "region": "Regional average",
    "neighbours": "Statistical neighbours",
    "nation": "National average",
}


@dataclass(frozen=True)
class Comparator:
    """One published figure.

    ``table`` and ``group`` are the keys of our own tables, ``period`` a reporting year such as '2015/16'.
    ``whose`` is empty for this authority's own earlier years, else the words printed over the column
    ('National average'). ``value`` is the number as it was printed, without its unit ('8.9', '191'); None
    where only counts were printed. ``numerator`` and ``denominator`` are given where they were
    printed. ``note`` says where it rests on another base than ours; ``dated`` when it was published or collected.
    """

    table: str
    group: str
    period: str
    value: str | None
    source: str
    whose: str = ""
    numerator: int | None = None
    denominator: int | None = None
    note: str = ""
    dated: date | None = None
    hidden: bool = False  # one of our own that the public may not read any more


class ComparatorBook:
    """Published figures by table, column and group. The last of two for one place stands."""

    def __init__(self, comparators: Iterable[Comparator] = ()) -> None:
        self._by_place = {(c.table, c.whose, c.period, c.group): c for c in comparators}

    def get(self, table: str, group: str, period: str, whose: str = "") -> Comparator | None:
        return self._by_place.get((table, whose, period, group))

    def earlier_years(self, table: str) -> list[str]:
        """The years this authority published for a table, newest first."""
        return sorted({p for t, whose, p, _ in self._by_place if t == table and not whose}, reverse=True)

    def others(self, table: str, until: str = "9999") -> list[tuple[str, str]]:
        """(whose, year) of the other areas published for a table up to a year: the region, others, the nation.

        Of one area the newest year stands first.
        """
        columns = {(w, p) for t, w, p, _ in self._by_place if t == table and w and p <= until}
        newest_first = sorted(columns, key=lambda column: column[1], reverse=True)
        return sorted(newest_first, key=lambda column: (_how_far(column[0]), column[0]))

    def sources(self, table: str) -> list[str]:
        """Where the published figures of a table come from, each once."""
        return list(dict.fromkeys(source_of(c) for (t, *_), c in self._by_place.items() if t == table))


def _how_far(whose: str) -> int:
    """An area's place among the columns: the region first and the nation last, whatever else stands between."""
    words = whose.casefold()
    if "region" in words:
        return 0
    return 2 if "nation" in words or "england" in words else 1


def source_of(figure: Comparator) -> str:
    """Where a figure comes from and when it was published, as far as that is known."""
    return f"{figure.source}, {figure.dated.day} {figure.dated:%B %Y}" if figure.dated else figure.source
