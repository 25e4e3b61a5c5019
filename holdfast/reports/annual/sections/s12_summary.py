"""12 Summary: the year in a few sentences, each leading to its table; then the author's own."""

from holdfast.reports.annual.material import Material
from holdfast.reports.annual.sentences import before_share, counted, nobody, share_of
from holdfast.reports.content import Bullets, Ref, Section, paragraph


def section(material: Material) -> Section:
    def measure(words: str, table: str, group: str, label: str = "") -> tuple[str | Ref, ...]:
        figure = material.figure(table, group)
        said = (
            f"{share_of(figure)}{before_share(material, table, group)}"
            if not nobody(figure)
            else "none recorded"
        )
        return (f"{words}: {said} (", Ref(label or table), ").")

    return Section(
        key="summary",
        title="Summary",
        blocks=(
            paragraph(f"{counted(material)} The measures of the year, each with its table:"),
            Bullets(
                (
                    measure(
                        "Attended their review, aged 4 and over",
                        "participation",
                        "attended",
                        "participation_rates",
                    ),
                    measure(
                        "Gave their views for their review, aged 4 and over",
                        "participation",
                        "views",
                        "participation_rates",
                    ),
                    measure("Had three or more placements in the year", "placement_moves", "three_or_more"),
                    measure(
                        "In care for two and a half years, and for two in the same placement or adoptive home",
                        "long_term_stability",
                        "stable",
                    ),
                    measure("Had a health assessment and a dental check", "health_education", "both"),
                    measure(
                        "Care leavers aged 17 to 21 in suitable accommodation", "care_leavers", "suitable"
                    ),
                )
            ),
            material.slot(
                "summary", "The year in the author's words: what went well, what did not, what is next."
            ),
        ),
    )
