"""The rows that indicators ask their questions of: children in care on a day, periods of care ended, and so on.

Each function gives an Ibis table with a column ``period`` and one row per thing counted.
"""

from __future__ import annotations

from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.history import SHORT_BREAKS, care_episodes, is_in
from holdfast.indicators.sources import Sources, with_periods


def care(sources: Sources, year: ReportingYear) -> Table:
    """One row per episode that makes care, with its period and placement (see ``history.care_episodes``).

    Only of children who have an episode that had not ended before the year, but all episodes of those: nobody
    else can be in care, or leave it, in the year, and a nation's ten years hold three times as many children.
    """
    return sources.kept(
        f"care {year}", lambda: care_episodes(_of_children_met_in(sources.table("episodes"), year))
    )


def _of_children_met_in(episodes: Table, year: ReportingYear) -> Table:
    met = (
        episodes.filter(_.ended.isnull() | (_.ended >= ibis.literal(year.starts))).select("child").distinct()
    )
    return episodes.semi_join(met, "child")


def open_on(day: Any) -> Any:
    """In care on D: DECOM is not after D and DEC is blank or after D."""
    return (_.started <= day) & (_.ended.isnull() | (_.ended > day))


def age_on(born: Any, day: Any) -> Any:
    """Completed years on the day; a child born on 29 February is a year older on 1 March in other years.

    Null where the date of birth is not known or lies after the day.
    """
    had_birthday = (day.month() > born.month()) | ((day.month() == born.month()) & (day.day() >= born.day()))
    years = day.year() - born.year() - ibis.ifelse(had_birthday, 0, 1)
    return ibis.ifelse(born > day, ibis.null("int64"), years.cast("int64"))


def children_in_care(sources: Sources, year: ReportingYear) -> Table:
    """One row per child in care at the end of the last day of each quarter and of the year.

    A child with two episodes open that day (bad data) is counted once, by the later DECOM.
    """
    return sources.kept(f"children_in_care {year}", lambda: _children_in_care(sources, year))


def _children_in_care(sources: Sources, year: ReportingYear) -> Table:
    rows = with_periods(
        care(sources, year),
        year.periods,
        lambda t: (t.started <= t.ends) & (t.ended.isnull() | (t.ended > t.ends)),
    )
    latest = ibis.window(group_by=["period", "child"], order_by=[ibis.desc("started"), ibis.desc("line")])
    rows = rows.mutate(nth=ibis.row_number().over(latest)).filter(_.nth == 0).drop("nth")
    rows = rows.left_join(sources.table("children"), "child").drop("child_right")
    return rows.mutate(age=age_on(_.born, _.ends))


def at_year_end(sources: Sources, year: ReportingYear) -> Table:
    """Children in care on 31 March, once, under the name of the year."""
    return children_in_care(sources, year).filter(_.period == year.name)


def placements_in_year(sources: Sources, year: ReportingYear) -> Table:
    """Children in care on 31 March with ``placements``, how many placements they had in the year.

    The one they were in on 1 April (or none), and each new placement starting after 1 April and up to 31 March.
    """
    first, last = ibis.literal(year.starts), ibis.literal(year.ends)
    counted = (
        care(sources, year)
        .group_by("child")
        .agg(
            on_first=open_on(first).any(),
            begun=_.count(where=_.begins_placement & (_.started > first) & (_.started <= last)),
        )
    )
    rows = at_year_end(sources, year).left_join(counted, "child").drop("child_right")
    return rows.mutate(placements=_.begun + _.on_first.cast("int64"))


def periods_ended(sources: Sources, year: ReportingYear) -> Table:
    """One row per period of care ended in the period: its last episode's DEC in it, REC filled and not X1."""
    ended = care(sources, year).filter(
        _.last_in_period & _.ended.notnull() & _.reason_ended.notnull() & (_.reason_ended != "X1")
    )
    return with_periods(ended, year.periods, lambda t: t.ended.between(t.starts, t.ends))


def placements_ended(sources: Sources, year: ReportingYear) -> Table:
    """One row per placement whose next episode begins a new placement, ended in the period."""
    return with_periods(
        care(sources, year).filter(_.moves_on), year.periods, lambda t: t.ended.between(t.starts, t.ends)
    )


def reviews_held(sources: Sources, year: ReportingYear) -> Table:
    """One row per completed review in the period."""
    return with_periods(sources.table("reviews"), year.periods, lambda t: t.held_on.between(t.starts, t.ends))


def unaccompanied(sources: Sources, year: ReportingYear) -> Table:
    """Children in care on the day who are in the UASC table, the status not ceased by that day."""
    uasc = sources.table("uasc")
    rows = children_in_care(sources, year).inner_join(uasc, "child")
    return rows.filter(_.ceased.isnull() | (_.ceased > _.ends))


def short_break_children(sources: Sources, year: ReportingYear) -> Table:
    """One row per child with a short-break episode (V3, V4) open at the end of the period."""
    breaks = sources.table("episodes").filter(is_in(_.legal_status, SHORT_BREAKS))
    rows = with_periods(
        breaks, year.periods, lambda t: (t.started <= t.ends) & (t.ended.isnull() | (t.ended > t.ends))
    )
    return rows.distinct(on=["period", "child"], keep="first")


def in_care_all_year(sources: Sources, year: ReportingYear) -> Table:
    """One row per child in care on every day of the year without a short break in it, with their OC2 facts.

    Every day: the days that the child's episodes cover, overlaps counted once, are all the days of the year.
    """
    first, last = ibis.literal(year.starts), ibis.literal(year.ends)
    after = ibis.literal(year.ends) + ibis.interval(days=1)
    days = (year.ends - year.starts).days + 1
    spans = care(sources, year).filter((_.started <= last) & (_.ended.isnull() | (_.ended > first)))
    spans = spans.mutate(
        covers_from=ibis.greatest(_.started, first), covers_to=ibis.least(_.ended.fill_null(after), after)
    )
    before = ibis.window(group_by="child", order_by=["covers_from", "line"], preceding=(None, 1))
    spans = spans.mutate(reached=_.covers_to.max().over(before).fill_null(first))
    spans = spans.mutate(covered=_.covers_to.delta(ibis.greatest(_.covers_from, _.reached), unit="day"))
    whole = spans.group_by("child").agg(covered=ibis.greatest(_.covered, 0).sum()).filter(_.covered == days)
    breaks = sources.table("episodes").filter(
        is_in(_.legal_status, SHORT_BREAKS) & (_.started <= last) & (_.ended.isnull() | (_.ended > first))
    )
    rows = at_year_end(sources, year).semi_join(whole, "child").anti_join(breaks, "child")
    facts = sources.table("health").filter(_.year_ending == year.ending).drop("year_ending")
    return rows.left_join(facts, "child").drop("child_right")


def care_leavers(sources: Sources, year: ReportingYear) -> Table:
    """One row per young person in the year's OC3 table aged 17 to 21 on 31 March who has not died."""
    people = sources.table("care_leavers").filter(_.year_ending == year.ending)
    born = sources.table("children").select("child", header_born="born")
    people = people.left_join(born, "child").drop("child_right")
    people = people.mutate(born=ibis.coalesce(_.born, _.header_born)).drop("header_born")
    people = people.mutate(period=ibis.literal(year.name), ends=ibis.literal(year.ends))
    people = people.mutate(age=age_on(_.born, _.ends))
    return people.filter(_.age.between(17, 21) & (_.in_touch.fill_null("") != "DIED"))
