"""Personal education plans of children in care, as found at their reviews. Source: what was there for each review.

Statutory guidance on promoting the education of looked-after children asks for a plan for every child of school age and
in early years, there in time for the first review and looked at again each term.
"""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import bases
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, one_of, unknown
from holdfast.indicators.sources import Sources

_FROM, _TO = 3, 17
_ANSWERED = one_of("state", "there", "not_there")


def _of_school_age(sources: Sources, year: ReportingYear) -> Table:
    """Children in care on 31 March aged 3 to 17, with what was found at their last review of the year."""
    plans = sources.table("education_plans")
    plans = plans.filter(_.completed_on.between(ibis.literal(year.starts), ibis.literal(year.ends)))
    latest = ibis.window(group_by="child", order_by=[ibis.desc("completed_on"), "state"])
    plans = plans.mutate(nth=ibis.row_number().over(latest)).filter(_.nth == 0).drop("nth")
    children = bases.at_year_end(sources, year).filter(_.age.between(_FROM, _TO))
    return children.left_join(plans, "child").drop("child_right")


INDICATOR = Indicator(
    table="pep",
    title="Personal education plans of children in care",
    kind=Kind.RATE,
    order=112,
    rows=_of_school_age,
    row_is="child in care on 31 March aged 3 to 17",
    dates=("born", "completed_on", "state"),
    by_quarter=False,
    groups=(
        Group(
            "up_to_date", "Plan there and up to date at the last review", one_of("state", "there"), _ANSWERED
        ),
        Group("not_needed", "Not needed, with the reason", one_of("state", "not_needed")),
        unknown(~(_ANSWERED | one_of("state", "not_needed"))),
    ),
    note=(
        "Counted from what was there for the child's last review completed in the year: the officer is sent the plan "
        "before it, so a plan that was not there by its day is not up to date. The share is of the children for whom "
        "that was noted; one for whom it was not needed, and why, stands beside. Our choice: children who came into "
        "care in the year count too, as the plan is due before their first review. No return holds it."
    ),
    custody=Custody(
        why="Children in care do worse at school than others; the plan says what each needs, and goes stale in a term.",
        definition="Children aged 3 to 17 in care on 31 March whose plan was there by the day of their last review in "
        "the year, over those for whom that was noted.",
        source="The service's preparation of reviews.",
        owner="IRO Manager",
        better=Better.HIGHER,
    ),
    needs=("education_plans",),
)
