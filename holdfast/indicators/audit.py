"""The rows of the quarterly audit of conferences: the plans on its three lists.

The lists are those of `domain.conference_audit`, asked of all plans at once. Source: the service's work plan for
2016/17 in York's annual report, section 10.
"""

from __future__ import annotations

from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from holdfast.domain.conference_audit import LONG_MONTHS, REPEAT_MONTHS, Listing
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.sources import Sources, with_periods


def listed(sources: Sources, year: ReportingYear) -> Table:
    """One row per plan and list it is on in the period (``listing``); ``because_of``: the day that puts it there.

    Because of the first review conference, the day 15 months were full, or the end of the plan before.
    """
    plans = sources.table("plans").filter((_.kind == "cp") & _.started.notnull())
    return ibis.union(_ended_at_first(plans, year), _long(plans, year), _repeated(plans, year))


def _ended_at_first(plans: Table, year: ReportingYear) -> Table:
    rows = with_periods(
        plans.filter((_.ended == _.first_review).fill_null(False)),
        year.periods,
        lambda t: t.ended.between(t.starts, t.ends),
    )
    return _shaped(rows, Listing.ENDED_AT_FIRST, _.first_review)


def _long(plans: Table, year: ReportingYear) -> Table:
    full = (_.started + ibis.interval(months=LONG_MONTHS)).cast("date")
    rows = with_periods(
        plans.mutate(full=full),
        year.periods,
        lambda t: (t.full < t.ends) & (t.ended.isnull() | (t.ended > t.ends)),
    )
    return _shaped(rows, Listing.OVER_15_MONTHS, _.full)


def _repeated(plans: Table, year: ReportingYear) -> Table:
    """The day the latest plan before ended, if one did on or before the day this one was made."""
    began = with_periods(plans, year.periods, lambda t: t.started.between(t.starts, t.ends))
    before = plans.filter(_.ended.notnull()).select("child", before=_.ended)
    pairs = began.left_join(before, "child").drop("child_right")
    latest = pairs.group_by(["period", "child", "started", "ended", "opened", "first_review"]).agg(
        before=_.before.max(where=_.before <= _.started)
    )
    limit = (_.before + ibis.interval(months=REPEAT_MONTHS)).cast("date")
    return _shaped(latest.filter((_.started <= limit).fill_null(False)), Listing.REPEAT, _.before)


def _shaped(rows: Table, listing: Listing, because_of: Any) -> Table:
    return rows.select(
        "period",
        "child",
        "started",
        "ended",
        listing=ibis.literal(str(listing)),
        because_of=because_of,
    )
