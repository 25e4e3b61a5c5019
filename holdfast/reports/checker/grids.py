"""From rows of cells to a table: which rows are its header, which columns its row headings, what was broken in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from holdfast.reports.checker.cells import is_bare, plain, understood, unmarked
from holdfast.reports.checker.periods import is_label
from holdfast.reports.checker.printed import Line, ReadTable

#: 'Table 5: …', '**Table 16** …', 'Table 19; …'
CAPTION = re.compile(r"^\W*table\W{1,4}(\d{1,3}[a-z]?)\b\W*(.*)$", re.I | re.S)
MOST_COLUMNS = 200


def caption_of(text: str) -> tuple[str, str] | None:
    """(number, words) of a line that is a table's caption; None for any other line."""
    found = CAPTION.match(plain(text))
    return (found[1], found[2].strip()) if found else None


def table_of(
    grid: Sequence[Sequence[str]],
    caption: str = "",
    *,
    headers: int | None = None,
    sheet: str = "",
    percent: bool = False,
) -> ReadTable:
    """The table in a grid of cells. ``headers``: how many rows are its header, where the file says so."""
    number, words = caption_of(caption) or ("", plain(caption))
    rows = _even(grid)
    if not rows:
        return ReadTable(number, words, (), (), sheet, percent)
    count = headers if headers is not None and 0 < headers < len(rows) else _header_rows(rows)
    head, body = rows[:count], rows[count:]
    stubs = _heading_columns(body)
    columns = _columns(head, stubs)
    led_by = [text for text in (head[-1][:stubs] if head else []) if text]
    lines = _lines(body, stubs, led_by[-1] if led_by else "")
    return ReadTable(number, words, columns, tuple(lines), sheet, percent)


def _even(grid: Sequence[Sequence[str]]) -> list[list[str]]:
    rows = [[" ".join(unmarked(cell).split()) for cell in row[:MOST_COLUMNS]] for row in grid]
    rows = [row for row in rows if any(row)]
    used = max((at + 1 for row in rows for at, cell in enumerate(row) if cell), default=0)
    return [[*row[:used], *[""] * (used - len(row))] for row in rows]


def _header_rows(rows: Sequence[Sequence[str]]) -> int:
    """The rows before the first with a figure or a dash; at least one, unless the first has figures already."""
    for at, row in enumerate(rows):
        if any(is_bare(cell) and not is_label(cell) for cell in row[1:]):
            return at
    return 1


def _heading_columns(body: Sequence[Sequence[str]]) -> int:
    if not body:
        return 1
    width, stubs = len(body[0]), 1
    while stubs < width - 1:
        column = [cell for row in body if (cell := row[stubs])]
        words = [cell for cell in column if re.search("[A-Za-z]", cell) and not understood(cell).nothing]
        if any(understood(cell).is_figure for cell in column) or len(words) * 2 <= len(column):
            break
        stubs += 1
    return stubs


def _columns(head: Sequence[Sequence[str]], stubs: int) -> tuple[tuple[str, ...], ...]:
    """The header cells over each column; a cell over several is said of each, except in the lowest row."""
    if not head:
        return ()
    spread = [_spread(row) if at < len(head) - 1 else list(row) for at, row in enumerate(head)]
    return tuple(tuple(plain(row[at]) for row in spread if row[at]) for at in range(stubs, len(head[0])))


def _spread(row: Sequence[str]) -> list[str]:
    filled, last = [], ""
    for at, cell in enumerate(row):
        last = cell or ("" if at == 0 else last)
        filled.append(last if at else cell)
    return filled


def _lines(body: Sequence[Sequence[str]], stubs: int, led_by: str) -> list[Line]:
    lines: list[Line] = []
    told = _telling(body, stubs)
    for row in body:
        words = [plain(cell) for cell in row[:stubs] if cell]
        parts = [part for part in words if not understood(part).blank] or words
        label = plain(row[told]) if plain(row[told]) in parts else parts[-1] if parts else ""
        cells = tuple(row[stubs:])
        if lines and not any(cells) and label[:1].islower():
            lines[-1] = replace(lines[-1], label=f"{lines[-1].label} {label}")
        elif lines and not label and _is_rest(lines[-1].cells, cells):
            joined = tuple(f"{a} {b}".strip() for a, b in zip(lines[-1].cells, cells, strict=True))
            lines[-1] = replace(lines[-1], cells=joined)
        else:
            lines.append(Line(label or (led_by if not lines else ""), cells))
    return lines


def _telling(body: Sequence[Sequence[str]], stubs: int) -> int:
    """Which heading column tells the rows apart: the words beside a code, not the unit beside them."""
    different = [len({row[at] for row in body if row[at]}) for at in range(stubs)]
    return max(range(stubs), key=lambda at: (different[at], at))


def _is_rest(above: Sequence[str], cells: Sequence[str]) -> bool:
    """A row that a page break parted from the row above: percentages only, under counts without any."""
    pairs = [(a, b) for a, b in zip(above, cells, strict=True) if b]
    return bool(pairs) and all(
        understood(b).share is not None and understood(b).number is None and understood(a).of is not None
        and understood(a).share is None
        for a, b in pairs
    )  # fmt: skip
