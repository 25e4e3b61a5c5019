"""How many children are in care.

Source: Children Act 1989 s22(1) (looked after); SSDA903 guide for the episode dates; the rate per 10,000 children
is the Department for Education's published form.
"""

import ibis

from holdfast.indicators import bases
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Measure

EVERY_ROW = ibis.literal(True)

INDICATOR = Indicator(
    table="children_in_care",
    title="Children and young people in care, excluding short breaks",
    kind=Kind.COUNT,
    order=10,
    rows=bases.children_in_care,
    row_is="child in care at the end of the last day of the period",
    groups=(
        Group("number", "Number", EVERY_ROW, measure=Measure.COUNT),
        Group("per_10000", "Number per 10,000 aged 0 to 17", EVERY_ROW, measure=Measure.PER_10000),
    ),
    note=(
        "Counted at the end of the last day of the period. Children looked after in short breaks only (V3, V4) are "
        "left out. The rate uses the mid-year population estimate entered for the year; without one it is not given."
    ),
    custody=Custody(
        why="Everything else here is a share of these children; a change in number changes every officer's week.",
        definition=(
            "Children with an episode of care whose start is not after the day and whose end is blank or after it, "
            "short breaks set aside; a child with two such episodes is counted once, by the later start."
        ),
        source="Children Act 1989 s22(1); SSDA903 episodes (DECOM, DEC, LS); population: ONS mid-year estimate.",
        owner="Performance analyst",
    ),
)
