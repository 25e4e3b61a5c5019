"""13 Recommendations to the board, what became of those before, and who signs the report."""

from holdfast.reports.annual import plan
from holdfast.reports.annual.material import Material
from holdfast.reports.content import Section


def section(material: Material) -> Section:
    return Section(
        key="recommendations",
        title=f"Recommendations to the {material.authority.board}",
        blocks=(
            *plan.asked(material),
            material.slot("recommendations", "What the board is asked to note, to decide or to do."),
            *plan.answered(material),
        ),
        parts=(
            Section(
                "author",
                "Author",
                (material.slot("author", "Who wrote and signs the report: name and post."),),
            ),
        ),
    )
