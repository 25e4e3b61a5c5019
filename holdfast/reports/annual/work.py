"""What the report says of the officers' own work, in sentences written by rule from the figures."""

from __future__ import annotations

from holdfast.indicators.figure import Shown
from holdfast.reports.annual.material import Material
from holdfast.reports.annual.sentences import before_share, listed, nobody, none, share_of
from holdfast.reports.content import Paragraph, paragraph
from holdfast.reports.printing import half_up, long_day, whole


def _some(number: int | None, one: str, many: str) -> str:
    return f"{whole(number)} {one if number == 1 else many}"


def caseload(material: Material) -> list[Paragraph]:
    """'At 31 March 2017 officers had 594 children: 204 in care, 171 with a protection plan and 219 in need.'"""
    figures = {
        key: material.figure("caseload", key) for key in ("cypic", "cp", "cin", "total", "short_breaks")
    }
    total = figures["total"].numerator
    day = long_day(material.year.ends)
    if total == 0:
        return [paragraph(f"Our records name no child with an officer at {day}.")]
    parts = [
        f"{whole(figures[key].numerator)} {words}"
        for key, words in (("cypic", "in care"), ("cp", "with a protection plan"), ("cin", "in need"))
        if not none(figures[key])
    ]
    said = f"At {day}, officers had {_some(total, 'child', 'children')}: {listed(parts)}."
    breaks = figures["short_breaks"].numerator
    beside = (
        f" Beside them, they reviewed the short breaks of {_some(breaks, 'child', 'children')}."
        if breaks != 0
        else ""
    )
    return [paragraph(f"{said} {_average(material)}{beside}")]


def _average(material: Material) -> str:
    posts, average = material.figure("caseload", "fte"), material.figure("caseload", "average")
    if average.hidden:
        return f"They held {half_up(posts.value or 0, 2)} full-time equivalent posts."
    if average.value is None:
        return "No post was recorded for that day, so there is no average."
    before = material.published.get("caseload", "average", material.before.name)
    against = f", against {before.value} published for {before.period}" if before and before.value else ""
    return (
        f"They held {half_up(posts.value or 0, 2)} full-time equivalent posts, so that a full post had "
        f"{half_up(average.value, 1)} children on average{against}."
    )


def meetings(material: Material) -> list[Paragraph]:
    """'1,202 meetings were completed in 2016/17: 554 reviews of children in care, … That is 235.7 for each post.'"""
    kinds = (
        ("cypic", "review of a child in care", "reviews of children in care"),
        ("cp", "child protection conference", "child protection conferences"),
        ("cin", "review of a child in need", "reviews of children in need"),
    )
    total = material.figure("meetings", "total").numerator
    if total == 0:
        return [paragraph(f"No meeting that an officer completed was recorded for {material.year}.")]
    parts = [
        _some(number, one, many)
        for key, one, many in kinds
        if (number := material.figure("meetings", key).numerator) != 0
    ]
    per = material.figure("meetings", "per_fte")
    each = ""
    if per.value is not None and per.denominator is not None:
        posts = f"{whole(per.numerator)} over {half_up(per.denominator, 2)}"
        each = f" That is {half_up(per.value, 1)} for each full post ({posts})."
    were = "meeting was" if total == 1 else "meetings were"
    return [paragraph(f"{whole(total)} {were} completed in {material.year}: {listed(parts)}.{each}")]


READINGS = {
    "held_in_time": "Of the reviews held in the year, {share} were in time{before}.",
    "due_in_time": "Of the reviews that fell due in the year, {share} were held in time{before}.",
    "children_all_in_time": "Of the children with a review due in the year, {share} had all of them in time{before}.",
    "not_overdue": "Of the children in care at the end of the year who were past their first due date, {share} had no "
    "review overdue{before}.",
}


def timeliness(material: Material) -> list[Paragraph]:
    """Each of the four readings in a sentence of its own; by the final meeting too where that differs."""
    said = []
    for key, words in READINGS.items():
        figure = material.figure("timeliness", key)
        if not nobody(figure):
            before = before_share(material, "timeliness", key)
            said.append(words.format(share=share_of(figure), before=before) + _by_final(material, figure))
    if not said:
        return [
            paragraph(f"No review of a child in care was held or fell due in {material.year} by our records.")
        ]
    return [
        paragraph(
            "Whether reviews are in time can be asked in four ways, which give four different figures."
        ),
        *(paragraph(sentence) for sentence in said),
    ]


def _by_final(material: Material, figure: Shown) -> str:
    final = material.figure(figure.table, f"{figure.group}_by_final")
    return (
        "" if final.numerator == figure.numerator else f" By the final meeting alone it is {share_of(final)}."
    )


def seen(material: Material) -> list[Paragraph]:
    to_be_seen = material.figure("seen_before_review", "of_those_to_be_seen")
    apart = [material.figure("seen_before_review", key) for key in ("not_appropriate", "not_necessary")]
    if nobody(apart[0]):
        return [paragraph(f"No review of {material.year} says whether the officer saw the child before it.")]
    before = before_share(material, "seen_before_review", "of_those_to_be_seen")
    return [
        paragraph(
            f"Of the children who were to be seen before their review, officers saw {share_of(to_be_seen)}{before}. "
            f"For {whole(apart[0].numerator)} reviews seeing the child was not appropriate, and for "
            f"{whole(apart[1].numerator)} not necessary."
        )
    ]


def chaired(material: Material) -> list[Paragraph]:
    figure = material.figure("child_chaired", "chaired")
    if nobody(figure):
        return []
    return [
        paragraph(
            "Of the reviews of children aged 4 and over for which it was recorded, the child or young person chaired, "
            f"wholly or in part, {share_of(figure)}{before_share(material, 'child_chaired', 'chaired')}."
        )
    ]


def protection(material: Material) -> list[Paragraph]:
    months = [month.name for month in material.year.months]
    opened = [material.figure("protection_plans", "open", month).numerator for month in months]
    started, ended = (_of_all(material, key, months) for key in ("started", "ended"))
    if all(number == 0 for number in (*opened, started, ended)):
        return [paragraph(f"No protection plan is recorded for {material.year}.")]
    moved = ""
    if started is not None and ended is not None:
        moved = f" In the year {_some(started, 'plan', 'plans')} started and {whole(ended)} ended."
    return [
        paragraph(
            f"{_some(opened[-1], 'protection plan was', 'protection plans were')} open at "
            f"{long_day(material.year.ends)}.{_between(opened)}{moved}"
        )
    ]


def _of_all(material: Material, key: str, months: list[str]) -> int | None:
    """The sum over the months, where all of them may be read."""
    counts = [material.figure("protection_plans", key, month).numerator for month in months]
    return None if None in counts else sum(count or 0 for count in counts)


def _between(opened: list[int | None]) -> str:
    """How many there were at the least and at the most, where the public may read all of them."""
    shown = [number for number in opened if number is not None]
    if len(shown) < len(opened):
        return ""
    return f" At the ends of the months there were between {whole(min(shown))} and {whole(max(shown))}."


def after_reviews(material: Material) -> list[Paragraph]:
    words = {
        "decisions": "decisions were sent in time after {share}",
        "manager": "managers answered in time for {share}",
        "record": "the record was written in time for {share}",
        "distributed": "everybody entitled had it in time for {share}",
    }
    found = {key: material.figure("records_in_time", key) for key in words}
    said = [
        words[key].format(share=share_of(figure, "reviews" if key == "decisions" else ""))
        for key, figure in found.items()
        if not nobody(figure)
    ]
    if not said:
        return [paragraph(f"No deadline after a review fell in {material.year} by our records.")]
    sentence = listed(said)
    return [paragraph(f"{sentence[:1].upper()}{sentence[1:]}.")]


def midway(material: Material) -> list[Paragraph]:
    done, waived = material.figure("midway", "done"), material.figure("midway", "waived").numerator
    if nobody(done) and waived == 0:
        return []
    apart = "" if waived == 0 else f" {_some(waived, 'check was', 'checks were')} waived with a reason."
    before = before_share(material, "midway", "done")
    return [
        paragraph(f"Of the checks due halfway between reviews, {share_of(done)} were done{before}.{apart}")
    ]


def continuity(material: Material) -> list[Paragraph]:
    same = material.figure("iro_continuity", "same")
    if nobody(same):
        return []
    before = before_share(material, "iro_continuity", "same")
    return [
        paragraph(
            "Of the children in care both at the beginning and at the end of the year, "
            f"{share_of(same)} had the same officer throughout{before}."
        )
    ]
