"""7 Caseloads and the work of the service: meetings, whether in time, how children took part, what followed.

Source of the codes and what they count as: SSDA903 guide, REVIEW_CODE PN0 to PN7.
"""

from holdfast.indicators.registry import indicator
from holdfast.reports.annual import charts, months, regional, tables, work
from holdfast.reports.annual.material import Material
from holdfast.reports.annual.sentences import before_share, listed, nobody, none, share_of, some_hidden
from holdfast.reports.content import (
    Block,
    Cell,
    Column,
    Kind,
    Paragraph,
    Ref,
    Row,
    Section,
    Table,
    Unit,
    paragraph,
)
from holdfast.reports.printing import whole

RATES = ("coded", "attended", "views")


def section(material: Material) -> Section:
    return Section(
        key="performance",
        title="IRO caseloads and the performance of the service",
        parts=(
            _caseloads(material),
            _protection(material),
            _meetings(material),
            _timeliness(material),
            _participation(material),
            _surveys(material),
            _consultation(material),
            _after_reviews(material),
        ),
    )


def _caseloads(material: Material) -> Section:
    slot = material.slot(
        "caseloads", "What the caseloads meant for children, and how they are expected to change."
    )
    counted = tables.counted(material, "caseload", work.caseload)
    return Section("caseloads", "Caseloads", (*counted, *regional.blocks(material), slot))


def _protection(material: Material) -> Section:
    counted: tuple[Block, ...] = ()
    if material.counts(months.OF):
        counted = (*work.protection(material), months.chart(material), months.table(material))
    slot = material.slot("protection", "What lies behind the number of protection plans.")
    return Section("protection", "Children and young people with a protection plan", (*counted, slot))


def _meetings(material: Material) -> Section:
    return Section(
        "reviews",
        "Number of reviews and other meetings",
        (
            _reviews(material),
            *tables.counted(material, "meetings", work.meetings, "Meeting"),
            material.slot("reviews", "Other meetings chaired, and what they asked of the team."),
        ),
    )


def _timeliness(material: Material) -> Section:
    slot = material.slot("timeliness", "Why reviews were late, and what is done about it.")
    counted = tables.counted(material, "timeliness", work.timeliness, "What was asked")
    return Section("timeliness_part", "Timeliness of reviews", (*counted, slot))


def _consultation(material: Material) -> Section:
    of, rate = "seen_before_review", "of_those_to_be_seen"
    counted: tuple[Block, ...] = ()
    if material.counts(of):
        counted = (
            *work.seen(material),
            tables.table(
                material, of, row_heading="Answer", base_row="Reviews with an answer", without=(rate,)
            ),
            tables.table(
                material,
                of,
                key="seen_of_those_to_be_seen",
                caption=f"Children seen before their review, of those to be seen, {material.year}",
                row_heading="Measure",
                groups=(rate,),
                kind=Kind.RATE,
            ),
        )
    slot = material.slot(
        "consultation", "How children and others were asked before their review, and what it changed."
    )
    return Section("consultation", "Seen and consulted before reviews", (*counted, slot))


def _after_reviews(material: Material) -> Section:
    return Section(
        "after_reviews",
        "Decisions, records and midway checks",
        (
            *tables.counted(material, "records_in_time", work.after_reviews, "What was due"),
            *tables.counted(material, "midway", work.midway),
            material.slot("after_reviews", "What helps decisions and records to be out in time."),
        ),
    )


def _reviews(material: Material) -> Paragraph:
    def held(period: str) -> int | None:
        return material.figure("participation", "coded", period).denominator

    total = held(material.year.name)
    if total == 0:
        return paragraph(f"No review was recorded for {material.year}.")
    counts = [held(period.name) for period in material.year.quarters]
    each = [f"{whole(count)} in Q{n}" for n, count in enumerate(counts, start=1)]
    by_quarter = "" if None in counts else f": {listed(each)}"
    return paragraph(
        f"{whole(total)} {'review was' if total == 1 else 'reviews were'} completed in {material.year}{by_quarter}."
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
            *tables.counted(material, "child_chaired", work.chaired),
            material.slot("participation", "What helped children to take part, and what will be tried next."),
        ),
    )


def _surveys(material: Material) -> Section:
    slot = material.slot(
        "surveys",
        "What children and young people answered in surveys, with how many were asked and answered.",
    )
    return Section("surveys", "What children and young people said in surveys", (slot,))


def _took_part(material: Material) -> list[Paragraph]:
    coded, attended, views = (material.figure("participation", group) for group in RATES)
    if none(coded):
        return [paragraph(f"No participation code was recorded for a review in {material.year}.")]
    said = [f"A participation code was recorded for {share_of(coded, 'reviews')}."]
    if not nobody(attended):
        said.append(
            f"Of the reviews of children aged 4 and over, children attended {share_of(attended)}, and gave their "
            f"views, in person or through somebody else, for {share_of(views)}.{_most_common(material)}"
        )
    return [paragraph(" ".join(said))]


def _most_common(material: Material) -> str:
    groups = {g.key: g.label for g in indicator("participation").groups_for(material.year)}
    ways = [key for key in groups if key not in (*RATES, "PN0")]
    figure = max(
        (material.figure("participation", key) for key in ways), key=lambda found: found.numerator or 0
    )
    if figure.hidden:
        return ""
    label = groups[figure.group]
    shown = ", of those that can be shown," if some_hidden(material, "participation", ways) else ""
    return (
        f" The most common way of taking part{shown} was “{label}” ({figure.group}): {share_of(figure, 'reviews')}"
        f"{before_share(material, 'participation', figure.group)}."
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
