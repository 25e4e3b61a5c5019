"""5 Changes in the year: how children's services were organised."""

from holdfast.reports.annual.material import Material
from holdfast.reports.content import Section


def section(material: Material) -> Section:
    return Section(
        key="changes",
        title="Changes in children's social care in the year",
        blocks=(
            material.slot(
                "changes",
                "Restructures, new teams or systems, inspections: what changed, when, and what it was for.",
            ),
        ),
    )
