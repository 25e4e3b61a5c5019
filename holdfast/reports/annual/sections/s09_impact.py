"""9 What the officers' work changed for children: disputes, quality assurance, advocacy."""

from holdfast.reports.annual.material import Material
from holdfast.reports.content import Section, paragraph


def section(material: Material) -> Section:
    return Section(
        key="impact",
        title="The impact of IROs on outcomes for children and young people",
        parts=(
            Section(
                "disputes",
                "Dispute resolution and escalation",
                (
                    paragraph(
                        "The IRO Handbook asks each council for a formal process by which an officer's concern "
                        "is settled in no more than 20 working days in all. The officer may pass over a stage, "
                        "and may refer the case to Cafcass at any time."
                    ),
                    material.slot(
                        "disputes",
                        "Concerns raised informally and formally, for how many children, how long they took "
                        "and what changed.",
                    ),
                ),
            ),
            Section(
                "quality",
                "Quality assurance of corporate parenting",
                (
                    material.slot(
                        "quality",
                        "What officers judged about care plans and corporate parenting, out of the reviews in "
                        "which they were asked; good practice seen.",
                    ),
                ),
            ),
            Section(
                "advocacy",
                "Referrals for advocacy",
                (
                    material.slot(
                        "advocacy", "Referrals to advocacy, how many from officers, and their themes."
                    ),
                ),
            ),
        ),
    )
