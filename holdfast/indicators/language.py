"""The words an indicator is written in: one row, one question.

A figure is the count of rows for which a question is true, over the count of rows to which it applies. The list
behind a number is the same question without the count, so number and list cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache, reduce
from operator import and_
from typing import Any

from ibis import _
from ibis.expr.types import Table

from holdfast.domain.reporting_year import Period, ReportingYear
from holdfast.indicators.sources import Sources

#: A question about a row: a deferred Ibis expression such as ``_.age < 1``.
Question = Any


class Kind(Enum):
    """What a table's groups add up to."""

    DISTRIBUTION = "distribution"  # every row of the base in one group, unknown included
    RATE = "rate"  # a yes-or-no question of the rows that can answer it
    COUNT = "count"  # rows counted, no base


class Measure(Enum):
    """How a group's value is made from its numerator and denominator."""

    SHARE = "share"  # per cent, one decimal
    COUNT = "count"  # the numerator itself; no denominator
    MEAN = "mean"  # the mean of a number over the rows that have it, two decimals
    MEDIAN = "median"  # the number in the middle of the rows that have it, one decimal
    LONGEST = "longest"  # the largest number of the rows that have it
    PER_10000 = "per_10000"  # numerator per 10,000 of a population, one decimal
    FTE = "fte"  # the numerator is how many posts; the value what they add up to in full posts, two decimals
    PER_FTE = "per_fte"  # numerator over full-time equivalents, one decimal


class Better(Enum):
    """Which way is good."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"  # describes; is not a target


@dataclass(frozen=True)
class Custody:
    """Who answers for an indicator and why it exists. An indicator without it is not published."""

    why: str
    definition: str
    source: str
    owner: str
    better: Better = Better.NEITHER


@dataclass(frozen=True)
class Group:
    """One figure of a table: rows of the base for which ``when`` is true, among those for which ``among`` is.

    A blank is not "no": where ``among`` leaves out rows that did not answer, ``asked`` is true of all that were
    asked, so that the share answered can stand beside the table.
    """

    key: str
    label: str
    when: Question
    among: Question | None = None  # None: every row of the base
    asked: Question | None = None  # None: the table says nothing of answers
    measure: Measure = Measure.SHARE
    value_of: str | None = None  # the column whose mean, median or longest is given
    over: Question | None = None  # the rows it is set against, where those are others than the rows counted
    posts: Question | None = (
        None  # the rows that are posts, for Measure.FTE and PER_FTE (see ``work.posts_held``)
    )
    answers_to: str = ""  # what was answered, where the group's label does not say it


@dataclass(frozen=True)
class Indicator:
    """A table of figures: its rows, its groups in print order, and its custody.

    ``rows`` gives the base as a table with a ``period`` column. ``by_quarter`` is false for a table that is given
    for the year only; ``by_month`` is true for one that is given month by month and for nothing else. ``needs`` are
    the tables it is counted from that a return does not hold, ``also_reads`` those of which only some of its groups
    are: without them these groups are empty, and the others are counted all the same. ``note`` is printed under the
    table and names every choice the definition makes.
    ``dates`` are the columns shown when a figure is opened. ``question`` is the key of the question of a monitor it
    counts the answers of, if it does: where the question was changed, that is said (see ``breaks``).
    """

    table: str
    title: str
    kind: Kind
    order: int
    rows: Callable[[Sources, ReportingYear], Table]
    groups: tuple[Group, ...] | Callable[[ReportingYear], tuple[Group, ...]]
    note: str
    custody: Custody
    row_is: str
    dates: tuple[str, ...] = ("started", "ended")
    by_quarter: bool = True
    by_month: bool = False
    needs: tuple[str, ...] = ()
    also_reads: tuple[str, ...] = ()
    question: str = ""
    many: bool = False  # so many counts that those which are nought throughout stay out of sight on screen
    beside: bool = False  # shown in a note beside another table; printed only when asked for

    @property
    def reads(self) -> tuple[str, ...]:
        """All the tables no return holds that its figures are read from, where they are there."""
        return (*self.needs, *self.also_reads)

    def groups_for(self, year: ReportingYear) -> tuple[Group, ...]:
        """The groups of a year; code lists change from year to year."""
        return _written(self.groups, year) if callable(self.groups) else self.groups

    def periods(self, year: ReportingYear) -> tuple[Period, ...]:
        """What the table is given for in a year: its months, its quarters and the year, or the year alone."""
        if self.by_month:
            return year.months
        return year.periods if self.by_quarter else (year.whole,)


@cache
def _written(groups: Callable[[ReportingYear], tuple[Group, ...]], year: ReportingYear) -> tuple[Group, ...]:
    """The groups of a year, written once: a hundred questions over a code list take a while to write."""
    return groups(year)


def one_of(column: str, *codes: str) -> Question:
    """Whether a code is one of those named; a blank is not."""
    return _[column].isin(codes).fill_null(False)


def distribution(*groups: Group) -> tuple[Group, ...]:
    """The groups of a distribution with ``unknown`` after them: the rows that none of them holds."""
    none_of_them = reduce(and_, (~group.when.fill_null(False) for group in groups))
    return (*groups, Group("unknown", "Not known", none_of_them))


def by_code(column: str, codes: dict[str, str]) -> tuple[Group, ...]:
    """The groups of a distribution over a code list: one per code, and ``unknown`` for a blank or any other."""
    return (*coded(column, codes), Group("unknown", "Not known", ~one_of(column, *codes)))


def unknown(when: Question) -> Group:
    """Rows that cannot answer a rate's question: counted beside it, with no denominator."""
    return Group("unknown", "Not known", when, measure=Measure.COUNT)


def coded(column: str, codes: dict[str, str]) -> tuple[Group, ...]:
    """One group per code of a code list, in its order."""
    return tuple(Group(code, label, one_of(column, code)) for code, label in codes.items())
