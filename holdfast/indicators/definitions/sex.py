"""Children in care by sex. Source: SSDA903 header (SEX)."""

from holdfast.indicators import bases
from holdfast.indicators.language import Custody, Group, Indicator, Kind, distribution, one_of

INDICATOR = Indicator(
    table="sex",
    title="Children in care by sex",
    kind=Kind.DISTRIBUTION,
    order=20,
    rows=bases.children_in_care,
    row_is="child in care at the end of the last day of the period",
    dates=("started", "ended", "sex"),
    groups=distribution(
        Group("male", "Male", one_of("sex", "M", "1")),
        Group("female", "Female", one_of("sex", "F", "2")),
    ),
    note="As recorded in the return: 1 and 2 up to 2023/24, M, F and U from 2024/25. U and blanks are not known.",
    custody=Custody(
        why="Shows whether boys or girls come into care out of proportion to the area's children.",
        definition="Children in care on the day, by the sex recorded for them.",
        source="SSDA903 header, SEX.",
        owner="Performance analyst",
    ),
)
