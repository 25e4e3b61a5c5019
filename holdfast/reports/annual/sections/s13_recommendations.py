"""13 Recommendations to the board."""

from holdfast.reports.annual.material import Material
from holdfast.reports.content import Section


def section(material: Material) -> Section:
    return Section(
        key="recommendations",
        title=f"Recommendations to the {material.authority.board}",
        blocks=(material.slot("recommendations", "What the board is asked to note, to decide or to do."),),
    )
