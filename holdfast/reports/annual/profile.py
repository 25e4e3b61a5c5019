"""What section 8 says of each table, in sentences written by rule."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.indicators.figure import Shown
from holdfast.indicators.registry import indicator
from holdfast.reports.annual.material import Material
from holdfast.reports.annual.sentences import (
    before_share,
    changed,
    count_before,
    counted,
    elsewhere,
    largest,
    listed,
    lower_first,
    nobody,
    share_of,
    some_hidden,
)
from holdfast.reports.content import Paragraph, paragraph
from holdfast.reports.printing import half_up, long_day, percent, whole

#: no group that says nothing of the children
NOT_SAID = ("unknown", "total", "children")


def numbers(material: Material) -> list[Paragraph]:
    rate = material.figures.find("children_in_care", "per_10000", material.year.name)
    said = counted(material)
    if rate and rate.value is not None and rate.denominator is not None:
        said += (
            f" That is {half_up(rate.value, 1)} for every 10,000 children aged 0 to 17 in the area "
            f"({whole(rate.numerator)} among {whole(rate.denominator)})."
        )
    alone = material.figure("uasc", "number").numerator
    return [
        paragraph(said),
        paragraph(
            f"Of them, {'none' if alone == 0 else whole(alone)} {'was an' if alone == 1 else 'were'} unaccompanied "
            f"asylum-seeking {'child' if alone == 1 else 'children'}. Children looked after in short breaks only "
            "are not counted here."
        ),
    ]


def _nobody() -> list[Paragraph]:
    return [paragraph("No child was in care at the end of the year.")]


def sexes(material: Material) -> list[Paragraph]:
    male, female = (material.figure("sex", group) for group in ("male", "female"))
    if nobody(male):
        return _nobody()
    return [
        paragraph(
            f"At {long_day(material.year.ends)}, {share_of(male, 'children')} were male and {_count_and_share(female)} "
            "female."
        )
    ]


def ethnicity(material: Material) -> list[Paragraph]:
    groups = [group.key for group in indicator("ethnicity").groups_for(material.year)]
    found = largest(material, indicator("ethnicity"), NOT_SAID)
    if some_hidden(material, "ethnicity", groups):
        return [
            paragraph("The table gives the codes of the national return; small numbers are hidden in it.")
        ]
    if found is None:
        return _nobody()
    label, figure = found
    others = [
        material.figure("ethnicity", key).numerator or 0
        for key in groups
        if key not in (figure.group, "REFU", "NOBT", "unknown")
    ]
    return [
        paragraph(
            f"{share_of(figure, 'children')} were recorded as {label}, and {whole(sum(others))} in "
            f"{whole(sum(1 for n in others if n))} other groups. The table gives the codes of the national "
            "return."
        )
    ]


def ages(material: Material) -> list[Paragraph]:
    return [_largest_with_change(material, "age", "The largest age group was {label}")]


def long_stays(material: Material) -> list[Paragraph]:
    under = [material.figure("time_in_care", group) for group in ("under_6_months", "6_12_months")]
    over = material.figure("time_in_care", "over_4_years")
    if nobody(over):
        return _nobody()
    less = _together(under)
    return [
        paragraph(
            f"At {long_day(material.year.ends)}, {whole(less)} of {whole(over.denominator)} children had "
            f"been in care for less than a year, and {share_of(over, 'children')} for more than four years"
            f"{_count_before(material, 'time_in_care', 'over_4_years', over.numerator)}."
        )
    ]


def legal(material: Material) -> list[Paragraph]:
    orders = []
    for group, words in (
        ("care_order", "on a full care order"),
        ("section_20", "accommodated under section 20"),
        ("interim_care_order", "on an interim care order"),
    ):
        figure = material.figure("legal_status", group)
        if nobody(figure):
            return _nobody()
        counts = _count_and_share(figure) if orders else share_of(figure, "children")
        orders.append(f"{counts} were {words}{before_share(material, 'legal_status', group)}")
    return [paragraph(f"At {long_day(material.year.ends)}, {'; '.join(orders)}.")]


def placements(material: Material) -> list[Paragraph]:
    kin, other = (material.figure("placement_type", group) for group in ("foster_kin", "foster"))
    if nobody(kin):
        return _nobody()
    return [
        paragraph(
            f"At {long_day(material.year.ends)}, {whole(_together([kin, other]))} of "
            f"{whole(kin.denominator)} children lived in foster care, {whole(kin.numerator)} of them with "
            "relatives or friends."
        )
    ]


def movers(material: Material) -> list[Paragraph]:
    moved = material.figure("placement_moves", "three_or_more")
    stayed = material.figure("long_term_stability", "stable")
    if nobody(moved):
        return _nobody()
    said = [
        f"{share_of(moved, 'children')} in care on {long_day(material.year.ends)} had three or more placements "
        f"in the year{before_share(material, 'placement_moves', 'three_or_more')}."
        f"{elsewhere(material, 'placement_moves', 'three_or_more')}",
        f"Of the children under 16 who had been in care for two and a half years or longer, {share_of(stayed)} "
        "had been in the same placement for two years, or were placed for adoption"
        f"{before_share(material, 'long_term_stability', 'stable')}."
        f"{elsewhere(material, 'long_term_stability', 'stable')}"
        if not nobody(stayed)
        else "No child under 16 had been in care for two and a half years or longer.",
    ]
    return [paragraph(one) for one in said]


def unplanned(material: Material) -> list[Paragraph]:
    figure = material.figure("unplanned_moves", "unplanned")
    if nobody(figure):
        return [paragraph("No reason was recorded for a placement that ended in a move.")]
    return [
        paragraph(
            f"Of the placements that ended in a move with a reason recorded, {share_of(figure)} ended for a "
            "reason that is counted as unplanned."
        )
    ]


def health(material: Material) -> list[Paragraph]:
    both, check, mean = (
        material.figure("health_education", group) for group in ("both", "development_check", "sdq_average")
    )
    said = []
    if not nobody(both):
        said.append(
            f"Of the children in care for the whole year, {share_of(both)} had both a health assessment and a "
            f"dental check{before_share(material, 'health_education', 'both')}."
        )
    if not nobody(check):
        said.append(
            f"Of those under 5, {share_of(check)} had a development check"
            f"{before_share(material, 'health_education', 'development_check')}."
        )
    if not said:
        said.append("No health check was recorded for children in care for the whole year.")
    found = [paragraph(" ".join(said))]
    if mean.value is not None:
        found.append(
            paragraph(
                f"{whole(mean.numerator)} of {whole(mean.denominator)} children aged 4 to 16 had a score in "
                f"the Strengths and Difficulties Questionnaire; the average score was {half_up(mean.value, 2)}. "
                "The bands of the questionnaire are for one child's score, and say nothing of an average."
            )
        )
    return found


def leavers(material: Material) -> list[Paragraph]:
    total = material.figure("leaving_care", "total").numerator
    children = material.figure("leaving_care", "children").numerator
    if total == 0:
        return [paragraph(f"No period of care ended in {material.year}.")]
    beside = changed(total, count_before(material, "leaving_care", "total"), "the year before")
    about = indicator("leaving_care")
    found = sorted(
        (
            (material.figure("leaving_care", g.key).numerator or 0, g.label)
            for g in about.groups_for(material.year)
            if g.key not in NOT_SAID
        ),
        key=lambda pair: -pair[0],
    )
    most = [f"{lower_first(label)} ({whole(count)})" for count, label in found[:3] if count]
    said = (
        f"{whole(total)} {'period' if total == 1 else 'periods'} of care ended in {material.year}{beside}, for "
        f"{whole(children)} {'child' if children == 1 else 'children'}."
    )
    hidden = some_hidden(material, "leaving_care", [g.key for g in about.groups_for(material.year)])
    frequent = "Of those that can be shown, the most frequent" if hidden else "The most frequent"
    return [paragraph(said + (f" {frequent} outcomes were: {listed(most)}." if most else ""))]


def young_adults(material: Material) -> list[Paragraph]:
    suitable, touch = (material.figure("care_leavers", group) for group in ("suitable", "in_touch"))
    said = []
    if not nobody(suitable):
        said.append(
            f"Of the care leavers aged 17 to 21 whose accommodation was known, {share_of(suitable)} were in "
            f"suitable accommodation{before_share(material, 'care_leavers', 'suitable')}."
        )
    if not nobody(touch):
        said.append(f"The council was in touch with {share_of(touch)}.")
    return [paragraph(" ".join(said) or f"Nothing was recorded of care leavers in {material.year}.")]


def _largest_with_change(material: Material, of: str, words: str) -> Paragraph:
    found = largest(material, indicator(of), NOT_SAID)
    hidden = some_hidden(material, of, [group.key for group in indicator(of).groups_for(material.year)])
    if found is None:
        return paragraph("No group of them can be shown.") if hidden else _nobody()[0]
    label, figure = found
    if hidden:
        words = f"Of the groups that can be shown, {words[:1].lower()}{words[1:]}"
    return paragraph(
        f"{words.format(label=label)}: {share_of(figure, 'children')}"
        f"{_count_before(material, of, figure.group, figure.numerator)}."
    )


def _count_before(material: Material, of: str, group: str, now: int | None) -> str:
    return changed(now, count_before(material, of, group), "a year before")


def _count_and_share(figure: Shown) -> str:
    """'96 (47.1%)'."""
    return (
        whole(figure.numerator)
        if figure.value is None
        else f"{whole(figure.numerator)} ({percent(figure.value)})"
    )


def _together(figures: Sequence[Shown]) -> int | None:
    """The sum of counts, where all of them may be read."""
    counts = [figure.numerator for figure in figures]
    return None if None in counts else sum(count or 0 for count in counts)


def out_of_area(material: Material) -> list[Paragraph]:
    outside, unknown = (material.figure("out_of_area", group) for group in ("outside", "unknown"))
    if nobody(outside):
        return [paragraph("Of no child in care is it recorded whether they live in the council's own area.")]
    beside = "" if unknown.numerator == 0 else f" Of {whole(unknown.numerator)} more it is not recorded."
    return [
        paragraph(
            f"At {long_day(material.year.ends)}, {share_of(outside, 'children')} of whom it is recorded lived outside "
            f"the council's own area{before_share(material, 'out_of_area', 'outside')}.{beside}"
            f"{elsewhere(material, 'out_of_area', 'outside')}"
        )
    ]


def education_plans(material: Material) -> list[Paragraph]:
    if material.figures.lacks("health_education", "pep"):
        return []
    there = material.figure("health_education", "pep")
    if nobody(there):
        return []
    return [
        paragraph(
            f"Of the children in care for the whole year for whom it was noted, {share_of(there)} had an up-to-date "
            f"personal education plan at their last review{before_share(material, 'health_education', 'pep')}."
        )
    ]
