"""Children in care by how long their current period of care has lasted.

Source: SSDA903 episodes (a period of care runs from RNE S to an end other than X1); months by corresponding date.
"""

import ibis
from ibis import _

from holdfast.indicators import bases
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Question, distribution


def _before(months: int) -> Question:
    """The day comes before the corresponding date so many months after the start."""
    return _.ends < _.period_started + ibis.interval(months=months)


INDICATOR = Indicator(
    table="time_in_care",
    title="Children in care by length of their current period of care",
    kind=Kind.DISTRIBUTION,
    order=50,
    rows=bases.children_in_care,
    row_is="child in care at the end of the last day of the period",
    dates=("period_started", "period_known", "started", "ended"),
    groups=distribution(
        Group("under_6_months", "Less than 6 months", _.period_known & _before(6)),
        Group("6_12_months", "6 to 12 months", _.period_known & ~_before(6) & _before(12)),
        Group("1_2_years", "1 to 2 years", _.period_known & ~_before(12) & _before(24)),
        Group("2_4_years", "2 to 4 years", _.period_known & ~_before(24) & _before(48)),
        Group("over_4_years", "More than 4 years", ~_before(48)),
    ),
    note=(
        "From the start of the current period of care, in calendar months. Where a return does not show the start, it "
        "began on or before the first episode shown: over 4 years is counted where that settles it; otherwise it is "
        "not known."
    ),
    custody=Custody(
        why="Shows whether children move on to permanence or stay on; long stays should be planned, not drift.",
        definition=(
            "Children in care on the day, by the time since their current period of care began (S): before S + 6 "
            "months, S + 12 months, S + 2 years, S + 4 years, or later."
        ),
        source="SSDA903 episodes, DECOM, RNE, DEC, REC.",
        owner="IRO manager",
    ),
)
