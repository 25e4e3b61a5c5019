"""A figure through time: the quarters of some years, the year before beside each, and where its question was changed.

Years are read downwards and quarters across, so that the same quarter of another year stands right below. A period that
has not begun on the day is left out, and so are the first years of which nothing is held. A year before the records
begin has no quarters: what the service itself printed for it stands in its place, as printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.domain.reporting_year import Period, ReportingYear
from holdfast.indicators.breaks import Break, mark
from holdfast.indicators.figure import Shown
from holdfast.indicators.language import Group, Indicator
from holdfast.reports.comparators import Comparator

#: so many years are drawn on the page of a table, and on a dashboard
YEARS_OF_A_TABLE = 5
YEARS_AT_A_GLANCE = 2


@dataclass(frozen=True)
class Point:
    """One period. ``figure``: None where nothing is held for it. ``mark``: the days its question was changed on."""

    period: Period
    figure: Shown | None
    running: bool = False  # it has not ended on the day the records were read
    mark: str = ""

    @property
    def held(self) -> bool:
        """Whether a number can be drawn."""
        return self.figure is not None and not self.figure.hidden and self.figure.value is not None


@dataclass(frozen=True)
class YearLine:
    """The periods of one year in their order; of a table that is given by quarter and for the year, the year last.

    ``printed``: what the service itself printed for the year; then nothing was counted, and there are no points.
    """

    year: ReportingYear
    points: tuple[Point, ...] = ()
    printed: Comparator | None = None


@dataclass(frozen=True)
class Trend:
    """One group of a table through some years, the earliest first. ``published``: what others printed for it."""

    indicator: Indicator
    group: Group
    lines: tuple[YearLine, ...]
    published: tuple[Comparator, ...] = ()
    breaks: tuple[Break, ...] = ()

    @property
    def parts(self) -> tuple[Point, ...]:
        """The points to be joined by a line: quarters or months, or years where a table is given by the year only."""
        return tuple(point for line in self.lines for point in self._parts(line))

    @property
    def whole(self) -> Point | None:
        """The year that is running or has just ended; its last month where there is no figure for the year."""
        return self.lines[-1].points[-1] if self.lines and self.lines[-1].points else None

    @property
    def before(self) -> Point | None:
        """The whole year before that one, where it was counted."""
        return self.lines[-2].points[-1] if len(self.lines) > 1 and self.lines[-2].points else None

    @property
    def printed_before(self) -> Comparator | None:
        """What the service printed for the year before, where nothing was counted."""
        return self.lines[-2].printed if len(self.lines) > 1 else None

    @property
    def latest(self) -> Point | None:
        """The last period that has ended."""
        ended = [point for point in self.parts if not point.running and point.figure is not None]
        return ended[-1] if ended else None

    def year_before(self, point: Point) -> Point | None:
        """The same period of the year before."""
        for earlier, line in zip(self.lines, self.lines[1:], strict=False):
            if point in line.points:
                at = line.points.index(point)
                return earlier.points[at] if at < len(earlier.points) else None
        return None

    def broken(self, earlier: Point, later: Point) -> bool:
        """Whether the question was changed after the beginning of one and before the end of the other."""
        return any(earlier.period.starts < one.changed_on <= later.period.ends for one in self.breaks)

    def _parts(self, line: YearLine) -> tuple[Point, ...]:
        return tuple(point for point in line.points if not self.split or point.period.name != line.year.name)

    @property
    def split(self) -> bool:
        """Whether a year is given with its quarters."""
        return self.indicator.by_quarter and not self.indicator.by_month

    def slots(self, line: YearLine) -> int:
        """How many places in a row a year takes when it is drawn."""
        periods = len(self.indicator.periods(line.year)) - self.split
        return len(self._parts(line)) if line.points else periods


class Held:
    """Figures of some years, found by table, group and period; shown or hidden."""

    def __init__(
        self,
        figures: Iterable[Shown],
        years: Sequence[ReportingYear],
        on: date,
        breaks: Iterable[Break] = (),
        published: Iterable[Comparator] = (),
    ) -> None:
        self._by_place = {(each.table, each.group, each.period): each for each in figures}
        self.years, self.on = sorted(years), on
        self._breaks = list(breaks)
        self._published = list(published)

    def get(self, table: str, group: str, period: str) -> Shown | None:
        return self._by_place.get((table, group, period))

    def trend(self, indicator: Indicator, group: Group) -> Trend:
        """One group through the years, from the first that the table holds, or we printed, anything for."""
        changed = tuple(one for one in self._breaks if one.table == indicator.table)
        place = (indicator.table, group.key)
        told = tuple(one for one in self._published if (one.table, one.group) == place)
        printed = {one.period: one for one in told if not one.whose}
        counted = self._years_of(indicator)
        lines = []
        for year in self.years:
            if year in counted:
                lines.append(self._line(indicator, group, year, changed))
            elif year.name in printed:
                lines.append(YearLine(year, printed=printed[year.name]))
        shown = tuple(line for line in lines if line.points or line.printed)
        return Trend(indicator, group, shown, told, changed)

    def _line(
        self, indicator: Indicator, group: Group, year: ReportingYear, changed: Sequence[Break]
    ) -> YearLine:
        begun = (period for period in indicator.periods(year) if period.starts <= self.on)
        return YearLine(
            year,
            tuple(
                Point(
                    period,
                    self.get(indicator.table, group.key, period.name),
                    period.ends > self.on,
                    mark(changed, period),
                )
                for period in begun
            ),
        )

    def _years_of(self, indicator: Indicator) -> list[ReportingYear]:
        counted = [year for year in self.years if self._holds(indicator, year)]
        return [year for year in self.years if counted and year >= counted[0]]

    def _holds(self, indicator: Indicator, year: ReportingYear) -> bool:
        periods = {period.name for period in indicator.periods(year)}
        return any(
            each.hidden or each.numerator or each.denominator
            for each in self._of_table(indicator.table)
            if each.period in periods
        )

    def _of_table(self, table: str) -> list[Shown]:
        if not hasattr(self, "_tables"):
            self._tables: dict[str, list[Shown]] = {}
            for each in self._by_place.values():
                self._tables.setdefault(each.table, []).append(each)
        return self._tables.get(table, [])
