"""The rows about the officers' own work: caseloads, meetings, due dates, deadlines.

Only the service's own records hold them. Each function gives an Ibis table with a column ``period`` and one row per
thing counted. An officer is an Independent Reviewing Officer.
"""

from __future__ import annotations

from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from holdfast.domain.reporting_year import Period, ReportingYear
from holdfast.indicators.bases import age_on, at_year_end, care, children_in_care, short_break_children
from holdfast.indicators.sources import Sources, with_periods

#: the plans a child can be allocated for, the first that holds counts
PLANS = ("cypic", "cp", "short_breaks", "cin")


def _open(rows: Table, periods: tuple[Period, ...]) -> Table:
    """What has started, and has not ended, at the end of the last day of each period."""
    return with_periods(
        rows, periods, lambda t: (t.started <= t.ends) & (t.ended.isnull() | (t.ended > t.ends))
    )


def _of_officers(sources: Sources, name: str) -> Table:
    return sources.table(name).filter(_.role == "iro")


def posts_held(sources: Sources, periods: tuple[Period, ...]) -> Table:
    """One row per post of an officer held on some day of the period, with ``hundredth_days`` and ``days``.

    Hundredths of a full post times the days it was held; over the days of the period that is the mean full-time
    equivalent.
    """
    rows = with_periods(
        _of_officers(sources, "posts"),
        periods,
        lambda t: (t.started <= t.ends) & (t.ended.isnull() | (t.ended > t.starts)),
    )
    after = rows.ends + ibis.interval(days=1)
    held = ibis.least(rows.ended.fill_null(after), after).delta(
        ibis.greatest(rows.started, rows.starts), unit="day"
    )
    return rows.mutate(
        hundredth_days=(rows.hundredths * held).cast("int64"),
        days=after.delta(rows.starts, unit="day").cast("int64"),
    )


def caseload(sources: Sources, year: ReportingYear) -> Table:
    """One row per child with an officer at the end of the last day (``what`` child), and per post held then (post).

    ``plan``: the first of PLANS the child was on that day; none of them: null.
    """
    children = _allocated(sources, year.periods)
    plans = ibis.union(*_plans_open(sources, year))
    first = plans.group_by(["period", "child"]).agg(nth=_.nth.min())
    children = children.left_join(first, ["period", "child"]).drop("period_right", "child_right")
    plan = ibis.array([ibis.literal(name) for name in PLANS])[children.nth]
    children = children.select(
        "period",
        "child",
        "worker",
        "started",
        "ended",
        what=ibis.literal("child"),
        plan=ibis.ifelse(children.nth.notnull(), plan, ibis.null("string")),
        hundredths=ibis.null("int64"),
        hundredth_days=ibis.null("int64"),
        days=ibis.null("int64"),
    )
    posts = _open(_of_officers(sources, "posts"), year.periods)
    posts = posts.select(
        "period",
        "worker",
        "started",
        "ended",
        "hundredths",
        child=ibis.null("string"),
        what=ibis.literal("post"),
        plan=ibis.null("string"),
        hundredth_days=_.hundredths,
        days=ibis.literal(1, type="int64"),
    )
    return ibis.union(children, posts.select(*children.columns))


def _allocated(sources: Sources, periods: tuple[Period, ...]) -> Table:
    """Children with an open allocation of an officer, each once, by the later one."""
    rows = _open(_of_officers(sources, "allocations"), periods)
    latest = ibis.window(group_by=["period", "child"], order_by=[ibis.desc("started"), "worker"])
    return rows.mutate(turn=ibis.row_number().over(latest)).filter(_.turn == 0).drop("turn")


def _plans_open(sources: Sources, year: ReportingYear) -> list[Table]:
    plans = sources.table("plans")
    found = (
        children_in_care(sources, year),
        _open(plans.filter(_.kind == "cp"), year.periods),
        short_break_children(sources, year),
        _open(plans.filter(_.kind == "cin"), year.periods),
    )
    return [
        rows.select("period", "child", nth=ibis.literal(nth, type="int64")) for nth, rows in enumerate(found)
    ]


def protection_plans(sources: Sources, year: ReportingYear) -> Table:
    """One row per protection plan and month in which it was open on some day, began or ended."""
    made = sources.table("plans").filter((_.kind == "cp") & _.started.notnull())
    return with_periods(
        made, year.months, lambda t: (t.started <= t.ends) & (t.ended.isnull() | (t.ended >= t.starts))
    )


def _completed(sources: Sources, year: ReportingYear) -> Table:
    return with_periods(
        sources.table("meetings"), year.periods, lambda t: t.completed_on.between(t.starts, t.ends)
    )


def meetings(sources: Sources, year: ReportingYear) -> Table:
    """One row per review or conference completed in the period (``what`` meeting), and per post held (post)."""
    held = _completed(sources, year).select(
        "period",
        "child",
        "kind",
        "held_on",
        "completed_on",
        what=ibis.literal("meeting"),
        worker=ibis.null("string"),
        started=ibis.null("date"),
        ended=ibis.null("date"),
        hundredths=ibis.null("int64"),
        hundredth_days=ibis.null("int64"),
        days=ibis.null("int64"),
    )
    posts = posts_held(sources, year.periods).mutate(
        child=ibis.null("string"),
        kind=ibis.null("string"),
        held_on=ibis.null("date"),
        completed_on=ibis.null("date"),
        what=ibis.literal("post"),
    )
    return ibis.union(held, posts.select(*held.columns))


def reviews_completed(sources: Sources, year: ReportingYear) -> Table:
    """One row per completed review of a child in care, with the child's age on that day."""
    rows = _completed(sources, year).filter(_.kind == "cypic")
    rows = rows.left_join(sources.table("children").select("child", "born"), "child").drop("child_right")
    return rows.mutate(age=age_on(_.born, _.completed_on))


def deadlines(sources: Sources, year: ReportingYear) -> Table:
    """One row per deadline after a completed review that fell in the period."""
    return with_periods(
        sources.table("deadlines"), year.periods, lambda t: t.due_on.between(t.starts, t.ends)
    )


def midways(sources: Sources, year: ReportingYear) -> Table:
    """One row per midway check due in the period."""
    return with_periods(sources.table("midways"), year.periods, lambda t: t.due_on.between(t.starts, t.ends))


def a_year_on(sources: Sources, year: ReportingYear) -> Table:
    """One row per child in care on 31 March and on the 31 March before, with who reviewed their care in between.

    ``officers``: how many; ``covered``: days of the year and a day that some officer was allocated; ``known``: whether
    an allocation from the first of those days or earlier is recorded at all.
    """
    before = year.starts.replace(month=3, day=31)
    first, last = ibis.literal(before), ibis.literal(year.ends)
    open_then = (_.started <= first) & (_.ended.isnull() | (_.ended > first))
    then = care(sources, year).filter(open_then).select("child").distinct()
    allocated = _of_officers(sources, "allocations")
    known = allocated.filter(_.started <= first).select("child").distinct()
    rows = at_year_end(sources, year).semi_join(then, "child")
    rows = rows.left_join(_between(allocated, first, last), "child").drop("child_right")
    rows = rows.left_join(known.mutate(known=ibis.literal(True)), "child").drop("child_right")
    days = (year.ends - before).days + 1
    one = ((_.officers == 1) & (_.covered == days)).fill_null(False)
    return rows.mutate(known=_.known.fill_null(False), throughout=one)


def _between(allocated: Table, first: Any, last: Any) -> Table:
    """Per child: officers and days covered from the first day to the last, overlaps counted once."""
    after = last + ibis.interval(days=1)
    spans = allocated.filter((_.started <= last) & (_.ended.isnull() | (_.ended > first)))
    spans = spans.mutate(
        covers_from=ibis.greatest(_.started, first), covers_to=ibis.least(_.ended.fill_null(after), after)
    )
    so_far = ibis.window(
        group_by="child", order_by=["covers_from", "covers_to", "worker"], preceding=(None, 1)
    )
    spans = spans.mutate(reached=_.covers_to.max().over(so_far).fill_null(first))
    spans = spans.mutate(new=_.covers_to.delta(ibis.greatest(_.covers_from, _.reached), unit="day"))
    return spans.group_by("child").agg(officers=_.worker.nunique(), covered=ibis.greatest(_.new, 0).sum())
