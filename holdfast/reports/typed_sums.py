"""Do the numbers of a typed table add up? Asked when it is entered; a person decides whether it is a slip."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.reports.printing import half_up
from holdfast.reports.typed import number_of

_TOTALS = ("total", "all", "altogether", "sum")
#: percentages that lie between these are meant to be the parts of a whole
_LIKE_A_WHOLE = (85.0, 115.0)


def warnings(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A sentence for every column, and every row, whose numbers do not add up to the total given with them."""
    return [*_columns(columns, rows), *_rows(columns, rows)]


def _columns(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    totals = [row for row in rows if _is_total(row[0])]
    parts = [row for row in rows if not _is_total(row[0])]
    said = []
    for place in range(1, len(columns)):
        numbers = [number for row in parts if (number := number_of(row[place])) is not None]
        if not numbers:
            continue
        given = [number for row in totals[:1] if (number := number_of(row[place])) is not None]
        shares = _are_shares([row[place] for row in parts])
        off = _off(numbers, shares=shares)
        if given and abs(sum(numbers) - given[0]) > off:
            said.append(
                f"“{columns[place]}”: the rows add up to {_shown(sum(numbers))}, the total says {_shown(given[0])}."
            )
        elif not totals and shares and _is_odd(sum(numbers), off):
            said.append(
                f"“{columns[place]}”: the percentages add up to {_shown(sum(numbers))}%, not to 100%."
            )
    return said


def _rows(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Where one column is the total of those before it."""
    at = next((place for place, label in enumerate(columns) if place > 2 and _is_total(label)), None)
    if at is None:
        return []
    said = []
    for row in rows:
        numbers = [number_of(text) for text in row[1:at]]
        total = number_of(row[at])
        if total is None or None in numbers or any("%" in text for text in row[1 : at + 1]):
            continue
        found = sum(number for number in numbers if number is not None)
        if abs(found - total) > _off([number for number in numbers if number is not None]):
            said.append(f"“{row[0]}”: the row adds up to {_shown(found)}, its total says {_shown(total)}.")
    return said


def _is_total(label: str) -> bool:
    return label.strip().lower().split(" ")[0].rstrip(":") in _TOTALS


def _are_shares(texts: Sequence[str]) -> bool:
    """Whether every number is written with a percentage sign."""
    with_numbers = [text for text in texts if number_of(text) is not None]
    return bool(with_numbers) and all(text.strip().endswith("%") for text in with_numbers)


def _is_odd(total: float, off: float) -> bool:
    return _LIKE_A_WHOLE[0] < total < _LIKE_A_WHOLE[1] and abs(total - 100) > off


def _off(numbers: Sequence[float], *, shares: bool = False) -> float:
    """How far a sum may be off because its parts were rounded; whole numbers that are no shares were not."""
    decimals = max((len(f"{number:g}".partition(".")[2]) for number in numbers), default=0)
    return 0.5 * 10**-decimals * len(numbers) if decimals or shares else 0.0


def _shown(number: float) -> str:
    return f"{int(number):,}" if number == int(number) else str(half_up(number, 2).normalize())
