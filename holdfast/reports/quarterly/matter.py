"""What the sections of a pack draw on: its inputs, its quarters, and how a figure becomes a cell or a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from holdfast.domain import packs
from holdfast.domain.reporting_year import Period, ReportingYear
from holdfast.indicators.figure import Figure, Shown
from holdfast.indicators.language import Measure
from holdfast.indicators.registry import indicator
from holdfast.reports.annual.sentences import share_of
from holdfast.reports.annual.tables import UNITS
from holdfast.reports.content import (
    Audience,
    AuthorText,
    Cell,
    Column,
    FigureKey,
    Finish,
    Kind,
    Row,
    Table,
    Unit,
)
from holdfast.reports.inputs import Inputs, Pack, PackTable
from holdfast.reports.printing import HIDDEN, HIDDEN_NOTE, whole
from holdfast.reports.quarterly import chosen
from holdfast.reports.quarterly.chosen import Lines


def slug(words: str) -> str:
    """Words as they stand in the name of a file or of a place: “Family team north” is “family-team-north”."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")


def slot_key(inputs: Inputs, name: str) -> str:
    """The place of an author's words: of the quarter, and of the team or theme where it is one's."""
    theme = inputs.pack.theme if inputs.pack else ""
    whose = f"team-{slug(inputs.team)}-" if inputs.team else f"theme-{slug(theme)}-" if theme else ""
    return f"pack-q{inputs.quarter}-{whose}{name}"


@dataclass(frozen=True)
class Matter:
    inputs: Inputs
    finish: Finish
    audience: Audience

    @property
    def pack(self) -> Pack:
        return self.inputs.pack or Pack()

    @property
    def period(self) -> Period:
        return packs.quarter(self.inputs.year_ending, self.inputs.quarter)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The quarter, then those beside it of which records are held."""
        every = (self.period, packs.before(self.period), packs.a_year_earlier(self.period))
        return tuple(one for one in every if one.name not in self.pack.missing)

    @cached_property
    def _figures(self) -> dict[tuple[str, str, str], Shown]:
        return {(one.table, one.group, one.period): one for one in self.inputs.figures}

    @property
    def safe(self) -> bool:
        return self.audience is Audience.PUBLIC

    def figure(self, table: str, group: str, period: Period | None = None) -> Shown | None:
        return self._figures.get((table, group, (period or self.period).name))

    def counts(self, table: str) -> bool:
        """Whether the table was counted for this pack."""
        return any(of == table for of, _, _ in self._figures)

    def slot(self, name: str, prompt: str) -> AuthorText:
        key = slot_key(self.inputs, name)
        return AuthorText(key, prompt, self.inputs.texts.get(key, ""))

    def said(self, table: str, group: str) -> str:
        """“45 of 50 (90.0%), against 40 of 48 (83.3%) in 2016/17 Q2”; empty where it was not counted or is hidden."""
        now = self.figure(table, group)
        if now is None or now.hidden or now.denominator == 0:
            return ""
        beside = [
            f"{_in_words(found)} in {period.name}"
            for period in self.periods[1:]
            if (found := self.figure(table, group, period)) and not found.hidden and found.denominator != 0
        ]
        return _in_words(now) + (f", against {' and '.join(beside)}" if beside else "")

    def columns(self) -> tuple[Column, ...]:
        return tuple(Column(period.name) for period in self.periods)

    def lines(self, lines: Lines) -> tuple[Row, ...]:
        """A row for each figure chosen that was counted, and of which there was something to count."""
        rows = (
            Row(chosen.label(table, key, text), self._cells(table, key, measure))
            for table, only in lines
            if self.counts(table)
            for key, text, measure in _groups(table, self.inputs.year, only)
        )
        return tuple(row for row in rows if any(cell.denominator != 0 for cell in row.cells))

    def parts(self, table: str, keys: Sequence[str]) -> tuple[Row, ...]:
        """The groups of a table that adds up, those empty in every column left out, and its base last."""
        groups = _groups(table, self.inputs.year, keys)
        rows = [Row(text, self._cells(table, key, measure), part=True) for key, text, measure in groups]
        kept = tuple(row for row in rows if any(cell.numerator or cell.hidden for cell in row.cells))
        if not kept:
            return ()
        return (*kept, Row("All", tuple(self._base(table, keys[0], one) for one in self.periods), base=True))

    def _base(self, table: str, key: str, period: Period) -> Cell:
        found = self.figure(table, key, period)
        if found is None:
            return Cell(Unit.COUNT)
        if found.denominator is None:
            return Cell(Unit.COUNT, hidden=found.hidden)
        return Cell(Unit.COUNT, numerator=int(found.denominator))

    def _cells(self, table: str, key: str, measure: Measure) -> tuple[Cell, ...]:
        return tuple(_cell(self.figure(table, key, one), UNITS[measure]) for one in self.periods)

    def table(
        self, key: str, caption: str, heading: str, rows: Iterable[Row], kind: Kind, notes: Sequence[str] = ()
    ) -> tuple[Table, ...]:
        """A table of these rows; none where there is no row."""
        found = tuple(rows)
        if not found:
            return ()
        return (
            Table(
                key,
                caption,
                heading,
                self.columns(),
                found,
                kind,
                notes=tuple(notes),
                source=f"{self.inputs.source}.",
            ),
        )

    def listed(self, *keys: str) -> tuple[Table, ...]:
        """Lists kept with the pack, as this audience may read them."""
        found = {one.key: one for one in self.pack.tables}
        return tuple(self._listed(found[key]) for key in keys if key in found)

    def _listed(self, one: PackTable) -> Table:
        rows = one.safe if self.safe and one.safe else one.rows
        first, *columns = one.columns
        hides = any(text == HIDDEN or text.startswith(f"{HIDDEN} of ") for row in rows for text in row[1:])
        return Table(
            one.key,
            one.caption,
            first,
            tuple(map(Column, columns)),
            tuple(Row(head, tuple(Cell(Unit.TEXT, text=text) for text in cells)) for head, *cells in rows),
            Kind.TEXT,
            notes=tuple(note for note in (HIDDEN_NOTE if hides else "", one.note) if note),
            source=f"{self.inputs.source}.",
        )


def _groups(table: str, year: ReportingYear, only: Sequence[str]) -> list[tuple[str, str, Measure]]:
    groups = indicator(table).groups_for(year)
    return [(one.key, one.label, one.measure) for one in groups if not only or one.key in only]


def _cell(found: Shown | None, unit: Unit) -> Cell:
    if found is None:
        return Cell(unit)
    if found.hidden:
        return Cell(unit, hidden=True, denominator=found.denominator)
    key = FigureKey(found.table, found.group, found.period)
    return Cell(unit, found.value, found.numerator, found.denominator, figure=key)


def _in_words(figure: Figure) -> str:
    return share_of(figure) if figure.denominator is not None else whole(figure.numerator)
