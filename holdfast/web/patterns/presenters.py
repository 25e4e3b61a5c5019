"""Patterns as they are read: each table with its totals and shares, hidden counts as a word, and a drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from holdfast.casework.footprint.models import Theme
from holdfast.casework.footprint.patterns import NO_TEAM
from holdfast.casework.resolution.models import Severity
from holdfast.domain.reporting_year import Period
from holdfast.domain.resolution.categories import group_label
from holdfast.domain.small_numbers import Table
from holdfast.indicators.rounding import in_percent, percentage
from holdfast.web.patterns.choice import Choice
from holdfast.web.patterns.counting import EFFECTS, Counts
from holdfast.web.patterns.links import RowLinks

HIDDEN = "hidden"
NO_TEAM_WORDS = "No social worker’s team known"


@dataclass(frozen=True)
class Line:
    """A row of a table as it is read. ``share``: of all, in words; ``width``: of its bar, in hundredths."""

    label: str
    cells: Sequence[int | None]
    share: str = ""
    width: float | None = None
    url: str = ""
    is_total: bool = False

    @property
    def words(self) -> list[str]:
        return [HIDDEN if cell is None else f"{cell:,}" for cell in self.cells]


@dataclass(frozen=True)
class Block:
    """One table under its heading. ``empty``: what stands there where nothing was counted."""

    anchor: str
    title: str
    caption: str
    head: str
    columns: Sequence[str]
    lines: Sequence[Line]
    note: str = ""
    empty: str = ""
    level: int = 2

    @property
    def has_shares(self) -> bool:
        return any(line.share for line in self.lines)


@dataclass(frozen=True)
class PatternsPage:
    """``of_children``: how many had a reviewing officer in the period; ``links``: where the reader sees the rows."""

    counts: Counts
    choice: Choice
    labels: Mapping[str, str]
    of_children: int
    links: RowLinks

    @cached_property
    def period(self) -> Period:
        return self.choice.period(self.counts) or self.counts.year.whole

    @cached_property
    def _quarter(self) -> Period | None:
        return self.choice.period(self.counts)

    @cached_property
    def _columns(self) -> list[int]:
        """Which quarters are shown."""
        if self._quarter is None:
            return list(range(len(self.counts.quarters)))
        return [self.counts.quarters.index(self._quarter)]

    @property
    def _headings(self) -> list[str]:
        names = [self.counts.quarters[j].name[-2:] for j in self._columns]
        return names if self._quarter else [*names, "Year so far" if self.unfinished else "Year"]

    @property
    def unfinished(self) -> bool:
        return self.counts.on < self.counts.year.ends

    @property
    def every(self) -> int | None:
        """All concerns raised in the period; None is hidden."""
        return self._all(self.counts.tables["group"])

    @property
    def sentence(self) -> str:
        """“154 concerns were raised, about 98 of 312 children and young people with a reviewing officer (31.4%).”"""
        if not self.counts.raised:
            return "No concern was raised in this year."
        if self.every is None:
            return "A few concerns were raised; how many is hidden, so that nobody can be told from it."
        n = self.every
        raised = f"{n:,} concern{'' if n == 1 else 's'} {'was' if n == 1 else 'were'} raised"
        if n == 0:
            return "No concern was raised in this quarter."
        found, of = self.counts.children(self._quarter, self.of_children), self.of_children
        who = "child or young person" if of == 1 else "children and young people"
        had = f"{of:,} {who} with a reviewing officer in the period"
        if found is None:
            return f"{raised}. How many children they are about is hidden; there were {had}."
        share = f" ({in_percent(f'{100 * found / of:.1f}')})" if of else ""
        return f"{raised}, about {found:,} of {had}{share}."

    @property
    def taken_back(self) -> str:
        n = self.counts.guarded.shown(self.counts.tables["taken_back"])
        if n == 0:
            return ""
        many = "A few concerns" if n is None else f"{n:,} concerns"
        return f"{many} of the year were taken back as none and are counted nowhere here."

    def _all(self, table: Table) -> int | None:
        return self.counts.guarded.shown(table, None, self._columns[0] if self._quarter else None)

    # each table of the page

    @property
    def blocks(self) -> list[Block]:
        """Every table of the page, in its order."""
        found = [self._by_month()] if self._quarter else []
        found.append(self._simple("group", "By group of categories", "Group", group_label))
        if not self._quarter:
            found += self._by_category()
        found.append(self._simple("team", "By team", "Team", self._team_words))
        if not self._quarter:
            found.append(self._team_by_group())
        severity = {each.value: str(each.label) for each in Severity}
        found += [
            self._simple("severity", "By how serious it is", "How serious", severity.__getitem__),
            self._simple(
                "effect", "By what came of it for the child", "What came of it", EFFECTS.__getitem__
            ),
        ]
        if not self._quarter:
            found.append(self._severity_by_effect(severity))
        found.append(self._days())
        themes = {each.value: str(each.label) for each in Theme}
        found.append(self._simple("praise", "Praise, by what it was about", "About", themes.__getitem__))
        if not self._quarter:
            found.append(self._praise_by_team(themes))
        return found

    def _simple(self, name: str, title: str, head: str, words: Callable[[str], str]) -> Block:
        """A table by quarter whose rows are values of one kind."""
        kind = {"praise": "theme"}.get(name, name)
        table = self.counts.tables[name]
        values = [dict(row)[kind] for row in table.rows]
        shown = [i for i, value in enumerate(values) if self.choice.holds(kind, value)]
        lines = [
            self._line(table, i, words(values[i]), self.links.of(kind, values[i], self.period)) for i in shown
        ]
        what = "Praise" if name == "praise" else "Concerns raised"
        return Block(
            name,
            title,
            f"{what}, {self.period.name}",
            head,
            self._headings,
            [*lines, self._total(table)],
            empty=f"No {'praise was given' if name == 'praise' else 'concern was raised'} in this period."
            if self._all(table) == 0
            else "",
        )

    def _by_category(self) -> Iterator[Block]:
        """A table for each group over the year, whose total is the group's."""
        every = self.counts.guarded.shown(self.counts.tables["group"])
        for group in self.counts.groups:
            table = self.counts.tables[f"category:{group}"]
            if not self.choice.holds("group", group) or not table.rows:
                continue
            codes = [dict(row)["category"] for row in table.rows]
            lines = [self._category(table, i, code, every) for i, code in enumerate(codes)]
            total = self.counts.guarded.shown(table)
            lines.append(Line("All", [total], self._share(total, every)[0], is_total=True))
            yield Block(
                f"category-{group}",
                group_label(group),
                f"{group_label(group)}: concerns raised, {self.counts.year}",
                "Category",
                [self._headings[-1]],
                lines,
                level=3,
            )

    def _category(self, table: Table, i: int, code: str, every: int | None) -> Line:
        n = self.counts.guarded.shown(table, i)
        url = self.links.of("category", code, self.counts.year.whole)
        return Line(self.labels.get(code, code), [n], *self._share(n, every), url)

    def _by_month(self) -> Block:
        table = self.counts.tables[f"month:{self.period.name}"]
        months = self.counts.months(self.period)
        return Block(
            "month",
            "Month by month",
            f"Concerns raised, {self.period.name}",
            "",
            [*(f"{month.starts:%B}" for month in months), "Quarter"],
            [Line("All concerns", self._cells(table, None, range(len(months))))],
            empty="No concern was raised in this period."
            if self._all(self.counts.tables["group"]) == 0
            else "",
        )

    def _cells(self, table: Table, row: int | None, columns: Sequence[int]) -> list[int | None]:
        guarded = self.counts.guarded
        return [*(guarded.shown(table, row, j) for j in columns), guarded.shown(table, row)]

    def _line(self, table: Table, i: int, label: str, url: str = "") -> Line:
        cells = [self.counts.guarded.shown(table, i, j) for j in self._columns]
        if not self._quarter:
            cells.append(self.counts.guarded.shown(table, i))
        return Line(label, cells, *self._share(cells[-1], self._all(table)), url if cells[-1] != 0 else "")

    def _total(self, table: Table) -> Line:
        cells = [self.counts.guarded.shown(table, None, j) for j in self._columns]
        if not self._quarter:
            cells.append(self.counts.guarded.shown(table))
        share, _ = self._share(cells[-1], self._all(table))
        return Line("All", cells, share, is_total=True)

    @staticmethod
    def _share(n: int | None, of: int | None) -> tuple[str, float | None]:
        """“25.0% (12 of 48)”; a blank where either is hidden."""
        if n is None or not of:
            return "", None
        share = percentage(n, of)
        return f"{in_percent(f'{share:.1f}')} ({n:,} of {of:,})", share

    def _crossed(self, name: str, title: str, head: str, kind: str, words: Callable[[str], str],
                 columns: Sequence[str], caption: str) -> Block:  # fmt: skip
        """A table of the year with another kind of thing across."""
        table = self.counts.tables[name]
        values = [dict(row)[kind] for row in table.rows]
        across = [j for j in range(len(table.columns)) if table.value(None, j)]
        lines = [
            Line(words(value), self._cells(table, i, across))
            for i, value in enumerate(values)
            if self.choice.holds(kind, value)
        ]
        total = Line("All", self._cells(table, None, across), is_total=True)
        empty = "" if self.counts.guarded.shown(table) != 0 else "There is nothing to count in this year."
        left_out = len(table.columns) - len(across)
        note = f"Columns with nothing in them are left out: {left_out}."
        names = [*(columns[j] for j in across), "All"]
        return Block(name, title, caption, head, names, [*lines, total], note if left_out else "", empty)

    def _team_by_group(self) -> Block:
        across = [group_label(group) for group in self.counts.groups]
        caption = f"Concerns raised, {self.counts.year}"
        return self._crossed(
            "team_by_group", "Team and group", "Team", "team", self._team_words, across, caption
        )

    def _severity_by_effect(self, severity: Mapping[str, str]) -> Block:
        caption = f"Concerns raised, {self.counts.year}"
        words = severity.__getitem__
        return self._crossed(
            "severity_by_effect", "How serious it is, and what came of it", "How serious", "severity", words,
            list(EFFECTS.values()), caption,
        )  # fmt: skip

    def _praise_by_team(self, themes: Mapping[str, str]) -> Block:
        caption = f"Praise, {self.counts.year}"
        return self._crossed(
            "praise_by_team", "Praise by team", "Team of the worker", "team", self._team_words,
            list(themes.values()), caption,
        )  # fmt: skip

    def _days(self) -> Block:
        """Working days from raised to closed, of those closed in the period."""
        groups = [group for group in self.counts.groups if self.choice.holds("group", group)]
        lines = [self._days_line(group_label(group), group) for group in groups]
        lines.append(self._days_line("All", None))
        return Block(
            "days",
            "From raised to closed",
            f"Working days, concerns closed in {self.period.name}",
            "Group",
            ["Closed (n)", "Median", "Longest"],
            lines,
            note="Of concerns closed in the period, whenever they were raised. Median and longest are hidden with n.",
            empty="" if lines[-1].cells[0] != 0 else "No concern was closed in this period.",
        )

    def _days_line(self, label: str, group: str | None) -> Line:
        n, middle, longest = self.counts.days(group, self._quarter)
        words = HIDDEN if n is None else "–"
        return DaysLine(
            label,
            [n],
            is_total=group is None,
            more=(words if middle is None else f"{middle:g}", words if longest is None else str(longest)),
        )

    @staticmethod
    def _team_words(team: str) -> str:
        return NO_TEAM_WORDS if team == NO_TEAM else team


@dataclass(frozen=True)
class DaysLine(Line):
    """A row whose later cells are days."""

    more: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        return [*super().words, *self.more]


def csv_rows(blocks: Sequence[Block]) -> Iterator[list[object]]:
    """What the page shows, one number a row: table, row, column, number, share."""
    for block in blocks:
        if block.empty:
            continue
        for line in block.lines:
            for column, word in zip(block.columns, line.words, strict=True):
                share = line.share if column == block.columns[-1] else ""
                yield [block.caption, line.label, column, word.replace(",", ""), share]
