"""Figures as they are read: the number, what it was counted from, and the way to the rows behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from holdfast.casework.people.models import Child
from holdfast.domain.reporting_year import ReportingYear
from holdfast.domain.wording import long_date
from holdfast.indicators.answers import sentence
from holdfast.indicators.breaks import Break, mark
from holdfast.indicators.engine import Counted
from holdfast.indicators.figure import Shown
from holdfast.indicators.language import Better, Group, Indicator, Kind, Measure
from holdfast.indicators.registry import INDICATORS
from holdfast.indicators.rounding import in_percent

DASH = "–"
HIDDEN = "c"
WAYS = {
    Better.HIGHER: "Higher is better",
    Better.LOWER: "Lower is better",
    Better.NEITHER: "Neither way is good or bad in itself; it describes",
}
COLUMN_NAMES = {
    "child": "Child",
    "started": "From",
    "ended": "To",
    "born": "Born",
    "held_on": "Review held",
    "worker": "Officer",
    "hundredths": "Hundredths of a full post",
    "due_on": "Due by",
    "completed_on": "Completed",
    "reviews_due": "Reviews due",
    "covered": "Days with an officer",
    "met_on": "Met",
    "done_on": "Done",
    "waived": "Waived",
    "finished_on": "Monitor completed",
    "version": "Asked with version",
    "legal_status_right": "Legal status appropriate",
    "placement_meets_needs": "Placement meets needs",
    "raised_on": "Raised",
    "closed_on": "Closed",
    "highest": "Highest stage opened",
    "informal_on": "First raised informally",
    "formal_on": "First raised formally",
    "from_tier": "From",
    "to_tier": "To",
    "stepped_on": "Since",
    "back_on": "Back",
    "because_of": "On the list because of",
    "plan_looked_at": "Last review of the year",
    "education_plan": "Education plan at it",
}


@dataclass(frozen=True)
class CellWords:
    """``main`` is the figure, ``under`` what it was counted from, ``url`` the ``counted_from`` rows behind it."""

    main: str
    under: str
    url: str
    label: str
    counted_from: str = ""
    share: float | None = None


@dataclass(frozen=True)
class Heading:
    """The heading of a column; ``mark``: the days in it from which the question was another."""

    words: str
    mark: str = ""


@dataclass(frozen=True)
class GridRow:
    label: str
    cells: list[CellWords]
    bar: float | None


@dataclass(frozen=True)
class Grid:
    """One table of figures: groups down, quarters and year across."""

    indicator: Indicator
    year: ReportingYear
    figures: Sequence[Shown]
    opens: bool
    answered: str = ""  # the share answered, in a sentence
    breaks: Sequence[Break] = ()  # where the question it counts was changed
    query: str = ""  # what is kept in the addresses of figures read as the public may

    @property
    def anchor(self) -> str:
        return self.indicator.table.replace("_", "-")

    @property
    def columns(self) -> list[Heading]:
        return [
            Heading(self._heading(period.name), mark(self.breaks, period))
            for period in self.indicator.periods(self.year)
        ]

    def _heading(self, period: str) -> str:
        if self.indicator.by_month:
            return f"{date.fromisoformat(f'{period}-01'):%b %Y}"
        return period.removeprefix(f"{self.year.name} ")

    @property
    def rows(self) -> list[GridRow]:
        """The groups with their cells; groups of a distribution that are nought throughout stay out of sight."""
        by_group: dict[str, dict[str, Shown]] = {}
        for figure in self.figures:
            by_group.setdefault(figure.group, {})[figure.period] = figure
        periods = [period.name for period in self.indicator.periods(self.year)]
        rows = []
        for group in self.indicator.groups_for(self.year):
            found = by_group.get(group.key)
            if found is None or (self._hides(group) and all(f.numerator == 0 for f in found.values())):
                continue
            cells = [self._cell(group, found.get(period)) for period in periods]
            rows.append(GridRow(group.label, cells, cells[-1].share))
        return rows

    def _hides(self, group: Group) -> bool:
        """Whether a group that is nought throughout stays out of sight."""
        counts = self.indicator.many and group.measure is Measure.COUNT
        return counts or self.indicator.kind is Kind.DISTRIBUTION

    @property
    def hidden(self) -> int:
        return len({figure.group for figure in self.figures}) - len(self.rows)

    @property
    def custody(self) -> list[tuple[str, str]]:
        return custody_of(self.indicator)

    def _cell(self, group: Group, figure: Shown | None) -> CellWords:
        if figure is None:
            return CellWords(DASH, "", "", "")
        address = ""
        if self.opens and figure.numerator:
            address = reverse("figures_rows", args=[self.year, figure.table, figure.group])
            address += "?" + urlencode({"period": figure.period})
        main, under = in_words(group, figure)
        share = figure.value if group.measure is Measure.SHARE else None
        counted = "" if figure.numerator is None else f"{figure.numerator:,}"
        return CellWords(main, under, address, f"{group.label}, {figure.period}", counted, share)

    @property
    def protects(self) -> bool:
        """Whether some of its figures are hidden from the public."""
        return any(figure.hidden for figure in self.figures)


def grids(
    counted: Counted, tables: Iterable[Indicator], year: ReportingYear, opens: bool, query: str = ""
) -> list[Grid]:
    """A grid for each table, with the share answered beside it."""
    return [
        Grid(
            each,
            year,
            [figure for figure in counted.figures if figure.table == each.table],
            opens,
            sentence(counted.answers, each.table, year),
            [one for one in counted.breaks if one.table == each.table],
            query,
        )
        for each in tables
    ]


def in_words(group: Group, figure: Shown) -> tuple[str, str]:
    """The figure and, under it, what it was counted from: “61.3%”, “125 of 204”; “c” where it is hidden."""
    if figure.numerator is None:
        of = figure.denominator if group.measure in (Measure.SHARE, Measure.MEAN, Measure.MEDIAN) else None
        return HIDDEN, "" if of is None else f"of {of:,}"
    if figure.denominator is None and group.measure is Measure.SHARE:
        return f"{figure.numerator:,}", ""  # a nought whose base is hidden
    if group.measure is Measure.COUNT:
        return f"{figure.numerator:,}", ""
    if group.measure is Measure.LONGEST:
        return DASH if figure.value is None else f"{figure.value:,}", f"of {figure.numerator:,}"
    places = 2 if group.measure in (Measure.MEAN, Measure.FTE) else 1
    value = DASH if figure.value is None else f"{figure.value:.{places}f}"
    if group.measure is Measure.FTE:
        return value, f"in {figure.numerator:,} post{'' if figure.numerator == 1 else 's'}"
    if group.measure is Measure.PER_FTE:
        return value, f"{figure.numerator:,} over {figure.denominator:,.2f}"
    if group.measure is Measure.MEDIAN:
        return value, f"of {figure.numerator:,}"
    if group.measure is Measure.MEAN:
        return value, f"from {figure.numerator:,} of {figure.denominator:,}"
    if group.measure is Measure.PER_10000:
        return value, f"{figure.numerator:,} among {figure.denominator:,}"
    percent = value if value == DASH else in_percent(value)
    return percent, f"{figure.numerator:,} of {figure.denominator:,}"


def custody_of(indicator: Indicator) -> list[tuple[str, str]]:
    custody = indicator.custody
    return [
        ("Why it matters", custody.why),
        ("Definition", custody.definition),
        ("One row per", indicator.row_is),
        ("Source", custody.source),
        ("Answers for it", custody.owner),
        ("Which way is good", WAYS[custody.better]),
    ]


@dataclass(frozen=True)
class CatalogueEntry:
    anchor: str
    title: str
    note: str
    custody: list[tuple[str, str]]


def catalogue_entries() -> list[CatalogueEntry]:
    return [
        CatalogueEntry(i.table.replace("_", "-"), i.title, i.note, custody_of(i)) for i in INDICATORS.values()
    ]


def figure_lines(figures: Iterable[Shown]) -> Iterator[list[object]]:
    for figure in figures:
        yield list(figure.as_dict().values())


@dataclass(frozen=True)
class RowWords:
    """One row: the child it is about, or none where it is about a post."""

    child: Child | None
    cells: list[str]


@dataclass(frozen=True)
class RowsBehind:
    """The rows behind one number. Those of children this person may not see are counted, and not shown."""

    indicator: Indicator
    group: Group
    year: ReportingYear
    period: str
    base: bool
    found: list[dict[str, Any]]
    children: dict[str, Child]
    workers: dict[str, str] = field(default_factory=dict)
    said: dict[str, dict[Any, str]] = field(default_factory=dict)  # column -> code -> words

    @property
    def title(self) -> str:
        return f"{self.group.label}, {self.period}"

    @property
    def total(self) -> int:
        return len(self.found)

    @property
    def not_shown(self) -> int:
        return self.total - len(self._shown)

    @property
    def of_children(self) -> bool:
        """Whether its rows are about children, and not about posts."""
        return not self.found or any(row["child"] for row in self.found)

    @property
    def columns(self) -> list[str]:
        """The column headings after the child's."""
        # an allocation and a post end with their last day; what stands in the row is the day after it
        names = COLUMN_NAMES | ({"ended": "No longer since"} if "worker" in self._keys else {})
        return [names.get(key, key.replace("_", " ").capitalize()) for key in self._keys]

    @property
    def rows(self) -> list[RowWords]:
        return [
            RowWords(self.children.get(row["child"]), [self._words(row, key) for key in self._keys])
            for row in self._shown
        ]

    @property
    def _shown(self) -> list[dict[str, Any]]:
        """The rows about children this person may see, and those about no child."""
        return [row for row in self.found if row["child"] is None or row["child"] in self.children]

    def _words(self, row: dict[str, Any], key: str) -> str:
        if key == "worker" and row[key]:
            return self.workers.get(row[key], DASH)
        return self.said.get(key, {}).get(row[key]) or _words(row[key])

    @property
    def csv_header(self) -> list[str]:
        return ["Number", "Name", *self.columns]

    def csv_rows(self) -> Iterator[list[object]]:
        for row in self._shown:
            child = self.children.get(row["child"])
            who = [child.number, child.name] if child else ["", ""]
            yield [
                *who,
                *(self._words(row, key) if key == "worker" else _iso(row[key]) for key in self._keys),
            ]

    @property
    def download(self) -> str:
        address = reverse("figures_rows_download", args=[self.year, self.indicator.table, self.group.key])
        return f"{address}?{self._query()}"

    @property
    def other(self) -> str:
        """The address of the denominator's rows, or back to the numerator's."""
        address = reverse("figures_rows", args=[self.year, self.indicator.table, self.group.key])
        return f"{address}?{self._query(base=not self.base)}"

    def page_address(self, number: int) -> str:
        return f"?{self._query()}&page={number}"

    def _query(self, base: bool | None = None) -> str:
        base = self.base if base is None else base
        return urlencode({"period": self.period} | ({"of": "base"} if base else {}))

    @property
    def _keys(self) -> list[str]:
        """The columns after the child's; where posts and children share a table, those that these rows fill."""
        keys = [key for key in (self.found[0] if self.found else {}) if key not in ("child", "period")]
        if not self.indicator.needs:
            return keys
        return [key for key in keys if any(row[key] is not None for row in self.found)]


def _words(value: Any) -> str:
    if value is None:
        return DASH
    return long_date(value) if isinstance(value, date) else str(value)


def _iso(value: Any) -> object:
    return value.isoformat() if isinstance(value, date) else value
