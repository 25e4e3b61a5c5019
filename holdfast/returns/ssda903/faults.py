"""What cannot be understood in a return: one fault, one clear line, and nothing is loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

#: how many faults of one column of one file are listed before the rest are only counted
LISTED_PER_COLUMN: Final = 20
_SHOWN: Final = 40


@dataclass(frozen=True)
class Fault:
    """Where it is (file, row as the line in the file, column), what was found, what was expected."""

    file: str
    row: int | None
    column: str | None
    found: str
    expected: str

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.column is not None:
            place += f", column {self.column}"
        return f"{place}: found {self.found}; expected {self.expected}"


def quoted(value: str) -> str:
    """A value as it may be printed: shortened, in quotes, with nothing that moves the cursor."""
    shown = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
    return "“" + "".join(c if c.isprintable() else repr(c)[1:-1] for c in shown) + "”"


class FaultList:
    """Collects faults; beyond the first few of one column of one file it only counts."""

    def __init__(self) -> None:
        self._listed: list[Fault] = []
        self._counts: Counter[tuple[str, str | None]] = Counter()

    def add(self, file: str, row: int | None, column: str | None, found: str, expected: str) -> None:
        """List one fault, or count it when its column has enough already."""
        key = (file, column)
        self._counts[key] += 1
        if self._counts[key] <= LISTED_PER_COLUMN:
            self._listed.append(Fault(file, row, column, found, expected))

    def always(self, file: str, found: str, expected: str) -> None:
        """List a fault of a whole file, however many of its rows are listed."""
        self._listed.append(Fault(file, None, None, found, expected))

    def count(self, file: str, column: str | None, more: int) -> None:
        """Count faults of a column that shall not be listed one by one."""
        self._counts[(file, column)] += more

    def __bool__(self) -> bool:
        return bool(self._listed)

    def __iter__(self) -> Iterator[Fault]:
        """The listed faults by file and row, each column's rest as 'and N more' after them."""
        by_file = {file: n for n, file in enumerate(dict.fromkeys(fault.file for fault in self._listed))}
        yield from sorted(self._listed, key=lambda f: (by_file[f.file], f.row or 0))
        for (file, column), count in self._counts.items():
            if count > LISTED_PER_COLUMN:
                more = count - LISTED_PER_COLUMN
                yield Fault(file, None, column, f"and {more} more like these", "the same as above")
