"""1 Introduction: what the report is for, for whom, in whose words, and how to read its figures."""

from holdfast.reports.annual.material import Material
from holdfast.reports.content import DASH, Ref, Section, paragraph


def section(material: Material) -> Section:
    about = material.authority
    return Section(
        key="introduction",
        title="Introduction and purpose of the report",
        blocks=(
            paragraph(
                f"This is the annual report of the {about.service} of {about.name} for {material.year}. "
                "The IRO Handbook asks the manager of the service to report each year on what independent "
                "reviewing officers have done for children and young people, and on how well they were "
                "served as a group. What the law asks of the service is set out in ",
                Ref("legal_context"),
                ".",
            ),
            paragraph(
                f"It is written for the {about.board}. It is shared with the {about.partnership} and the "
                f"{about.children_council}, and made public."
            ),
            paragraph(
                f"The report speaks of {about.children_in_care}, the words that children and young people "
                "here prefer. Laws and national returns say “looked after”; the meaning is the same."
            ),
            material.slot("introduction", "Anything the reader should know before reading on."),
        ),
        parts=(
            Section(
                key="reading",
                title="How to read the figures",
                blocks=(
                    paragraph(
                        "Every figure of the year was counted from the records of children by one set of "
                        "definitions. The choices a definition makes are in the note under each table. "
                        "A percentage of ours is always printed with the count behind it and the number it is a share "
                        "of. Percentages are rounded to one decimal, so a column may not add up to 100 exactly."
                    ),
                    paragraph(
                        f"The sign {DASH} means that nothing was there to count, or that nothing was "
                        "published. It never means nought."
                    ),
                    paragraph(
                        "Shaded columns are figures of earlier years and of other areas as they were published "
                        "at the time. They were not counted again, and may rest on other definitions."
                    ),
                ),
            ),
        ),
    )
