"""What the first report in a process waits for, done ahead: the questions written, the engine and the drawing loaded.

Nothing of anybody's records is read, counted or kept: the questions are asked of empty tables, and an empty chart is
drawn. So there is nothing that could be out of date later.
"""

from __future__ import annotations

from datetime import date

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.tables import ALL_TABLES
from holdfast.reports.content import Chart, Series
from holdfast.reports.ink import docx, drawing, html, pdf, xlsx  # noqa: F401  loaded, so that no reader waits for it
from holdfast.snapshot import store


def warm(on: date) -> None:
    """Make this process ready for the annual report of the last year that has ended on the day."""
    running = ReportingYear.of(on)
    ending = running.ending if on >= running.ends else running.ending - 1
    empty = store.open({name: store.empty(name) for name in ALL_TABLES})
    for year in (ending, ending - 1):
        if year in ssda903.YEARS:
            engine.counted(empty, ReportingYear(year))
    drawing.png(Chart("c", "", "", "t", "bars", "", ("a",), (Series("s", (1.0,)),)))
    pdf.load_typeface()
