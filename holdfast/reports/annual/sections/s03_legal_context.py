"""3 Legal, statutory and national context.

Sources: Children Act 1989 ss25A, 25B and 26; Children and Young Persons Act 2008 s10; Care Planning, Placement
and Case Review (England) Regulations 2010 (SI 2010/959) regs 32 to 38, 45, 46; Children and Social Work Act 2017
s1; IRO Handbook 2010. (Reports of the time often still cite s118 of the Adoption and Children Act 2002, which
sections 25A and 25B replaced on 1 April 2011.)
"""

from holdfast.reports.annual.material import Material
from holdfast.reports.content import Section, bullets, paragraph


def section(material: Material) -> Section:
    since_2018 = (
        (
            paragraph(
                "Since 1 April 2018 a council must have regard to the corporate parenting principles in "
                "section 1 of the Children and Social Work Act 2017 when it acts for children in care and "
                "for care leavers."
            ),
        )
        if material.year.ending >= 2019
        else ()
    )
    return Section(
        key="legal_context",
        title="The legal, statutory and national context of the IRO role",
        blocks=(
            paragraph(
                "A council must appoint an independent reviewing officer (IRO) for each child it looks after, "
                "before the child's first review, and fill a vacancy as soon as it can (Children Act 1989, "
                "section 25A)."
            ),
            paragraph("Under section 25B the officer must:"),
            bullets(
                "monitor how the council performs its functions in relation to the child's case;",
                "take part in reviews of the child's case, as regulations require;",
                "ensure that the council gives due consideration to the child's wishes and feelings;",
                "carry out the further functions that regulations set.",
            ),
            paragraph(
                "The officer may refer the child's case to the Children and Family Court Advisory and Support "
                "Service (Cafcass) where the officer considers that appropriate (section 25B(3))."
            ),
            paragraph(
                "These sections were added by section 10 of the Children and Young Persons Act 2008 and have "
                "been in force since 1 April 2011."
            ),
            paragraph(
                "When reviews are held and how is set by the Care Planning, Placement and Case Review (England) "
                "Regulations 2010 (SI 2010/959): the first within 20 working days of coming into care, the "
                "second within three months of the first, later ones not more than six months apart "
                "(regulation 33). Regulation 36 gives the officer's part in a review, regulation 45 the "
                "officer's further functions, and regulation 46 who may be one: a registered social worker "
                "with enough experience, who neither manages the child's case nor controls what is spent on it."
            ),
            paragraph(
                "The IRO Handbook (2010) is statutory guidance on these duties. It asks for an annual report "
                "that people outside the council can read."
            ),
            *since_2018,
            material.slot("legal_context", "National developments of the year that bear on the service."),
        ),
    )
