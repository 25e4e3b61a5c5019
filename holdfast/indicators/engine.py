"""Ask the questions: figures of a year, and the rows behind one of them.

One query answers all groups and periods of a table, and of every other table that asks of the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.breaks import Break, breaks
from holdfast.indicators.figure import Answered, Figure
from holdfast.indicators.language import Group, Indicator, Measure
from holdfast.indicators.registry import INDICATORS, indicator
from holdfast.indicators.rounding import full_posts, half_up, mean, per_10000, per_fte, percentage
from holdfast.indicators.sources import Sources

#: what is asked of a column, for a measure that is no count
_VALUES: dict[Measure, Callable[[Any, Any], Any]] = {
    Measure.MEAN: lambda column, where: column.sum(where=where),
    # not median(where=…), which Spark refuses: it wants the half to be a constant
    Measure.MEDIAN: lambda column, where: ibis.ifelse(where, column, ibis.null("int64")).median(),
    Measure.LONGEST: lambda column, where: column.max(where=where),
}


@dataclass(frozen=True)
class Counted:
    """What was counted for a year."""

    figures: list[Figure]
    answers: list[Answered]
    breaks: list[Break] = field(default_factory=list)


def figures(sources: Sources, year: ReportingYear, only: Iterable[str] | None = None) -> list[Figure]:
    """Every figure of the year: table by table, group by group, quarters then year.

    ``only``: table ids; if None, all printed tables that can be counted from these sources. Every group is present,
    zero or not; a rate per 10,000 is absent where no population is entered.
    """
    return counted(sources, year, only).figures


def counted(sources: Sources, year: ReportingYear, only: Iterable[str] | None = None) -> Counted:
    """The figures of the year, how many answered the questions they are made of, and which of those were changed."""
    printed = (each for each in INDICATORS.values() if not each.beside and sources.holds(each.needs))
    return _ask([_asked(sources, t) for t in only] if only is not None else list(printed), sources, year)


def _asked(sources: Sources, table: str) -> Indicator:
    """The indicator of a table. Raises KeyError where these sources do not hold what it is counted from."""
    chosen = indicator(table)
    if not sources.holds(chosen.needs):
        raise KeyError(
            f"A return does not hold what “{table}” is counted from; the service's own records do. Ask for it without "
            "a return."
        )
    return chosen


def rows(
    sources: Sources,
    year: ReportingYear,
    table: str,
    group: str,
    period: str | None = None,
    *,
    base: bool = False,
) -> list[dict[str, Any]]:
    """The rows behind one number: child, dates, and what the question looked at.

    ``period``: a quarter, month or the year by name; the year, or its last month, if None. ``base``: the
    denominator's rows instead of the numerator's; where that is full-time equivalents, the posts.
    """
    chosen = _asked(sources, table)
    wanted = period or chosen.periods(year)[-1].name
    if wanted not in _period_names(chosen, year):
        raise KeyError(f"{table} has no period “{wanted}”. It has: {', '.join(_period_names(chosen, year))}.")
    one = _group(chosen, year, group)
    key = ("rows", id(chosen), year.ending, group, wanted, base)
    return sources.ask(key, lambda: _rows(chosen, sources, year, one, wanted, base), of=chosen)


def _rows(
    chosen: Indicator, sources: Sources, year: ReportingYear, one: Group, period: str, base: bool
) -> Table:
    found = chosen.rows(sources, year).filter(_.period == period)
    if base and (one.posts is not None or one.over is not None):
        found = found.filter(one.posts if one.over is None else one.over)
    elif one.among is not None:
        found = found.filter(one.among)
    if not base:
        found = found.filter(one.when)
    columns = [c for c in ("child", "period", *chosen.dates) if c in found.columns]
    return found.select(*columns).order_by([c for c in columns if c != "period"])


def _group(chosen: Indicator, year: ReportingYear, key: str) -> Group:
    groups = chosen.groups_for(year)
    for group in groups:
        if group.key == key:
            return group
    raise KeyError(
        f"{chosen.table} has no group “{key}”. Its groups are: {', '.join(g.key for g in groups)}."
    )


def _period_names(chosen: Indicator, year: ReportingYear) -> list[str]:
    return [period.name for period in chosen.periods(year)]


def _ask(chosen: list[Indicator], sources: Sources, year: ReportingYear) -> Counted:
    """Figures of the tables in the order given; tables that ask of the same rows are asked together."""
    counts: dict[str, dict[str, dict[str, Any]]] = {}
    for rows, tables in _by_rows(chosen).items():
        groups = {each.table: each.groups_for(year) for each in tables}
        key = ("counted", tuple(id(each) for each in tables), year.ending)
        found = sources.ask(key, partial(_counts, rows, sources, year, groups), of=tables)
        for each in tables:
            counts[each.table] = {row["period"]: row for row in found}
    population = _population(sources, year) if "children_in_care" in counts else None
    found_figures, answers = [], []
    for each in chosen:
        for nth, group in enumerate(each.groups_for(year)):
            for period in _period_names(each, year):
                row = counts[each.table].get(period, {})
                figure = _figure(each.table, group, nth, period, row, population)
                found_figures += [figure] if figure else []
                answers += [_answered(each.table, group, nth, period, row)] if group.asked is not None else []
    return Counted(found_figures, answers, breaks(sources, year, chosen))


def _counts(
    rows: Callable[[Sources, ReportingYear], Table],
    sources: Sources,
    year: ReportingYear,
    groups: dict[str, tuple[Group, ...]],
) -> Table:
    return _counted(rows(sources, year), groups)


def _answered(table: str, group: Group, nth: int, period: str, counts: dict[str, Any]) -> Answered:
    at = f"{table} {nth}"
    return Answered(table, group.key, period, counts.get(f"d {at}", 0), counts.get(f"a {at}", 0))


def _by_rows(chosen: list[Indicator]) -> dict[Any, list[Indicator]]:
    grouped: dict[Any, list[Indicator]] = {}
    for each in chosen:
        grouped.setdefault(each.rows, []).append(each)
    return grouped


def _counted(base: Table, tables: dict[str, tuple[Group, ...]]) -> Table:
    """One row per period: for each table and group its numerator, denominator and, for a mean, its total."""
    measures: dict[str, Any] = {"rows_in_base": _.count()}
    for table, groups in tables.items():
        for nth, group in enumerate(groups):
            at = f"{table} {nth}"
            asked = group.when if group.among is None else group.when & group.among
            measures[f"n {at}"] = _.count(where=asked)
            against = group.among if group.over is None else group.over
            if against is not None:
                measures[f"d {at}"] = _.count(where=against)
            if group.asked is not None:
                measures[f"a {at}"] = _.count(where=group.asked)
            if group.value_of is not None:
                measures[f"t {at}"] = _VALUES[group.measure](_[group.value_of], asked)
            if group.posts is not None:
                measures[f"t {at}"] = _.hundredth_days.sum(where=group.posts)
                measures[f"u {at}"] = _.days.max(where=group.posts)
    return base.group_by("period").agg(**measures)


def _figure(
    table: str, group: Group, nth: int, period: str, counts: dict[str, Any], population: int | None
) -> Figure | None:
    at = f"{table} {nth}"
    n = counts.get(f"n {at}", 0)
    whole = group.among is None and group.over is None
    d = counts.get("rows_in_base" if whole else f"d {at}", 0)
    if group.measure is Measure.COUNT:
        return Figure(table, group.key, period, n, None, n)
    if group.measure is Measure.MEAN:
        return Figure(table, group.key, period, n, d, mean(int(counts.get(f"t {at}") or 0), n))
    if group.measure in (Measure.MEDIAN, Measure.LONGEST):
        found = counts.get(f"t {at}") if n else None
        return Figure(table, group.key, period, n, d, found if found is None else _plain(found))
    if group.posts is not None:
        held = full_posts(int(counts.get(f"t {at}") or 0), int(counts.get(f"u {at}") or 1))
        if group.measure is Measure.FTE:
            return Figure(table, group.key, period, n, None, half_up(held, 2))
        return Figure(table, group.key, period, n, half_up(held, 2), per_fte(n, held))
    if group.measure is Measure.PER_10000:
        return (
            Figure(table, group.key, period, n, population, per_10000(n, population)) if population else None
        )
    return Figure(table, group.key, period, n, d, percentage(n, d))


def _plain(found: float | int) -> float | int:
    """A whole number, or a half between two: the median of whole numbers is never anything else."""
    return found if isinstance(found, int) else half_up(Fraction(found), 1)


def _population(sources: Sources, year: ReportingYear) -> int | None:
    """The population aged 0 to 17 entered for the year, or None."""
    entered = sources.ask(
        ("population", year.ending),
        lambda: sources.table("population").filter(_.year_ending == year.ending).limit(1),
    )
    return entered[0]["aged_0_17"] if entered else None
