"""9 What the officers' work changed for children: monitors, disputes, ratings, conferences, feedback, advocacy."""

from holdfast.reports.annual import fed_back, judged, raised, tables
from holdfast.reports.annual.material import Material
from holdfast.reports.content import Section, paragraph


def section(material: Material) -> Section:
    return Section(
        key="impact",
        title="The impact of IROs on outcomes for children and young people",
        parts=(
            _monitors(material),
            _disputes(material),
            _quality(material),
            _after_conferences(material),
            *fed_back.parts(material),
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


def _monitors(material: Material) -> Section:
    return Section(
        "monitors",
        "Quality monitors",
        (
            paragraph(
                "After a review the officer completes a quality monitor: whether the legal status is right and the "
                "placement meets the child's needs, and how good the care plan and the corporate parenting are."
            ),
            *tables.counted(material, "monitor_completion", judged.completion, "Reviews"),
            material.slot("monitors", "Why monitors are missing, and what is done so that none is."),
        ),
    )


def _disputes(material: Material) -> Section:
    return Section(
        "disputes_part",
        "Dispute resolution and escalation",
        (
            paragraph(
                "The IRO Handbook asks each council for a formal process by which an officer's concern "
                "is settled in no more than 20 working days in all. The officer may pass over a stage, "
                "and may refer the case to Cafcass at any time."
            ),
            *tables.counted(material, "disputes", judged.disputes),
            *raised.concerns(material),
            material.slot(
                "disputes",
                "What the concerns were about, what came of them for children, and what the council learns from them.",
            ),
        ),
    )


def _quality(material: Material) -> Section:
    return Section(
        "quality",
        "Quality assurance of corporate parenting",
        (
            *raised.ratings(material, "corporate_parenting"),
            *raised.ratings(material, "care_plan_quality"),
            material.slot(
                "quality", "What lies behind the ratings; good practice seen, and how it is shared."
            ),
        ),
    )


def _after_conferences(material: Material) -> Section:
    return Section(
        "after_conferences",
        "Conferences looked at again, and steps between tiers of help",
        (
            *tables.counted(material, "conference_audit", judged.audit, "List"),
            *raised.steps(material),
            material.slot("after_conferences", "What was found when these plans and steps were looked at."),
        ),
    )
