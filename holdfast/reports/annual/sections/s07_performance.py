"""7 Caseloads and the work of the service: reviews held and how children took part.

Source of the codes and what they count as: SSDA903 guide, REVIEW_CODE PN0 to PN7.
"""

from holdfast.indicators.registry import indicator
from holdfast.reports.annual import charts, tables
from holdfast.reports.annual.material import Material
from holdfast.reports.annual.sentences import before_share, listed, share_of
from holdfast.reports.content import Cell, Column, Kind, Paragraph, Ref, Row, Section, Table, Unit, paragraph
from holdfast.reports.printing import whole

RATES = ("coded", "attended", "views")


def section(material: Material) -> Section:
    return Section(
        key="performance",
        title="IRO caseloads and the performance of the service",
        parts=(
            Section(
                "caseloads",
                "Caseloads",
                (
                    material.slot(
                        "caseloads", "Children per officer through the year, with posts on the same days."
                    ),
                ),
            ),
            Section(
                "reviews",
                "Number of reviews",
                (
                    _reviews(material),
                    material.slot("reviews", "Other meetings chaired, and what they asked of the team."),
                ),
            ),
            Section(
                "timeliness",
                "Timeliness of reviews",
                (
                    material.slot(
                        "timeliness",
                        "Reviews held in time, with the numbers behind each percentage, and the reasons for "
                        "lateness.",
                    ),
                ),
            ),
            _participation(material),
            Section(
                "consultation",
                "Consultation before reviews",
                (
                    material.slot(
                        "consultation",
                        "Children seen and spoken to before their review, out of those who should have been.",
                    ),
                ),
            ),
        ),
    )


def _reviews(material: Material) -> Paragraph:
    def held(period: str) -> int:
        return material.figure("participation", "coded", period).denominator or 0

    total = held(material.year.name)
    if not total:
        return paragraph(f"No review was recorded for {material.year}.")
    each = [f"{whole(held(period.name))} in Q{n}" for n, period in enumerate(material.year.quarters, start=1)]
    return paragraph(
        f"{whole(total)} {'review was' if total == 1 else 'reviews were'} completed in {material.year}: "
        f"{listed(each)}."
    )


def _participation(material: Material) -> Section:
    return Section(
        "participation_part",
        "Participation in reviews",
        (
            *_took_part(material),
            paragraph(
                "What the codes mean, and what each counts as, is in ", Ref("participation_words"), "."
            ),
            charts.beside_last_year(
                material,
                "participation",
                things="reviews with a code",
                caption=f"How children and young people took part in their reviews, {material.year}",
                without=RATES,
            ),
            tables.table(
                material,
                "participation",
                row_heading="Code and meaning",
                base_row="Reviews with a participation code",
                without=RATES,
                codes=True,
            ),
            tables.table(
                material,
                "participation",
                key="participation_rates",
                caption=f"Children and young people who attended or gave their views, {material.year}",
                row_heading="Measure",
                groups=RATES,
                kind=Kind.RATE,
            ),
            _glossary(),
            material.slot("participation", "What helped children to take part, and what will be tried next."),
        ),
    )


def _took_part(material: Material) -> list[Paragraph]:
    coded, attended, views = (material.figure("participation", group) for group in RATES)
    if not coded.numerator:
        return [paragraph(f"No participation code was recorded for a review in {material.year}.")]
    said = [f"A participation code was recorded for {share_of(coded, 'reviews')}."]
    if attended.denominator:
        said.append(
            f"Of the reviews of children aged 4 and over, children attended {share_of(attended)}, and gave their "
            f"views, in person or through somebody else, for {share_of(views)}. The most common way of taking part "
            f"was {_most_common(material)}."
        )
    return [paragraph(" ".join(said))]


def _most_common(material: Material) -> str:
    groups = {g.key: g.label for g in indicator("participation").groups_for(material.year)}
    figure = max(
        (material.figure("participation", key) for key in groups if key not in (*RATES, "PN0")),
        key=lambda found: found.numerator,
    )
    label = groups[figure.group]
    return (
        f"“{label}” ({figure.group}): {share_of(figure, 'reviews')}"
        f"{before_share(material, 'participation', figure.group)}"
    )


def _glossary() -> Table:
    words = (
        ("PN0", "The child was under 4 on the day of the review.", "–", "–"),
        ("PN1", "The child came and spoke for themselves.", "Yes", "Yes"),
        ("PN2", "The child came, and an advocate or the officer spoke for them.", "Yes", "Yes"),
        ("PN3", "The child came and showed their views without words, by signs or symbols.", "Yes", "Yes"),
        ("PN4", "The child came, and did not give views in any way.", "Yes", "No"),
        ("PN5", "The child did not come, and briefed an advocate or the officer to speak.", "No", "Yes"),
        (
            "PN6",
            "The child did not come, and sent their views another way: a letter, message, recording or app.",
            "No",
            "Yes",
        ),
        ("PN7", "The child did not come, and did not send views.", "No", "No"),
    )
    return Table(
        key="participation_words",
        caption="What the participation codes mean",
        row_heading="Code",
        columns=(Column("What happened"), Column("Counts as attending"), Column("Counts as giving views")),
        rows=tuple(Row(code, tuple(Cell(Unit.TEXT, text=text) for text in texts)) for code, *texts in words),
        kind=Kind.TEXT,
        notes=(
            "Children under 4 are left out of both shares, and stand in neither their count nor their base.",
        ),
        source="Department for Education, SSDA903 return, review codes.",
    )
