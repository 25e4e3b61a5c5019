"""One measured piece of work in a process of its own: ``python -m holdfast.bench.measure WHAT FOLDER``.

Prints one JSON object: seconds by the clock after imports, peak memory in MB, and how many figures came out.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

#: what was measured: seconds per part of the work, and how many figures came out
Parts = tuple[dict[str, float], int]


def returns(folder: Path) -> Callable[[], Parts]:
    """Read a return and work out every figure of its year."""
    from holdfast.bench.returns import ENDING
    from holdfast.domain.reporting_year import ReportingYear
    from holdfast.indicators import engine
    from holdfast.returns.ssda903.read import ReturnPath, read
    from holdfast.snapshot import from_ssda903, store

    _load_engine()

    def work() -> Parts:
        clock = _Clock()
        found = read([ReturnPath(folder)])
        clock.lap("read")
        sources = store.open(from_ssda903.tables(found))
        clock.lap("tables")
        figures = engine.figures(sources, ReportingYear(ENDING))
        clock.lap("figures")
        return clock.parts, len(figures)

    return work


def england(folder: Path) -> Callable[[], Parts]:
    """Work out every figure of the last year from statistical tables in Parquet."""
    from holdfast.bench.england import LAST_YEAR
    from holdfast.domain.reporting_year import ReportingYear
    from holdfast.indicators import engine
    from holdfast.snapshot import store

    _load_engine()

    def work() -> Parts:
        clock = _Clock()
        sources = store.open_parquet(folder)
        figures = engine.figures(sources, ReportingYear(LAST_YEAR))
        clock.lap("figures")
        return clock.parts, len(figures)

    return work


def scan(folder: Path) -> Callable[[], Parts]:
    """Read every column of the same files with DuckDB alone, and do nothing with them but a checksum."""
    import duckdb

    def work() -> Parts:
        clock = _Clock()
        connection = duckdb.connect()
        for file in sorted(folder.iterdir()):
            if file.suffix == ".csv":
                found = connection.read_csv(str(file), header=True, delimiter=",", all_varchar=True)
            else:
                found = connection.read_parquet(str(file))
            columns = ", ".join(f'"{name}"' for name in found.columns)
            found.aggregate(f"bit_xor(hash({columns}))").fetchall()
        clock.lap("scan")
        return clock.parts, 0

    return work


def peak_memory_mb() -> float:
    """The most memory this process ever held, in MB.

    Linux says it in /proc; what getrusage says there may be the peak of the process that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource

    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _processor_seconds() -> float:
    """What this process has used of all cores: it hardly changes when others use them too."""
    used = os.times()
    return used.user + used.system


class _Clock:
    def __init__(self) -> None:
        self.parts: dict[str, float] = {}
        self._since = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.parts[name], self._since = round(now - self._since, 3), now


def _load_engine() -> None:
    """Ibis loads its DuckDB side at first use; loading is not what is measured."""
    import ibis

    ibis.duckdb.connect().disconnect()


WORK = {"returns": returns, "england": england, "scan": scan}


def main(what: str, folder: str) -> None:
    work = WORK[what](Path(folder))
    before = _processor_seconds()
    parts, figures = work()
    told = {
        "seconds": round(sum(parts.values()), 3),
        "processor_seconds": round(_processor_seconds() - before, 3),
        "parts": parts,
        "figures": figures,
    }
    sys.stdout.write(json.dumps({**told, "peak_mb": round(peak_memory_mb(), 1)}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
