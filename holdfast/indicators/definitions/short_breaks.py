"""Children looked after in short breaks, counted apart. Source: SSDA903 episodes (LS V3, V4); CPR 2010 reg 48."""

import ibis

from holdfast.indicators import bases
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Measure

INDICATOR = Indicator(
    table="short_breaks",
    title="Children looked after in short breaks",
    kind=Kind.COUNT,
    order=15,
    rows=bases.short_break_children,
    row_is="child with a short-break episode open at the end of the last day of the period",
    beside=True,
    groups=(Group("number", "Number", ibis.literal(True), measure=Measure.COUNT),),
    note="Children with a short-break episode (V3, V4) open on the day; they are in no other table.",
    custody=Custody(
        why="Officers review these plans too, though the children are not counted as in care.",
        definition="Children with an episode of legal status V3 or V4 open on the day.",
        source="SSDA903 episodes, LS; Care Planning Regulations 2010 reg 48.",
        owner="Performance analyst",
    ),
)
