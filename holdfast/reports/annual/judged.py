"""What officers judged and raised, in sentences written by rule from the figures, each with how many answered."""

from __future__ import annotations

from holdfast.indicators.registry import indicator
from holdfast.indicators.rounding import in_percent
from holdfast.reports.annual.material import Material
from holdfast.reports.annual.sentences import (
    before_share,
    listed,
    lower_first,
    nobody,
    none,
    share_of,
    some_hidden,
)
from holdfast.reports.content import Paragraph, paragraph
from holdfast.reports.printing import half_up, long_day, whole


def completion(material: Material) -> list[Paragraph]:
    """'Officers completed a quality monitor for 437 of 554 reviews of children in care (78.9%) …'"""
    care = material.figure("monitor_completion", "completed")
    if nobody(care):
        return [paragraph(f"No review of a child in care was completed in {material.year} by our records.")]
    others = [
        share_of(figure, words)
        for key, words in (
            ("short_breaks", "reviews of short breaks"),
            ("cp", "child protection conferences"),
            ("cin", "reviews of children in need"),
        )
        if not nobody(figure := material.figure("monitor_completion", key))
    ]
    beside = f" Beside them, for {listed(others)}." if others else ""
    return [
        paragraph(
            f"Officers completed a quality monitor for {share_of(care, 'reviews of children in care')}"
            f"{before_share(material, 'monitor_completion', 'completed')}.{beside} What the monitors say is said of "
            "those reviews only."
        )
    ]


def legal_status(material: Material) -> list[Paragraph]:
    return _doubts(
        material, "legal_status_appropriate", "not_appropriate", "the legal status was appropriate"
    )


def placement(material: Material) -> list[Paragraph]:
    return _doubts(material, "placement_suitable", "not_meeting", "the placement met the child's needs")


def _doubts(material: Material, of: str, key: str, words: str) -> list[Paragraph]:
    """How many answered, how many of them said no, and what that is of all reviews."""
    answered, no = material.figure(of, "answered"), material.figure(of, key)
    if nobody(no):
        return [paragraph(f"No monitor of a review in {material.year} says whether {words}.")]
    over_all = material.figure(of, f"{key}_of_reviews")
    return [
        paragraph(
            f"Officers said for {share_of(answered, 'reviews')} whether {words}. For {share_of(no)} of those they said "
            f"that it was not so{before_share(material, of, key)}; of all reviews, answered or not, that is "
            f"{share_of(over_all)}{before_share(material, of, over_all.group)}."
        )
    ]


def disputes(material: Material) -> list[Paragraph]:
    informal, formal = (material.figure("disputes", key) for key in ("informal", "formal"))
    if nobody(informal):
        return [paragraph(f"No review of a child in care was completed in {material.year} by our records.")]
    reviews = material.figure("disputes", "informal_of_reviews").denominator
    over = [
        f"{in_percent(share.value)} {words}{before_share(material, 'disputes', share.group)}"
        for key, words in (("informal", "informally"), ("formal", "formally"))
        if not (share := material.figure("disputes", f"{key}_of_reviews")).hidden and share.value is not None
    ]
    beside = f" Over the {whole(reviews)} reviews completed that is {'; '.join(over)}." if over else ""
    return [
        paragraph(
            f"Of the children in care with a review completed in {material.year}, officers raised a concern informally "
            f"for {share_of(informal)}, and in the formal process for {share_of(formal)}.{beside}"
        )
    ]


def issues(material: Material) -> list[Paragraph]:
    total, children = (material.figure("issues", key).numerator for key in ("total", "children"))
    taken_back = material.figure("issues", "withdrawn").numerator
    aside = (
        f" {whole(taken_back)} more {'was' if taken_back == 1 else 'were'} taken back as no concern, and not counted."
        if taken_back != 0
        else ""
    )
    if total == 0:
        return [paragraph(f"No concern was raised in {material.year} by our records.{aside}")]
    subject = "concern was" if total == 1 else "concerns were"
    whom = "child or young person" if children == 1 else "children and young people"
    return [
        paragraph(
            f"{whole(total)} {subject} raised in {material.year}, about {whole(children)} {whom}.{aside} "
            f"{_most_often(material)}"
        )
    ]


def _most_often(material: Material) -> str:
    about = indicator("issues")
    labels = {
        group.key: group.label.partition(": ")[2] or group.label for group in about.groups_for(material.year)
    }
    first = list(labels)
    keys = first[first.index("head_other") + 1 : first.index("other_category")]
    found = sorted(
        (material.figure("issues", key) for key in keys), key=lambda figure: -(figure.numerator or 0)
    )
    most = [
        f"{lower_first(labels[one.group])} ({whole(one.numerator)})" for one in found[:3] if one.numerator
    ]
    frequent = (
        "Of those that can be shown, the most frequent" if some_hidden(material, "issues", keys) else ""
    )
    return f"{frequent or 'The most frequent'} were: {listed(most)}." if most else ""


def stages(material: Material) -> list[Paragraph]:
    """How far the concerns went, and how long those that were closed had taken."""
    unopened, informal = (material.figure("issues", f"highest_{key}") for key in ("none", "informal"))
    said = []
    if not nobody(informal):
        parts = (informal.denominator, unopened.numerator, informal.numerator)
        total, *others = (0 if part is None else int(part) for part in parts)
        formally = None if None in parts else total - sum(others)
        said.append(
            f"By the end of the year {share_of(informal, 'concerns')} had gone no further than the informal stage, and "
            f"{whole(formally)} had been taken to a formal one."
        )
    middle, longest = (material.figure("issues", key) for key in ("days_to_resolve", "longest_to_resolve"))
    if middle.value is not None:
        at_most = "" if longest.value is None else f", and the longest {whole(longest.value)}"
        closed = "concern was" if middle.numerator == 1 else "concerns were"
        said.append(
            f"{whole(middle.numerator)} {closed} closed in the year. Half of them took {_days(middle.value)} working "
            f"days or fewer from the day they were raised{at_most}."
        )
    return [paragraph(" ".join(said))] if said else []


def _days(number: float | int) -> str:
    return whole(int(number)) if number == int(number) else str(half_up(number, 1))


def corporate_parenting(material: Material) -> list[Paragraph]:
    return _ratings(material, "corporate_parenting", "corporate parenting")


def care_plans(material: Material) -> list[Paragraph]:
    return _ratings(material, "care_plan_quality", "the care plan")


def _ratings(material: Material, of: str, what: str) -> list[Paragraph]:
    answered = material.figure(of, "answered")
    if none(answered):
        return [paragraph(f"No monitor of a review in {material.year} rates {what}.")]
    words = (
        ("outstanding", "outstanding"),
        ("good", "good"),
        ("requires_improvement", "as requiring improvement"),
        ("inadequate", "inadequate"),
    )
    given = [(key, word, figure) for key, word in words if not none(figure := material.figure(of, key))]
    said = [f"{word} for {share_of(figure)}{before_share(material, of, key)}" for key, word, figure in given]
    rated = f": {'; '.join(said)}" if said else ", in other words than the four"
    if given and all(figure.hidden for _, _, figure in given):
        rated = ". How often each rating was given cannot be published (c)"
    return [
        paragraph(
            f"Officers rated {what} for {share_of(answered, 'reviews')}{rated}. For the other reviews nobody said."
            if answered.hidden or (answered.numerator or 0) < (answered.denominator or 0)
            else f"Officers rated {what} for {share_of(answered, 'reviews')}{rated}."
        )
    ]


def audit(material: Material) -> list[Paragraph]:
    ended, long, again = (
        material.figure("conference_audit", key).numerator
        for key in ("ended_at_first_review", "over_15_months", "repeat_within_2_years")
    )
    if ended == long == again == 0:
        return [paragraph(f"No protection plan was on the lists of the conference audit in {material.year}.")]
    plans = "plan" if ended == 1 else "plans"
    were = "was" if again == 1 else "were"
    return [
        paragraph(
            f"In {material.year}, {whole(ended)} protection {plans} ended at the first review conference, and "
            f"{whole(again)} {were} made within two years of an earlier one. At {long_day(material.year.ends)}, "
            f"{whole(long)} had been open for more than 15 months. None of this is wrong in itself; each was listed to "
            "be looked at."
        )
    ]


def steps(material: Material) -> list[Paragraph]:
    total, down = (material.figure("steps", key).numerator for key in ("total", "down"))
    if total == 0:
        return [paragraph(f"No step between tiers of help is recorded for {material.year}.")]
    back = [
        f"{share_of(figure)} within {months} months"
        for months in (3, 6, 12)
        if not nobody(figure := material.figure("steps", f"back_{months}"))
    ]
    returned = (
        f" Of the steps down of which so much time has passed, children were back after {listed(back)}."
        if back
        else ""
    )
    return [
        paragraph(
            f"Children stepped from one tier of help to another {whole(total)} {'time' if total == 1 else 'times'} in "
            f"{material.year}, {whole(down)} of them down.{returned}"
        )
    ]
