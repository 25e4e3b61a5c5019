"""6 The IRO service: people, independence, training, management. Source of the rule: CPR 2010 regulation 46."""

from holdfast.reports.annual.material import Material
from holdfast.reports.content import Section, paragraph


def section(material: Material) -> Section:
    return Section(
        key="service",
        title=f"The {material.authority.service}",
        parts=(
            Section(
                "service_people",
                "People and posts",
                (
                    material.slot(
                        "service_people",
                        "Posts in full-time equivalents through the year, vacancies, agency cover, and how many "
                        "children kept the same officer.",
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
