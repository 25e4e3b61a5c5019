"""How long the annual report takes in every format, in its own process: ``python -m holdfast.bench.report FOLDER HOW``.

The demo authority's year, from the records: the tables are read, every figure of the year and of the year before is
counted, and the report is printed as a web page, Word, PDF, Excel and CSV, one after the other. ``cold``: the first
report of a process that has done nothing yet, and the later ones; ``warm``: the first of one that made itself ready, as
the service does when it starts. Prints one JSON object with seconds by part.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import Any

#: all formats together, by the clock, on two cores
GOAL_SECONDS = 5.0
#: reports after the first; the middle one counts
LATER = 3


def main(folder: str, how: str = "cold") -> None:
    os.environ.update(
        DJANGO_SETTINGS_MODULE="holdfast.config.settings",
        HOLDFAST_DATA=folder,
        DATABASE_URL="",
        HOLDFAST_DEMO="1",
    )
    import django

    django.setup()
    sys.stdout.write(json.dumps(warm() if how == "warm" else cold(LATER)) + "\n")


def load(folder: str) -> None:
    """The demo authority's records, in a process of its own, so that nothing of it is loaded in those measured."""
    command = "from holdfast.config.cli import main; main()"
    told = {**os.environ, "HOLDFAST_DATA": folder, "DATABASE_URL": "", "HOLDFAST_DEMO": "1"}
    subprocess.run([sys.executable, "-c", command, "demo", "load"], env=told, check=True, capture_output=True)  # noqa: S603  our own program


def cold(later: int) -> dict[str, Any]:
    """The first report of this process, and the middle one of the later ones."""
    first = measured()
    return {"first": first, "later": sorted((measured() for _ in range(later)), key=_seconds)[later // 2]}


def warm() -> dict[str, Any]:
    """The first report of this process once it has made itself ready, and how long that took."""
    from holdfast.demo.quarters import TODAY
    from holdfast.reports import warming

    since = time.perf_counter()
    warming.warm(TODAY)
    ready = round(time.perf_counter() - since, 3)
    return {"ready": ready, "first": measured()}


def _seconds(told: dict[str, Any]) -> float:
    return float(told["seconds"])


def measured() -> dict[str, Any]:
    """The parts in seconds, what is loaded for the first of them included, and the size of each file in bytes."""
    since, used = time.perf_counter(), _processor_seconds()
    from holdfast.demo import whose
    from holdfast.demo.quarters import TODAY
    from holdfast.domain.reporting_year import ReportingYear
    from holdfast.reports import kinds
    from holdfast.reports.content import Finish
    from holdfast.reports.gathering import gather
    from holdfast.reports.ink import csv, docx, html, pdf, xlsx
    from holdfast.snapshot import from_casework, store

    parts: dict[str, float] = {}
    sizes: dict[str, int] = {}

    def lap(name: str) -> None:
        nonlocal since
        now = time.perf_counter()
        parts[name], since = round(now - since, 3), now

    lap("programs")
    sources = store.open(from_casework.tables(on=TODAY))
    lap("records")
    inputs = gather("annual", ReportingYear(2017), sources, whose.authority(True), day=TODAY)
    lap("figures and words")
    document = kinds.document(inputs, finish=Finish.FINAL, made_on=TODAY)
    lap("sections")
    for name, print_it in (
        ("html", html.render),
        ("docx", docx.render),
        ("pdf", pdf.render),
        ("xlsx", xlsx.render),
        ("csv", csv.render_zip),
    ):
        sizes[name] = len(print_it(document))
        lap(name)
    return {
        "seconds": round(sum(parts.values()), 3),
        "processor_seconds": round(_processor_seconds() - used, 3),
        "parts": parts,
        "bytes": sizes,
    }


def _processor_seconds() -> float:
    used = os.times()
    return used.user + used.system


if __name__ == "__main__":
    main(*sys.argv[1:])
