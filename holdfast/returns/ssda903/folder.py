"""A folder of CSV files: file names are ignored, each table is known by its columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from .csv_cells import split
from .csv_file import open_csv
from .faults import FaultList
from .layout import LAYOUTS
from .typed import typed

#: what is being read, how much of it is done, and of how much (bytes; None when not known)
Progress = Callable[[str, int, int | None], None]


def read_folder(
    title: str, files: list[Path], faults: FaultList, progress: Progress
) -> tuple[dict[str, Any], dict[str, str]]:
    """The tables in these CSV files of a folder, and the file each came from."""
    tables: dict[str, Any] = {}
    labels: dict[str, str] = {}
    total = sum(path.stat().st_size for path in files)
    done = 0
    for path in files:
        label = f"{title}/{path.name}"

        def seen(size: int, label: str = label) -> None:
            nonlocal done
            done += size
            progress(label, done, total)

        file = open_csv(path, label, faults, seen)
        if file is None:
            continue
        name = file.layout.name
        if name in labels:
            found = f"the table {name} again (it is also in {labels[name]})"
            faults.add(label, None, None, found, "each table once")
            continue
        labels[name] = label
        tables[name] = typed(split(file, faults), file.layout, label, faults)
    _missing_tables(title, tables, faults)
    return tables, labels


def _missing_tables(title: str, tables: dict[str, Any], faults: FaultList) -> None:
    """A fault for each table without which nothing can be understood."""
    for layout in LAYOUTS.values():
        if layout.required and layout.name not in tables:
            expected = f"a file with the columns {', '.join(layout.names)}"
            faults.add(title, None, None, f"no table {layout.name}", expected)
