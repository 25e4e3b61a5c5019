"""A report as somebody printed it: headings, numbered paragraphs, tables with their cells as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from holdfast.reports.checker.cells import Printed, understood
from holdfast.reports.checker.readers.limits import MOST_COLUMNS, MOST_ROWS


@dataclass(frozen=True)
class Heading:
    """A section's heading; ``number`` is '' where none is printed."""

    number: str
    text: str


@dataclass(frozen=True)
class Said:
    """A paragraph; ``number`` as printed ('7.8'), '' where none is. ``under``: the last number printed before it."""

    number: str
    text: str
    under: str = ""

    @property
    def place(self) -> str:
        number = self.number or self.under
        return f"Paragraph {number}" if number else "The text"


@dataclass(frozen=True)
class Caption:
    """A caption with no table under it, such as a chart's."""

    number: str
    text: str


@dataclass(frozen=True)
class Line:
    """A row of a table: its heading (the code and the words of it, if there are both) and its cells."""

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ReadTable:
    """A table. ``columns`` holds every header cell above a column, from the top down."""

    number: str
    caption: str
    columns: tuple[tuple[str, ...], ...]
    rows: tuple[Line, ...]
    sheet: str = ""
    percent: bool = False  # said of the whole table, outside its cells
    occurrence: int = 1  # 2 for the second table of one number

    @property
    def name(self) -> str:
        """What a person calls it: 'Table 5', 'Table 5 (the second so numbered)', or its caption."""
        if self.number:
            second = f" (number {self.occurrence} of that number)" if self.occurrence > 1 else ""
            return f"Table {self.number}{second}"
        words = self.caption or self.sheet
        return f"The table “{words[:80]}”" if words else "A table without a number"

    @property
    def is_checked(self) -> bool:
        return len(self.rows) <= MOST_ROWS and len(self.columns) <= MOST_COLUMNS

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Each column's heading as one line of words."""
        return tuple(" ".join(dict.fromkeys(part for part in parts if part)) for parts in self.columns)

    @cached_property
    def short_headings(self) -> tuple[str, ...]:
        """Each column's lowest header cell; with those above it where two columns share it."""
        lowest = [parts[-1] if parts else "" for parts in self.columns]
        return tuple(
            one if lowest.count(one) == 1 else whole for one, whole in zip(lowest, self.headings, strict=True)
        )

    @cached_property
    def values(self) -> tuple[tuple[Printed, ...], ...]:
        """Every cell understood as far as it can be, row by row."""
        return tuple(tuple(understood(cell) for cell in row.cells) for row in self.rows)

    def turned(self) -> ReadTable:
        """The same with its rows as columns, for rules that look down a column."""
        rows = tuple(
            Line(heading, tuple(row.cells[at] for row in self.rows))
            for at, heading in enumerate(self.headings)
        )
        return ReadTable(
            self.number, self.caption, tuple((row.label,) for row in self.rows), rows, self.sheet, self.percent,
            self.occurrence,
        )  # fmt: skip


Item = Heading | Said | Caption | ReadTable


@dataclass(frozen=True)
class Report:
    """A report as read, in its order. ``notes``: what could not be read, in words."""

    items: tuple[Item, ...]
    notes: tuple[str, ...] = field(default=())

    @cached_property
    def tables(self) -> tuple[ReadTable, ...]:
        return tuple(item for item in self.items if isinstance(item, ReadTable))

    @cached_property
    def said(self) -> tuple[Said, ...]:
        return tuple(item for item in self.items if isinstance(item, Said))


def in_order(items: Sequence[Item], notes: Sequence[str] = ()) -> Report:
    """A report from its parts: tables of one number are told apart, and every paragraph knows the number before it."""
    found: list[Item] = []
    seen: dict[str, int] = {}
    under = ""
    for item in items:
        if isinstance(item, ReadTable) and item.number:
            seen[item.number] = seen.get(item.number, 0) + 1
            item = ReadTable(
                item.number,
                item.caption,
                item.columns,
                item.rows,
                item.sheet,
                item.percent,
                seen[item.number],
            )
        elif isinstance(item, Heading):
            under = ""
        elif isinstance(item, Said):
            under = item.number or under
            item = Said(item.number, item.text, under)
        found.append(item)
    return Report(tuple(found), tuple(notes))
