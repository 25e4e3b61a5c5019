"""Concerns and praise of one year counted into tables that hang together, small numbers hidden in all of them.

Whatever is filtered or narrowed to a quarter is chosen from these tables after they are guarded, so that two views of
the page never give away between them what each of them hides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import median

from holdfast.casework.footprint.models import Theme
from holdfast.casework.footprint.patterns import NO_TEAM, Praised, Raised
from holdfast.casework.resolution.models import Effect, Severity
from holdfast.domain.reporting_year import Period, ReportingYear
from holdfast.domain.resolution.categories import Category
from holdfast.domain.small_numbers import Guarded, Key, Table, guard

OPEN = "open"
#: what came of a concern, in the order of the page; what was taken back as none is counted apart
EFFECTS = {
    OPEN: "Not closed yet",
    **{effect.value: str(effect.label) for effect in Effect if effect is not Effect.WITHDRAWN},
}


def key(**about: str) -> Key:
    return frozenset(about.items())


@dataclass(frozen=True)
class Counts:
    """A year's concerns and praise up to a day. ``categories``: every one there ever was, in its order."""

    year: ReportingYear
    on: date
    rows: Sequence[Raised]
    praise: Sequence[Praised]
    categories: Sequence[Category]

    @cached_property
    def quarters(self) -> list[Period]:
        """The quarters that have begun."""
        return [each for each in self.year.quarters if each.starts <= self.on]

    def months(self, quarter: Period) -> list[Period]:
        return [m for m in self.year.months if quarter.starts <= m.starts <= min(quarter.ends, self.on)]

    @cached_property
    def raised(self) -> list[Raised]:
        """Raised in the year, and not taken back."""
        return [r for r in self.rows if _within(self.year.whole, r.on) and not r.taken_back]

    @cached_property
    def closed(self) -> list[Raised]:
        """Closed in the year, whenever raised, and not taken back."""
        return [
            r for r in self.rows if r.closed_on and _within(self.year.whole, r.closed_on) and not r.taken_back
        ]

    @property
    def taken_back(self) -> int:
        return sum(r.taken_back and _within(self.year.whole, r.on) for r in self.rows)

    @cached_property
    def group_of(self) -> dict[str, str]:
        """Category's code -> its group; a code that is in no list any more stands under other."""
        known = {one.code: one.group for one in self.categories}
        return known | {r.category: "other" for r in self.rows if r.category not in known}

    @cached_property
    def groups(self) -> list[str]:
        """The groups with a concern raised or closed in the year, in the order of the list."""
        there = {self.group_of[r.category] for r in (*self.raised, *self.closed)}
        ordered = dict.fromkeys(self.group_of.values())
        return [group for group in ordered if group in there]

    def categories_in(self, group: str) -> list[str]:
        """The categories of a group with a concern raised in the year."""
        there = {r.category for r in self.raised}
        return [code for code, one in self.group_of.items() if one == group and code in there]

    @cached_property
    def teams(self) -> list[str]:
        """The teams there are, by name; those without one last."""
        there = {r.team for r in self.raised} | {p.team for p in self.praise}
        return sorted(there, key=lambda team: (team == NO_TEAM, team.casefold()))

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Every table of the year, under its name."""
        quarters = [key(quarter=q.name) for q in self.quarters]
        found = {
            "group": self._table(
                [key(group=g) for g in self.groups], quarters, lambda r: (self._group(r), self._quarter(r.on))
            ),
            "team": self._table(
                [key(team=t) for t in self.teams], quarters, lambda r: (key(team=r.team), self._quarter(r.on))
            ),
            "severity": self._table(
                [key(severity=s) for s in Severity.values],
                quarters,
                lambda r: (key(severity=r.severity), self._quarter(r.on)),
            ),
            "effect": self._table(
                [key(effect=e) for e in EFFECTS],
                quarters,
                lambda r: (key(effect=r.effect or OPEN), self._quarter(r.on)),
            ),
            "team_by_group": self._table(
                [key(team=t) for t in self.teams],
                [key(group=g) for g in self.groups],
                lambda r: (key(team=r.team), self._group(r)),
            ),
            "severity_by_effect": self._table(
                [key(severity=s) for s in Severity.values],
                [key(effect=e) for e in EFFECTS],
                lambda r: (key(severity=r.severity), key(effect=r.effect or OPEN)),
            ),
        }
        return {
            **found,
            **self._by_category(),
            **self._by_month(),
            **self._of_closed(quarters),
            **self._of_praise(quarters),
        }

    def _by_category(self) -> dict[str, Table]:
        """The categories of each group over the year: by quarter nearly all of them are small numbers."""
        return {
            f"category:{group}": self._table(
                [key(group=group, category=code) for code in self.categories_in(group)],
                [frozenset()],
                lambda r: (key(group=self.group_of[r.category], category=r.category), frozenset()),
                of=key(group=group),
                rows=[r for r in self.raised if self.group_of[r.category] == group],
            )
            for group in self.groups
        }

    def _by_month(self) -> dict[str, Table]:
        return {
            f"month:{quarter.name}": self._table(
                [frozenset()],
                [key(quarter=quarter.name, month=m.name) for m in self.months(quarter)],
                lambda r, name=quarter.name: (frozenset(), key(quarter=name, month=f"{r.on:%Y-%m}")),
                of=key(quarter=quarter.name),
                rows=[r for r in self.raised if _within(quarter, r.on)],
            )
            for quarter in self.quarters
        }

    def _of_closed(self, quarters: list[Key]) -> dict[str, Table]:
        table = self._table(
            [key(group=g) for g in self.groups],
            quarters,
            lambda r: (self._group(r), self._quarter(r.closed_on)),
            of=key(what="closed"),
            rows=self.closed,
        )
        back = Table([frozenset()], [frozenset()], [[self.taken_back]], key(what="taken back"))
        return {"closed": table, "taken_back": back}

    def _of_praise(self, quarters: list[Key]) -> dict[str, Table]:
        themes = [key(theme=theme) for theme in Theme.values]
        teams = [key(team=team) for team in self.teams]
        of = key(what="praise")
        by_theme = Counter((key(theme=p.theme), self._quarter(p.on)) for p in self.praise)
        by_team = Counter((key(team=p.team), key(theme=p.theme)) for p in self.praise)
        return {
            "praise": Table(themes, quarters, [[by_theme[t, q] for q in quarters] for t in themes], of),
            "praise_by_team": Table(teams, themes, [[by_team[t, q] for q in themes] for t in teams], of),
        }

    @cached_property
    def guarded(self) -> Guarded:
        """What may be shown of all the year's tables."""
        return guard(self.tables.values())

    def days(self, group: str | None, quarter: Period | None) -> tuple[int | None, float | None, int | None]:
        """Working days from raised to closed: how many were closed, the median and the longest; None is hidden."""
        found = [
            r.days
            for r in self.closed
            if (group is None or self.group_of[r.category] == group)
            and (quarter is None or _within(quarter, r.closed_on))
        ]
        table = self.tables["closed"]
        row = None if group is None else self.groups.index(group)
        column = None if quarter is None else self.quarters.index(quarter)
        n = self.guarded.shown(table, row, column)
        return (n, median(found), max(found)) if n else (n, None, None)

    def children(self, quarter: Period | None, of: int) -> int | None:
        """How many different children the concerns raised are about; None where that would say too much.

        ``of``: how many there could be; a handful left over is a small number too.
        """
        found = {r.child for r in self.raised if quarter is None or _within(quarter, r.on)}
        table = self.tables["group"]
        column = None if quarter is None else self.quarters.index(quarter)
        small = range(1, self.guarded.threshold + 1)
        hidden = (
            self.guarded.shown(table, None, column) is None or len(found) in small or of - len(found) in small
        )
        return None if hidden else len(found)

    def _group(self, row: Raised) -> Key:
        return key(group=self.group_of[row.category])

    def _quarter(self, day: date) -> Key:
        return key(quarter=next(each.name for each in self.year.quarters if _within(each, day)))

    def _table(
        self,
        down: list[Key],
        across: list[Key],
        place: Callable[[Raised], tuple[Key, Key]],
        of: Key = frozenset(),
        rows: Sequence[Raised] | None = None,
    ) -> Table:
        counted = Counter(place(row) for row in (self.raised if rows is None else rows))
        return Table(down, across, [[counted[row, column] for column in across] for row in down], of)


def _within(period: Period, day: date) -> bool:
    return period.starts <= day <= period.ends
