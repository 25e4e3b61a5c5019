"""Figures that were counted before from the very same rows, kept in memory.

Counting a year takes seconds, reading the rows a fraction of one. So the rows are read each time, and what tells them
from others (their digest) says whether they were counted before: whoever changed a record, in whatever way and in
whichever process, the next reader gets other rows and another digest. Only figures are kept, never a row.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pyarrow as pa

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.engine import Counted
from holdfast.indicators.sources import Sources

#: how many years' figures are kept at once; one takes about a megabyte
MOST = 24
Key = tuple[str, int, tuple[str, ...] | None]


def digest_of(tables: dict[str, pa.Table]) -> str:
    """What tells these rows from others: equal for equal rows in the same order."""
    digest = hashlib.sha256()
    for name in sorted(tables):
        table = tables[name].combine_chunks()
        digest.update(f"{name} {table.num_rows}\n".encode())
        with pa.ipc.new_stream(pa.PythonFile(_Into(digest.update), mode="w"), table.schema) as stream:
            stream.write_table(table)
    return digest.hexdigest()


def counted(sources: Sources, year: ReportingYear, only: Iterable[str] | None = None) -> Counted:
    """``engine.counted`` of sources whose rows have a digest, counted once; of others, counted each time."""
    if not sources.digest:
        return engine.counted(sources, year, only)
    return counted_once(sources.digest, year, only, lambda: sources)


def counted_once(
    digest: str, year: ReportingYear, only: Iterable[str] | None, open_rows: Callable[[], Sources]
) -> Counted:
    """``engine.counted`` of the rows with this digest; they are opened only where nobody counted them before."""
    tables = None if only is None else tuple(only)
    found = _MEMORY.get((digest, year.ending, tables), lambda: engine.counted(open_rows(), year, tables))
    # The lists are the caller's own: what one page does with them, no other sees.
    return Counted(list(found.figures), list(found.answers), list(found.breaks))


def forget() -> None:
    """Count everything anew."""
    _MEMORY.forget()


@dataclass
class _Entry:
    lock: threading.Lock = field(default_factory=threading.Lock)
    found: Counted | None = None


class _Memory:
    """What was counted last, at most ``most`` of it. Two who ask for the same at once count it once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._entries: OrderedDict[Key, _Entry] = OrderedDict()

    def get(self, key: Key, count: Callable[[], Counted]) -> Counted:
        with self._lock:
            entry = self._entries.setdefault(key, _Entry())
            self._entries.move_to_end(key)
            while len(self._entries) > self._most:
                self._entries.popitem(last=False)
        with entry.lock:
            if entry.found is None:
                entry.found = count()
            return entry.found

    def forget(self) -> None:
        with self._lock:
            self._entries.clear()

    def __len__(self) -> int:
        return len(self._entries)


class _Into:
    """A file that hands all that is written to a function."""

    def __init__(self, take: Callable[[bytes], None]) -> None:
        self._take = take
        self.closed = False

    def write(self, some: bytes) -> int:
        self._take(some)
        return len(some)

    def flush(self) -> None:
        """There is nothing to wait for."""

    def close(self) -> None:
        self.closed = True


_MEMORY = _Memory(MOST)
