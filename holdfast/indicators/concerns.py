"""The rows of disputes and of the concerns themselves: counted from concerns, never from a tick on a form.

A concern taken back as none leaves every count, whenever that was, and stands beside them.
Source: IRO Handbook 2010, chapter 6 (the dispute resolution process).
"""

from __future__ import annotations

from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.sources import Sources, with_periods
from holdfast.indicators.work import reviews_completed

#: formal stages told apart; the last stands for every later one too
FORMAL_STAGES = (1, 2, 3, 4, 5)


def disputes(sources: Sources, year: ReportingYear) -> Table:
    """One row per child in care with a completed review in the period (``what`` child), and per such review (review).

    ``informal_on`` and ``formal_on``: the first day in the period on which such a stage was opened for the child.
    """
    reviews = reviews_completed(sources, year)
    children = reviews.group_by(["period", "child"]).agg(completed_on=_.completed_on.max(), reviews=_.count())
    opened = with_periods(
        sources.table("stages").filter(_.withdrawn.isnull()),
        year.periods,
        lambda t: t.opened_on.between(t.starts, t.ends),
    )
    opened = opened.group_by(["period", "child"]).agg(
        informal_on=_.opened_on.min(where=_.number == 0), formal_on=_.opened_on.min(where=_.number > 0)
    )
    children = children.left_join(opened, ["period", "child"]).drop("period_right", "child_right")
    children = children.mutate(what=ibis.literal("child"))
    each = reviews.select(
        "period",
        "child",
        "completed_on",
        reviews=ibis.literal(1, type="int64"),
        informal_on=ibis.null("date"),
        formal_on=ibis.null("date"),
        what=ibis.literal("review"),
    )
    return ibis.union(children.select(*each.columns), each)


def concerns(sources: Sources, year: ReportingYear) -> Table:
    """One row per concern raised in the period (``what`` raised), and per one closed in it (closed).

    ``stage_0`` to ``stage_5``: whether that stage was opened by the end of the period; ``highest``: the highest of
    them. ``first_of_child`` and ``first_informal`` mark one concern of each child, so that children can be counted.
    """
    every = sources.table("concerns").mutate(withdrawn=(_.effect == "withdrawn").fill_null(False))
    raised = with_periods(every, year.periods, lambda t: t.raised_on.between(t.starts, t.ends))
    closed = with_periods(every, year.periods, lambda t: t.closed_on.between(t.starts, t.ends))
    return ibis.union(
        _shaped(raised, "raised", sources, year),
        _shaped(closed.filter(~_.withdrawn), "closed", sources, year),
    )


def _shaped(rows: Table, what: str, sources: Sources, year: ReportingYear) -> Table:
    rows = rows.left_join(_stages(sources, year), ["period", "concern"]).drop("period_right", "concern_right")
    flags = {name: _[name].fill_null(False) for name in _flags()}
    counts = ~rows.withdrawn
    rows = rows.mutate(**flags)
    return rows.select(
        *(
            "period",
            "child",
            "concern",
            "category",
            "head",
            "raised_on",
            "closed_on",
            "effect",
            "working_days",
        ),
        *("withdrawn", "highest", *_flags()),
        what=ibis.literal(what),
        first_of_child=counts & (_nth(rows, "withdrawn") == 0),
        first_informal=counts & rows.stage_0 & (_nth(rows, "withdrawn", ~rows.stage_0) == 0),
    )


def _nth(rows: Table, *later: Any) -> Any:
    """The place of a concern among those of its child in the period; those for which ``later`` is true come last."""
    order = [rows[one] if isinstance(one, str) else one for one in later]
    return ibis.row_number().over(
        ibis.window(group_by=["period", "child"], order_by=[*order, "raised_on", "concern"])
    )


def _stages(sources: Sources, year: ReportingYear) -> Table:
    """Per period and concern: which stages were opened by its end, and the highest."""
    opened = with_periods(sources.table("stages"), year.periods, lambda t: t.opened_on <= t.ends)
    last = FORMAL_STAGES[-1]
    return opened.group_by(["period", "concern"]).agg(
        highest=ibis.least(_.number.max(), last),
        **{f"stage_{number}": (_.number == number).any() for number in (0, *FORMAL_STAGES[:-1])},
        **{f"stage_{last}": (_.number >= last).any()},
    )


def _flags() -> tuple[str, ...]:
    return tuple(f"stage_{number}" for number in (0, *FORMAL_STAGES))
