"""One figure on an overview: the number with its n of N, the year before, what others published, and its trend."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.urls import reverse

from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Figure
from holdfast.indicators.language import Group, Indicator
from holdfast.indicators.registry import INDICATORS
from holdfast.reports.comparators import Comparator
from holdfast.web.dashboard.choices import Choice, Part
from holdfast.web.figures.presenters import DASH
from holdfast.web.figures.trend import Held, Trend
from holdfast.web.figures.trend_drawing import SMALL, Drawing, draw
from holdfast.web.figures.trend_table import TrendTable, rows_address
from holdfast.web.figures.trend_words import (
    cell,
    in_full,
    period_words,
    printed_words,
    published_words,
    running_words,
    sentence,
)


@dataclass(frozen=True)
class Card:
    """``main`` and ``under`` are the figure of the year and what it was counted from; ``own`` an officer's own."""

    choice: Choice
    main: str
    under: str
    period: str
    running: str
    before: str
    sentence: str
    numbers: TrendTable
    drawing: Drawing | None = None
    url: str = ""  # its rows
    table_url: str = ""
    own: str = ""
    published: list[tuple[str, str]] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"{self.choice.table}-{self.choice.group}".replace("_", "-").lower()


@dataclass(frozen=True)
class CardPart:
    title: str
    cards: list[Card]


@dataclass(frozen=True)
class Making:
    """What cards are made from. ``opens``: whether this person may open the rows of a table; ``own``: their own."""

    held: Held
    year: ReportingYear
    opens: Callable[[Indicator], bool]
    sees_tables: bool
    own: dict[tuple[str, str], Figure] | None = None

    def parts(self, parts: Iterable[Part]) -> list[CardPart]:
        """The parts with their cards; a figure that the year does not know is left out."""
        made = [
            CardPart(part.title, [card for one in part.choices if (card := self._card(one))])
            for part in parts
        ]
        return [part for part in made if part.cards]

    def _card(self, choice: Choice) -> Card | None:
        indicator = INDICATORS[choice.table]
        group = next((each for each in indicator.groups_for(self.year) if each.key == choice.group), None)
        if group is None:
            return None
        trend = self.held.trend(indicator, group)
        whole = trend.whole
        main, under = cell(group, whole.figure) if whole else (DASH, "")
        opens = self.opens(indicator)
        may_open = opens and whole is not None and whole.figure is not None and bool(whole.figure.numerator)
        return Card(
            choice=choice,
            main=main,
            under=under,
            period=period_words(whole.period.name) if whole else "",
            running=running_words(whole) if whole else "",
            before=_before(trend, group, self.year),
            sentence=_quarter(trend),
            drawing=draw(trend, SMALL),
            numbers=TrendTable(trend, opens, ssda903.YEARS[0]),
            url=rows_address(indicator, self.year, whole.figure) if may_open else "",
            table_url=self._table(choice),
            own=self._own(group, choice),
            published=_newest(trend, self.year),
        )  # fmt: skip

    def _table(self, choice: Choice) -> str:
        if not self.sees_tables:
            return ""
        return reverse("figures_table", args=[self.year, choice.table]) + f"?trend={choice.group}#trend"

    def _own(self, group: Group, choice: Choice) -> str:
        found = (self.own or {}).get((choice.table, choice.group))
        return in_full(group, found) if found else ""


def _quarter(trend: Trend) -> str:
    """The last quarter beside the same a year before, where there is one; the rest stands in the table."""
    latest = trend.latest
    return sentence(trend) if trend.split and latest and trend.year_before(latest) else ""


def _before(trend: Trend, group: Group, year: ReportingYear) -> str:
    """“2015/16: 97.5% (432 of 443)”, or how it was printed, or that nothing is held."""
    earlier = ReportingYear(year.ending - 1).name
    if trend.before is not None and trend.before.figure is not None:
        return f"{earlier}: {in_full(group, trend.before.figure)}"
    if trend.printed_before is not None:
        return f"{earlier}: {printed_words(group, trend.printed_before)}, as we printed it"
    return f"{earlier}: the records hold nothing"


def _newest(trend: Trend, year: ReportingYear) -> list[tuple[str, str]]:
    """Of each other publisher what they printed last, up to the year."""
    latest: dict[str, Comparator] = {}
    for one in sorted(trend.published, key=lambda one: one.period):
        if one.whose and one.period <= year.name:
            latest[one.whose] = one
    return [(published_words(trend.group, one), one.source) for one in latest.values()]
