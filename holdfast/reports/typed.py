"""Tables a service typed in, as content of a report: under the author's place they belong to, and marked as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from holdfast.reports.content import AuthorText, Block, Cell, Column, Kind, Row, Section, Table, Unit
from holdfast.reports.inputs import Typed

TYPED = "Typed in by the service, not counted from records."
_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|-?\d+(?:\.\d+)?\s?%?")
#: what stands where there is no number
_NOTHING = ("", "-", "–", "—", "n/a", "na", "nil", "c")


def placed(sections: tuple[Section, ...], typed: Iterable[Typed]) -> tuple[Section, ...]:
    """The sections with each typed table after the author's words of its slot. One of a slot that is not there is
    not printed: its section is hidden."""
    tables: dict[str, list[Table]] = {}
    for one in typed:
        stands = tables.setdefault(one.slot, [])
        stands.append(table(one, f"typed-{one.slot}-{len(stands) + 1}"))
    return tuple(_with(section, tables) for section in sections) if tables else sections


def _with(section: Section, tables: dict[str, list[Table]]) -> Section:
    blocks: list[Block] = []
    for block in section.blocks:
        blocks.append(block)
        if isinstance(block, AuthorText):
            blocks += tables.get(block.key, [])
    parts = tuple(_with(part, tables) for part in section.parts)
    return replace(section, blocks=tuple(blocks), parts=parts)


def table(one: Typed, key: str) -> Table:
    """One typed table. A column that holds nothing but numbers is set as numbers, the others as words."""
    heading, *labels = one.columns
    columns = tuple(
        Column(label, words=not all(is_number(row[place]) or is_nothing(row[place]) for row in one.rows))
        for place, label in enumerate(labels, start=1)
    )
    rows = tuple(
        Row(first, tuple(Cell(Unit.TEXT, text=text or None, published=True) for text in texts))
        for first, *texts in one.rows
    )
    base = (f"Base: {one.base.rstrip('.')}.",) if one.base else ()
    return Table(
        key=key,
        caption=one.caption,
        row_heading=heading,
        columns=columns,
        rows=rows,
        kind=Kind.TEXT if all(column.words for column in columns) else Kind.COUNT,
        notes=(*base, *((one.note,) if one.note else ()), TYPED),
        source=one.source,
        typed=True,
    )


def is_number(text: str) -> bool:
    """Whether a cell holds a number, as people type it: 1,204, 12.5, 12.5%."""
    return _NUMBER.fullmatch(text.strip()) is not None


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no number."""
    return text.strip().lower() in _NOTHING


def number_of(text: str) -> float | None:
    """The number in a cell, without its percentage sign; None where there is none."""
    return float(text.strip().replace(",", "").rstrip("%").strip()) if is_number(text) else None
