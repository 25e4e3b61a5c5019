"""Children in care who live outside the council's own area. Source: the service's record of each placement."""

from __future__ import annotations

from ibis.expr.types import Table

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import bases
from holdfast.indicators.language import Better, Custody, Group, Indicator, Kind, one_of, unknown
from holdfast.indicators.sources import Sources

_KNOWN = one_of("location", "IN", "OUT")


def _with_place(sources: Sources, year: ReportingYear) -> Table:
    """Children in care on the day, by the episode they are in, with what is known of its place."""
    care = bases.children_in_care(sources, year)
    return care.left_join(sources.table("places"), ["child", "line"]).drop("child_right", "line_right")


INDICATOR = Indicator(
    table="out_of_area",
    title="Children in care placed outside the council's area",
    kind=Kind.RATE,
    order=72,
    rows=_with_place,
    row_is="child in care at the end of the last day of the period",
    dates=("started", "ended", "place", "location"),
    groups=(
        Group("outside", "Outside the council's area", one_of("location", "OUT"), _KNOWN),
        unknown(~_KNOWN),
    ),
    note=(
        "Of the children in care on the day of whom it is known where they live; those of whom it is not stand beside. "
        "The place is recorded here with each placement; no table of the return that is sent holds it."
    ),
    custody=Custody(
        why="A child far from home is far from school, friends and family, and from those who look after their plan.",
        definition="Children in care on the day placed outside the council's area, over those whose place is known.",
        source="The service's record of placements (PL_LOCATION as the department derives it: IN or OUT).",
        owner="IRO Manager",
        better=Better.LOWER,
    ),
    needs=("places",),
)
