"""Children in care by age. Source: SSDA903 header (DOB); the bands are the Department for Education's."""

from ibis import _

from holdfast.indicators import bases
from holdfast.indicators.language import Custody, Group, Indicator, Kind, distribution

INDICATOR = Indicator(
    table="age",
    title="Children in care by age",
    kind=Kind.DISTRIBUTION,
    order=40,
    rows=bases.children_in_care,
    row_is="child in care at the end of the last day of the period",
    dates=("born", "age", "started", "ended"),
    groups=distribution(
        Group("under_1", "Under 1", _.age < 1),
        Group("1_4", "1 to 4", _.age.between(1, 4)),
        Group("5_9", "5 to 9", _.age.between(5, 9)),
        Group("10_15", "10 to 15", _.age.between(10, 15)),
        Group("16_over", "16 and over", _.age >= 16),
    ),
    note=(
        "Age in completed years at the end of the period; a child born on 29 February is a year older on 1 March in "
        "other years. A child with no date of birth, or one after the day, is not known."
    ),
    custody=Custody(
        why="Babies, primary-age children and young people about to leave care need different plans and placements.",
        definition="Children in care on the day, by completed years of age on it.",
        source="SSDA903 header, DOB.",
        owner="Performance analyst",
    ),
)
