"""What the sections of the annual report are made from: figures, published figures, the author's text, names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.answers import sentence
from holdfast.indicators.breaks import Break
from holdfast.indicators.figure import Answered, Shown
from holdfast.indicators.registry import indicator
from holdfast.reports.annual.authority import Authority
from holdfast.reports.check import ReportRefused
from holdfast.reports.comparators import ComparatorBook
from holdfast.reports.content import Audience, AuthorText, Finish
from holdfast.reports.inputs import Inputs


class FigureMissing(ReportRefused):
    """A figure the report needs was not among those it was given."""


class FigureBook:
    """Figures by table, group and period."""

    def __init__(self, figures: Iterable[Shown]) -> None:
        self._by_place = {(f.table, f.group, f.period): f for f in figures}
        self._groups: dict[str, set[str]] = defaultdict(set)
        self._periods: dict[str, set[str]] = defaultdict(set)
        for table, group, period in self._by_place:
            self._groups[table].add(group)
            self._periods[table].add(period)

    def find(self, table: str, group: str, period: str) -> Shown | None:
        return self._by_place.get((table, group, period))

    def get(self, table: str, group: str, period: str) -> Shown:
        """One figure. Raises FigureMissing if it was not counted."""
        found = self.find(table, group, period)
        if found is None:
            raise FigureMissing(f"The figure {table}, {group}, {period} was not counted.")
        return found

    def lacks(self, table: str, group: str) -> bool:
        """Whether a table was counted and a group of it in no period: an edition kept before the group was thought of
        is printed without it."""
        groups = self._groups.get(table)
        return groups is not None and group not in groups

    def periods(self, table: str) -> set[str]:
        """The periods a table has figures for."""
        return set(self._periods.get(table, ()))


@dataclass(frozen=True)
class Material:
    """Everything a section may draw on."""

    year: ReportingYear
    figures: FigureBook
    published: ComparatorBook
    texts: Mapping[str, str]
    authority: Authority
    source: str
    finish: Finish = Finish.DRAFT
    answers: tuple[Answered, ...] = ()
    breaks: tuple[Break, ...] = ()
    inputs: Inputs | None = None  # all of them, for what is no figure: template, typed tables, the work plan
    audience: Audience = Audience.INSIDE

    def answered(self, table: str) -> tuple[str, ...]:
        """The share answered, for the note under a table; nothing where the table asks nothing."""
        said = sentence(self.answers, table, self.year)
        return (said,) if said else ()

    def broken(self, table: str) -> tuple[Break, ...]:
        """Where the question a table counts was changed, in the year and in the earlier ones that stand beside it."""
        shown = (self.year.name, *self.earlier)
        return tuple(
            one
            for one in self.breaks
            if one.table == table and ReportingYear.of(one.changed_on).name in shown
        )

    @property
    def before(self) -> ReportingYear:
        """The year before this one."""
        return ReportingYear(self.year.ending - 1)

    def figure(self, table: str, group: str, period: str | None = None) -> Shown:
        """A figure of the year, or of a period by name."""
        return self.figures.get(table, group, period or self.year.name)

    def counts(self, table: str) -> bool:
        """Whether the table was counted for the year: from a return, those of the officers' own work are not."""
        wanted = {period.name for period in indicator(table).periods(self.year)}
        return bool(wanted & self.figures.periods(table))

    @property
    def earlier(self) -> list[str]:
        """Earlier years whose figures were given and whose records are there, newest first.

        A return also holds what is left of the years before it: their children who stayed, but not those who
        left. Reviews are recorded in the year they are held, so a year with reviews in each quarter is one whose
        records we hold.
        """
        given = {period for period in self.figures.periods("participation") if " " not in period}
        return sorted((name for name in given if name < self.year.name and self._holds(name)), reverse=True)

    def _holds(self, name: str) -> bool:
        held = [
            self.figures.find("participation", "coded", period.name)
            for period in ReportingYear.parse(name).quarters
        ]
        return all(figure is not None and figure.denominator != 0 for figure in held)

    def before_figure(self, table: str, group: str) -> Shown | None:
        """Our own figure of the year before, if its records are there and nothing was published instead."""
        if self.before.name not in self.earlier:
            return None
        return self.figures.find(table, group, self.before.name)

    def slot(self, key: str, prompt: str) -> AuthorText:
        """A place for the author's text, with what is written there so far."""
        return AuthorText(key, prompt, self.texts.get(key, ""))
