"""The rows of timeliness: each of its readings asks of rows of its own, put one under the other.

Source: the four ways of counting whether reviews are in time (reviews held, reviews due, children, children on a
day), each by the first meeting and by the final one.
"""

from __future__ import annotations

from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.bases import children_in_care
from holdfast.indicators.sources import Sources, with_periods

_COLUMNS = (
    *("period", "child", "what", "due_on", "held_on", "completed_on", "reviews_due"),
    *("in_time", "in_time_by_final"),
)


def readings(sources: Sources, year: ReportingYear) -> Table:
    """Rows of four kinds (``what``), each with ``in_time`` and ``in_time_by_final``.

    held: a review completed in the period; due: one that fell due in it; child: a child with such reviews; standing:
    a child in care on its last day whose first review has fallen due, by the latest that has.
    """
    due = _due(sources, year)
    return ibis.union(_held(sources, year), due, _children(due), _standing(sources, year))


def _kept(column: str) -> Any:
    return (_[column] == "in_time").fill_null(False)


def _held(sources: Sources, year: ReportingYear) -> Table:
    rows = with_periods(
        sources.table("dues"), year.periods, lambda t: t.completed_on.between(t.starts, t.ends)
    )
    return _shaped(rows, "held", _kept("kept"), _kept("kept_by_final"))


def _due(sources: Sources, year: ReportingYear) -> Table:
    rows = with_periods(_fallen_due(sources), year.periods, lambda t: t.due_on.between(t.starts, t.ends))
    return _shaped(rows, "due", _kept("kept"), _kept("kept_by_final"))


def _fallen_due(sources: Sources) -> Table:
    """What falls due on a day that has not passed has not fallen due yet, whether or not it was held early."""
    return sources.table("dues").filter(_.due_on <= _.as_of)


def _children(due: Table) -> Table:
    rows = due.group_by(["period", "child"]).agg(
        due_on=_.due_on.max(),
        held_on=_.held_on.max(),
        completed_on=_.completed_on.max(),
        reviews_due=_.count(),
        all_in_time=_.in_time.all(),
        all_by_final=_.in_time_by_final.all(),
    )
    return _shaped(rows, "child", _.all_in_time, _.all_by_final)


def _standing(sources: Sources, year: ReportingYear) -> Table:
    """In care on the day, by the latest review that had fallen due in this period of care, as it stood that day."""
    children = children_in_care(sources, year).select("period", "child", "ends", "period_started")
    rows = children.inner_join(_fallen_due(sources), "child")
    rows = rows.filter((_.due_on <= _.ends) & (_.due_on > _.period_started))
    latest = ibis.window(group_by=["period", "child"], order_by=[ibis.desc("due_on")])
    rows = rows.mutate(nth=ibis.row_number().over(latest)).filter(_.nth == 0)
    rows = rows.mutate(day=ibis.least(_.ends, _.as_of))
    finished = (_.completed_on <= _.day).fill_null(False)
    under_way = ((_.held_on <= _.day) & (_.day <= _.finish_by)).fill_null(False)
    return _shaped(rows, "standing", finished | under_way, finished)


def _shaped(rows: Table, what: str, in_time: Any, in_time_by_final: Any) -> Table:
    given = {} if "reviews_due" in rows.columns else {"reviews_due": ibis.literal(1, type="int64")}
    rows = rows.mutate(what=ibis.literal(what), in_time=in_time, in_time_by_final=in_time_by_final, **given)
    return rows.select(*_COLUMNS)
