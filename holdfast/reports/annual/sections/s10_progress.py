"""10 Progress with the year's work plan."""

from holdfast.reports.annual import plan
from holdfast.reports.annual.material import Material
from holdfast.reports.content import Section


def section(material: Material) -> Section:
    return Section(
        key="progress",
        title=f"Progress with the {material.year} work plan",
        blocks=(
            *plan.progress(material),
            material.slot(
                "progress", "Each aim of the plan: what was done, and what it led to for children."
            ),
        ),
    )
