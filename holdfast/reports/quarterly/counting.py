"""The figures of a pack: the same questions of the same engine, of the children of a team where it is a team's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.domain import packs
from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import Period, ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.engine import Counted
from holdfast.indicators.registry import indicator
from holdfast.indicators.sources import Sources
from holdfast.reports.quarterly import chosen
from holdfast.snapshot import of_team


@dataclass(frozen=True)
class Whose:
    """Of whom a pack is: a team with its workers (public ids), one group of concerns, or (neither) the service."""

    team: str = ""
    workers: frozenset[str] = frozenset()
    theme: str = ""


def quarters(period: Period) -> tuple[Period, ...]:
    """The quarter, the one before and the same of the year before: what stands side by side."""
    return (period, packs.before(period), packs.a_year_earlier(period))


def held(sources: Sources, period: Period) -> bool:
    """Whether the records of a quarter are here: a review of a child in care was completed in it.

    A return also brings what is left of the years before: those who stayed, not those who left.
    """
    year = ReportingYear.of(period.ends)
    if year.ending not in ssda903.YEARS:
        return False
    found = engine.figures(sources, year, only=["participation"])
    return any(one.denominator for one in found if (one.group, one.period) == ("coded", period.name))


def children_of(sources: Sources, whose: Whose, period: Period) -> frozenset[str] | None:
    """The children (their numbers) a pack counts in a quarter; None: all of them."""
    return of_team.team_children(sources, whose.workers, period) if whose.team else None


def counted(sources: Sources, whose: Whose, periods: Iterable[Period]) -> Counted:
    """The figures of these quarters, of the tables of the pack that these sources hold."""
    about = of_team.of_theme(sources, whose.theme) if whose.theme else sources
    tables = [
        one
        for one in chosen.tables(team=whose.team, theme=whose.theme)
        if sources.holds(indicator(one).needs)
    ]
    found = Counted([], [], [])
    for year, wanted in _by_year(periods).items():
        # a team has other children in each quarter, so that each is counted by itself
        for some in [[one] for one in wanted] if whose.team else [wanted]:
            children = children_of(sources, whose, some[0])
            limited = about if children is None else of_team.of_children(about, children)
            _add(found, engine.counted(limited, year, only=tables), {one.name for one in some})
    return found


def _by_year(periods: Iterable[Period]) -> dict[ReportingYear, list[Period]]:
    found: dict[ReportingYear, list[Period]] = {}
    for period in periods:
        found.setdefault(ReportingYear.of(period.ends), []).append(period)
    return found


def _add(found: Counted, more: Counted, periods: set[str]) -> None:
    found.figures.extend(one for one in more.figures if one.period in periods)
    found.answers.extend(one for one in more.answers if one.period in periods)
    found.breaks.extend(one for one in more.breaks if one not in found.breaks)
