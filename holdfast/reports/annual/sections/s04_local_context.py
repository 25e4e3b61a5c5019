"""4 Local context: the council as corporate parent."""

from holdfast.reports.annual.material import Material
from holdfast.reports.content import Section, paragraph


def section(material: Material) -> Section:
    about = material.authority
    return Section(
        key="local_context",
        title=f"Local context: {about.name} as corporate parent",
        blocks=(
            paragraph(
                f"{about.name} is the corporate parent of its {about.children_in_care}. The {about.service} "
                "reviews each child's plan, and by that sees how well the council does as a parent."
            ),
            material.slot(
                "local_context",
                "The council's strategy for children in care, its themes and promises, and how the service "
                "takes part in them.",
            ),
        ),
    )
