"""Where children went when they left care. Source: SSDA903 episodes (REC, the reason the last episode ended)."""

import ibis
from ibis import _

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import bases
from holdfast.indicators.code_lists import codes_of
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Measure, by_code


def groups(year: ReportingYear) -> tuple[Group, ...]:
    """One group per reason of the year's code list over all periods ended, then the two counts."""
    reasons = {c: m for c, m in codes_of("REC", year).items() if c != "X1"}
    return (
        *by_code("reason_ended", reasons),
        Group("total", "Periods of care ended", ibis.literal(True), measure=Measure.COUNT),
        Group("children", "Children who left care", _.first_of_child, measure=Measure.COUNT),
    )


def rows(sources: bases.Sources, year: ReportingYear) -> bases.Table:
    """Periods of care ended, with the first of each child in a period marked so that children can be counted."""
    ended = bases.periods_ended(sources, year)
    child = ibis.window(group_by=["period", "child"], order_by=["ended", "line"])
    return ended.mutate(first_of_child=ibis.row_number().over(child) == 0)


INDICATOR = Indicator(
    table="leaving_care",
    title="Outcomes for children who left care",
    kind=Kind.DISTRIBUTION,
    order=120,
    rows=rows,
    row_is="period of care ended in the period",
    dates=("period_started", "ended", "reason_ended"),
    groups=groups,
    note=(
        "One row per period of care that ended; a child who left twice is counted twice in the total and once among "
        "children. Reasons are those of the year's code list; any other is not known."
    ),
    custody=Custody(
        why="Leaving care well, to family or to a settled life, is what a care plan is for.",
        definition="Periods of care whose last episode ended in the period with a reason other than X1, by reason.",
        source="SSDA903 episodes, DEC, REC.",
        owner="IRO manager",
    ),
)
