"""A list of counts in a pack: things in groups by quarter, each as "3 of 12 (25.0%)", and the same made safe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from holdfast.domain.small_numbers import Table, guard
from holdfast.indicators.rounding import in_percent, percentage
from holdfast.reports.inputs import PackTable
from holdfast.reports.printing import whole

HIDDEN = "c"


def share(n: int | None, of: int | None) -> str:
    """“3 of 12 (25.0%)”; “c” where either is hidden; “0 of 0” where there was nothing to count."""
    if n is None or of is None:
        return HIDDEN if of is None else f"{HIDDEN} of {whole(of)}"
    found = percentage(n, of)
    return f"{whole(n)} of {whole(of)}" + ("" if found is None else f" ({in_percent(found)})")


def hidden_or(n: int | None) -> str:
    return HIDDEN if n is None else whole(n)


@dataclass(frozen=True)
class Counts:
    """``values``: by column, how many of each line; the lines of a column add up to its total."""

    key: str
    caption: str
    heading: str
    lines: Sequence[tuple[str, str]]
    values: Mapping[str, Mapping[str, int]]
    total: str
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to count in any column."""
        return not any(sum(counts.values()) for counts in self.values.values())

    def shown(self, threshold: int) -> dict[tuple[str, str], int | None]:
        """Each count by line and column, the total under "": None where it is hidden."""
        tables = {
            column: Table(
                [frozenset()],
                [frozenset({("line", code)}) for code, _ in self.lines],
                [[counts.get(code, 0) for code, _ in self.lines]],
                frozenset({("column", column)}),
            )
            for column, counts in self.values.items()
        }
        guarded = guard(tables.values(), threshold)
        found: dict[tuple[str, str], int | None] = {}
        for column, table in tables.items():
            for nth, (code, _) in enumerate(self.lines):
                found[code, column] = guarded.shown(table, 0, nth)
            found["", column] = guarded.shown(table)
        return found

    def table(self, threshold: int) -> PackTable:
        """The list for print, and the same made safe."""
        plain = {
            (code, column): counts.get(code, 0)
            for column, counts in self.values.items()
            for code, _ in self.lines
        } | {
            ("", column): sum(counts.get(code, 0) for code, _ in self.lines)
            for column, counts in self.values.items()
        }
        return PackTable(
            self.key,
            self.caption,
            (self.heading, *self.values),
            self._rows(plain),
            self.note,
            self._rows(self.shown(threshold)),
        )

    def _rows(self, counts: Mapping[tuple[str, str], int | None]) -> tuple[tuple[str, ...], ...]:
        rows = [
            (label, *(share(counts[code, column], counts["", column]) for column in self.values))
            for code, label in self.lines
        ]
        return (*rows, (self.total, *(hidden_or(counts["", column]) for column in self.values)))
