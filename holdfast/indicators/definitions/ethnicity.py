"""Children in care by ethnicity. Source: SSDA903 header (ETHNIC), twenty codes."""

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import bases
from holdfast.indicators.code_lists import codes_of
from holdfast.indicators.language import Custody, Group, Indicator, Kind, by_code


def groups(year: ReportingYear) -> tuple[Group, ...]:
    """One group per code of the year."""
    return by_code("ethnicity", codes_of("ETHNIC", year))


INDICATOR = Indicator(
    table="ethnicity",
    title="Children in care by ethnicity",
    kind=Kind.DISTRIBUTION,
    order=30,
    rows=bases.children_in_care,
    row_is="child in care at the end of the last day of the period",
    dates=("started", "ended", "ethnicity"),
    groups=groups,
    note="Codes with no child are left out of print.",
    custody=Custody(
        why="Shows whether some communities' children come into care more than others, and whose needs to plan for.",
        definition="Children in care on the day, by the ethnicity recorded for them.",
        source="SSDA903 header, ETHNIC.",
        owner="Performance analyst",
    ),
)
