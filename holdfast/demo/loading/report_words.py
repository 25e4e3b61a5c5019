"""What the manager wrote in the report of 2016/17, with the figures in the sentences as they are counted here."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from holdfast.casework.publishing import actions
from holdfast.demo import whose
from holdfast.demo.quarters import TODAY
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.gathering import gather
from holdfast.reports.live import asked
from holdfast.reports.live_book import LiveBook
from holdfast.snapshot import from_casework, store

YEAR = ReportingYear(2017)
_WORDS = Path(__file__).parents[1] / "report_words.toml"
_EMPTY = re.compile(r"\[\]\((figure:[^)]+)\)")


def write() -> None:
    """Every place of the report that has words. Raises KeyError for a figure that is not counted."""
    sources = store.open(from_casework.tables(on=TODAY))
    book = LiveBook(gather("annual", YEAR, sources, whose.authority(True), day=TODAY))

    def told(found: re.Match[str]) -> str:
        wanted = asked(found[1])
        words = book.words(wanted) if wanted else None
        if words is None:
            raise KeyError(found[1])
        return f"[{words}]({found[1]})"

    for slot, text in tomllib.loads(_WORDS.read_text(encoding="utf-8")).items():
        filled = _EMPTY.sub(told, text.strip())
        actions.write_text(year_ending=YEAR.ending, slot=slot, text=filled, by=None)
