"""Live figures: the address of a figure inside the author's words, and what it reads as now.

``figure:TABLE/GROUP/PERIOD`` with the period as ``2016-17``, ``2016-17-Q3`` or ``2016-04``; ``?show=n``, ``of`` or
``share`` for one part of it alone, ``from=National average`` for what others published. A figure reads as a count with
what it is a count of: “35 of 204 (17.2%)”.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.registry import INDICATORS
from holdfast.reports.content import FigureKey, LiveFigure

SCHEME = "figure:"
SHOWS = ("", "n", "of", "share")
_ADDRESS = re.compile(r"figure:([\w-]+)/([\w-]+)/([\w-]+)(?:\?(.*))?")
_YEAR = re.compile(r"(\d{4})-(\d{2})(?:-(Q[1-4]))?")

#: gives a live figure from its address and the words the author last accepted
Resolver = Callable[[str, str], LiveFigure]
NOWHERE = FigureKey("", "", "")


@dataclass(frozen=True)
class Asked:
    """What an address asks for. ``show``: n, of, share, or empty for all; ``whose``: empty for our own figure."""

    key: FigureKey
    show: str = ""
    whose: str = ""

    @property
    def address(self) -> str:
        """The address it is written as."""
        asked = [f"show={self.show}"] if self.show else []
        asked += [f"from={quote(self.whose)}"] if self.whose else []
        place = "/".join((self.key.table, self.key.group, _as_address(self.key.period)))
        return SCHEME + place + (f"?{'&'.join(asked)}" if asked else "")


def is_address(address: str) -> bool:
    """Whether a link is a live figure, be it one there is or not."""
    return address.startswith(SCHEME)


def asked(address: str) -> Asked | None:
    """What an address asks for, or None where it is no address of a figure."""
    found = _ADDRESS.fullmatch(unquote(address))
    if found is None:
        return None
    more = parse_qs(found[4] or "")
    show = more.get("show", [""])[0]
    key = FigureKey(found[1], found[2], _as_period(found[1], found[3]))
    return Asked(key, show if show in SHOWS else "", more.get("from", [""])[0])


def unresolved(address: str, words: str) -> LiveFigure:
    """A live figure as the author last saw it."""
    found = asked(address)
    return LiveFigure(words, found.key if found else NOWHERE, missing=found is None)


def moved_words(figure: LiveFigure) -> str:
    """What a draft says of a live figure that is not as the author last saw it; empty where it is."""
    if figure.missing:
        return f"there is no such figure any more; you wrote {figure.words}"
    return f"now {figure.words}; you wrote {figure.moved_from}" if figure.moved_from else ""


def _as_address(period: str) -> str:
    return period.replace("/", "-").replace(" ", "-")


def _as_period(table: str, written: str) -> str:
    """'2016/17' from '2016-17', or a month: '2011-12' is one or the other as the table has it."""
    about = INDICATORS.get(table)
    found = _YEAR.fullmatch(written)
    if found is None or (about and about.by_month):
        return written
    first, last, quarter = int(found[1]), int(found[2]), found[3]
    if (first + 1) % 100 != last:
        return written
    return f"{ReportingYear(first + 1).name}{f' {quarter}' if quarter else ''}"
