"""11 Priorities and work plan for the year to come."""

from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.annual import plan
from holdfast.reports.annual.material import Material
from holdfast.reports.content import Section


def section(material: Material) -> Section:
    following = ReportingYear(material.year.ending + 1)
    return Section(
        key="priorities",
        title=f"Service priorities and work plan for {following}",
        blocks=(
            *plan.to_come(material),
            material.slot(
                "priorities", "Aims and actions for the coming year, each with an owner and a date."
            ),
        ),
    )
