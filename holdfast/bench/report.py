"""How long the annual report takes in every format, in its own process: ``python -m holdfast.bench.report FOLDER``.

The demo authority's year, from the records: the tables are read, every figure of the year and of the year before is
counted, and the report is printed as a web page, Word, PDF, Excel and CSV, one after the other. What is loaded once for
all reports is loaded before. Prints one JSON object with seconds by part.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

#: all formats together, by the clock, on two cores
GOAL_SECONDS = 5.0


def main(folder: str) -> None:
    os.environ.update(
        DJANGO_SETTINGS_MODULE="holdfast.config.settings",
        HOLDFAST_DATA=folder,
        DATABASE_URL="",
        HOLDFAST_DEMO="1",
    )
    import django

    django.setup()
    from django.core.management import call_command

    from holdfast.demo.load import load

    call_command("migrate", verbosity=0)
    load()
    sys.stdout.write(json.dumps(measured()) + "\n")


def measured() -> dict[str, Any]:
    """The parts in seconds, and the size of each file in bytes."""
    from holdfast.demo import whose
    from holdfast.demo.quarters import TODAY
    from holdfast.domain.reporting_year import ReportingYear
    from holdfast.reports import kinds
    from holdfast.reports.content import Finish
    from holdfast.reports.gathering import gather
    from holdfast.reports.ink import csv, docx, drawing, html, pdf, xlsx
    from holdfast.snapshot import from_casework, store

    _load_libraries(drawing, pdf, store)
    parts: dict[str, float] = {}
    sizes: dict[str, int] = {}
    since, used = time.perf_counter(), _processor_seconds()

    def lap(name: str) -> None:
        nonlocal since
        now = time.perf_counter()
        parts[name], since = round(now - since, 3), now

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


def _load_libraries(drawing: Any, pdf: Any, store: Any) -> None:
    """Load what is loaded at first use: a chart's drawing with the typefaces, and both sides of the engine."""
    from holdfast.reports.content import Chart, Series

    empty = Chart("c", "", "", "t", "bars", "", ("a",), (Series("s", (1.0,)),))
    drawing.png(empty)
    pdf._fonts()
    store.open({}).fetch(store.open({}).table("population"))


def _processor_seconds() -> float:
    used = os.times()
    return used.user + used.system


if __name__ == "__main__":
    main(*sys.argv[1:])
