"""6 The IRO service: people, independence, training, management. Source of the rule: CPR 2010 regulation 46."""

from holdfast.reports.annual import tables, work
from holdfast.reports.annual.material import Material
from holdfast.reports.content import Block, Section, paragraph


def section(material: Material) -> Section:
    return Section(
        key="service",
        title=f"The {material.authority.service}",
        parts=(
            Section(
                "service_people",
                "People and posts",
                (
                    *_continuity(material),
                    material.slot(
                        "service_people",
                        "Posts through the year, vacancies, agency cover, and why children changed officers.",
                    ),
                ),
            ),
            Section(
                "service_independence",
                "Independence and qualification",
                (
                    paragraph(
                        "An independent reviewing officer may not be someone who prepares the child's care "
                        "plan, manages the child's case, or controls the resources allocated to it "
                        "(Care Planning Regulations 2010, regulation 46)."
                    ),
                    material.slot(
                        "service_independence",
                        "Registration, experience and make-up of the team; how independence and access to legal "
                        "advice were secured.",
                    ),
                ),
            ),
            Section(
                "service_training",
                "Training and development",
                (material.slot("service_training", "Induction, training and regional work in the year."),),
            ),
            Section(
                "service_carers",
                "Reviews of foster carers and visits to children's homes",
                (
                    material.slot(
                        "service_carers",
                        "Who reviews foster carers and visits the homes, how often, and what it showed.",
                    ),
                ),
            ),
            Section(
                "service_management",
                "Management and administration",
                (
                    material.slot(
                        "service_management",
                        "Supervision, management and administrative support in the year.",
                    ),
                ),
            ),
        ),
    )


def _continuity(material: Material) -> tuple[Block, ...]:
    if not material.counts("iro_continuity"):
        return ()
    return (*work.continuity(material), tables.table(material, "iro_continuity", row_heading="Measure"))
