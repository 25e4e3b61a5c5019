"""The two sides of a comparison: an edition, and another one or the records today; the earlier of them first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from holdfast.casework.editions.models import Edition
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Group
from holdfast.indicators.registry import INDICATORS
from holdfast.indicators.sources import Sources
from holdfast.reports import moved
from holdfast.reports.editions import inputs_of, sources_of
from holdfast.reports.moved import year_of
from holdfast.reports.recounted import recounted
from holdfast.web.editions.opening import name_of
from holdfast.web.figures import counting
from holdfast.web.figures.presenters import DASH, in_words


@dataclass(frozen=True)
class Side:
    """One side: its figures, and the way to the rows they were counted from. ``taken_at``: None is now."""

    name: str
    day: date
    figures: tuple[Figure, ...]
    sources: Callable[[], Sources]
    taken_at: datetime | None


class Sides:
    """An edition beside another one, or beside the records as they stand."""

    def __init__(self, edition: Edition, other: Edition | None, on: date) -> None:
        self.edition, self.other, self._on = edition, other, on
        self.edition_year = ReportingYear(edition.year_ending)

    @cached_property
    def before(self) -> Side:
        return self._kept(self._earlier)

    @cached_property
    def now(self) -> Side:
        if self.other is None:
            return self._today()
        return self._kept(self.other if self._earlier is self.edition else self.edition)

    @property
    def has_rows(self) -> bool:
        """Whether rows can be laid side by side: a pack of a team or a theme counts only some of them."""
        return not self.edition.team and self.edition.kind != "quarterly"

    @property
    def since(self) -> datetime:
        assert self.before.taken_at is not None  # the earlier side is always an edition
        return self.before.taken_at

    @property
    def until(self) -> datetime | None:
        return self.now.taken_at

    def counted_otherwise(self, tables: Iterable[str]) -> frozenset[tuple[str, str, str]]:
        """The figures of these tables that today's program counts otherwise from the very rows that were kept."""
        wanted = {table for table in tables if table in INDICATORS}
        if not wanted:
            return frozenset()
        again = recounted(inputs_of(self._earlier), self._rows_of(self._earlier), wanted)
        differing = moved.changed([one for one in self.before.figures if one.table in wanted], again)
        return frozenset((one.table, one.group, one.period) for one in differing)

    def query(self, *, period: str = "", base: bool = False) -> str:
        """The part of an address that says what is compared."""
        said: dict[str, str] = {"with": str(self.other.public_id)} if self.other else {}
        said |= {"period": period} if period else {}
        return urlencode(said | ({"of": "base"} if base else {}))

    def figure_words(self, table: str, group: str, period: str) -> dict[str, Any]:
        """One figure on both sides, in words."""
        about = group_of(table, group, period)
        found = [
            next((f for f in side.figures if (f.table, f.group, f.period) == (table, group, period)), None)
            for side in (self.before, self.now)
        ]
        return {
            "group_label": about.label if about else group,
            "before_words": said(about, found[0]),
            "now_words": said(about, found[1]),
        }

    @property
    def _earlier(self) -> Edition:
        if self.other is None or self.edition.snapshot.taken_at <= self.other.snapshot.taken_at:
            return self.edition
        return self.other

    def _kept(self, edition: Edition) -> Side:
        return Side(
            name_of(edition),
            edition.snapshot.day,
            inputs_of(edition).figures,
            lambda: self._rows_of(edition),
            edition.snapshot.taken_at,
        )

    def _rows_of(self, edition: Edition) -> Sources:
        return sources_of(edition.snapshot)

    def _today(self) -> Side:
        sources = counting.sources(self._on)
        figures = recounted(inputs_of(self.edition), sources)
        return Side("The records as they stand", self._on, figures, lambda: sources, None)


def group_of(table: str, group: str, period: str) -> Group | None:
    """A group of a table as its year has it, or None."""
    if table not in INDICATORS:
        return None
    groups = INDICATORS[table].groups_for(year_of(period))
    return next((one for one in groups if one.key == group), None)


def said(group: Group | None, figure: Figure | None) -> str:
    """“61.3%, 125 of 204”; a dash where there is no such figure."""
    if figure is None:
        return DASH
    if group is None:
        of = "" if figure.denominator is None else f" of {figure.denominator:,}"
        return f"{figure.numerator:,}{of}"
    return ", ".join(part for part in in_words(group, figure) if part)
