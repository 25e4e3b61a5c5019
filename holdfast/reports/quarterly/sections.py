"""The sections of a pack. What was not counted for its team or theme is left out, and so is its heading."""

from __future__ import annotations

from holdfast.domain.resolution.categories import group_label, shipped
from holdfast.indicators.registry import indicator
from holdfast.reports.content import (
    AuthorText,
    Block,
    Bullets,
    Finish,
    Kind,
    Link,
    Paragraph,
    Section,
    paragraph,
)
from holdfast.reports.quarterly import chosen
from holdfast.reports.quarterly.matter import Matter

CATALOGUE = (
    "What each line counts, and what it leaves out, is said in the catalogue of indicators. Lines for which there was "
    "nothing to count are left out."
)
#: put before the tables in words, where they were counted
HEADLINES = (
    ("timeliness", "due_in_time"),
    ("seen_before_review", "of_those_to_be_seen"),
    ("records_in_time", "distributed"),
    ("midway", "done"),
)


def every(matter: Matter) -> tuple[Section, ...]:
    """The sections in the order of print."""
    made = (
        _summary(matter),
        _figures(matter),
        _concerns(matter),
        _praise(matter),
        _midway(matter),
        _audits(matter),
        _answers(matter),
    )
    return tuple(
        section for section in made if any(_prints(block, matter.finish) for block in section.blocks)
    )


def _prints(block: Block, finish: Finish) -> bool:
    """Whether a block is more than an empty place for words, which a finished pack leaves out."""
    return finish is Finish.DRAFT or not isinstance(block, AuthorText) or bool(block.text.strip())


def _summary(matter: Matter) -> Section:
    labels = {
        (g.key, of): g.label for of, _ in HEADLINES for g in indicator(of).groups_for(matter.inputs.year)
    }
    said = [
        f"{chosen.label(of, key, labels[key, of])}: {words}"
        for of, key in HEADLINES
        if (words := matter.said(of, key))
    ]
    slot = matter.slot(
        "summary",
        "What this quarter says in a few sentences, and what you ask of the readers. Name no child.",
    )
    blocks: list[Block] = [slot, *_who(matter)]
    if said:
        blocks += [paragraph("Figures to begin with:"), Bullets(tuple((f"{one}.",) for one in said))]
    return Section("in_short", "In short", tuple(blocks))


def _who(matter: Matter) -> list[Paragraph]:
    """Whose figures these are, what stands beside them, and what is hidden."""
    found = []
    if matter.inputs.team:
        found.append(
            paragraph(
                f"{matter.inputs.team}: children are counted here whose social worker on the last day of the quarter "
                "works in this team, or, where they had none that day, the last one they had in the quarter. "
                "Everything of a quarter counts with the team the child had at its end. A worker counts with the team "
                "they were in when this pack was prepared; our records keep no earlier one."
            )
        )
    if matter.pack.theme:
        found.append(
            paragraph(f"This pack is about one group of concerns: {group_label(matter.pack.theme).lower()}.")
        )
    if matter.pack.missing:
        found.append(
            paragraph(
                f"Our records of {' and '.join(matter.pack.missing)} are not held: no review is recorded in it. "
                "Nothing is set beside this quarter from there."
            )
        )
    if matter.safe:
        found.append(
            paragraph(
                f"Counts of 1 to {matter.inputs.threshold} are hidden here and print as c, and so are counts from "
                "which one of those could be worked out: this copy is for readers who may not see the children behind "
                "them."
            )
        )
    return found


def _figures(matter: Matter) -> Section:
    blocks: list[Block] = [
        *matter.table(
            "work",
            "Children, reviews and records",
            "Measure",
            matter.lines(chosen.WORK),
            Kind.RATE,
            (CATALOGUE,),
        ),
        *matter.table(
            "judged",
            "What officers judged after reviews",
            "Measure",
            matter.lines(chosen.JUDGED),
            Kind.RATE,
            (CATALOGUE,),
        ),
    ]
    for of in chosen.RATED:
        if matter.counts(of):
            keys = [g.key for g in indicator(of).groups_for(matter.inputs.year) if g.key != "answered"]
            note = _breaks(matter, of)
            blocks += matter.table(
                of, indicator(of).title, "Rating", matter.parts(of, keys), Kind.DISTRIBUTION, note
            )
    if blocks:
        blocks.append(matter.slot("figures", "What lies behind these figures, for the readers of this pack."))
    return Section("quarter_in_figures", "The quarter in figures", tuple(blocks))


def _breaks(matter: Matter, of: str) -> list[str]:
    return [one.sentence for one in matter.inputs.breaks if one.table == of]


def _concerns(matter: Matter) -> Section:
    if not matter.counts("issues"):
        return Section("themes_of_concern", "Themes of concern")
    heads = [g.key for g in indicator("issues").groups_for(matter.inputs.year) if g.key.startswith("head_")]
    raised = chosen.RAISED if matter.pack.theme else (*chosen.RAISED, ("issues", tuple(heads)))
    blocks: list[Block] = [
        *matter.table(
            "raised", "Concerns raised by officers", "Measure", matter.lines(raised), Kind.RATE, (CATALOGUE,)
        ),
        *matter.table(
            "categories", "What the concerns were about", "Category", matter.parts("issues", _categories()),
            Kind.DISTRIBUTION, ("Groups that are empty in every column are left out.",),
        ),
        *matter.table(
            "days", "Working days from raised to closed, concerns closed in the quarter", "Measure",
            matter.lines((("issues", chosen.DAYS),)), Kind.RATE, (),
        ),
        *matter.listed("days_by_group", "concern_effects"),
        matter.slot("concerns", "What came up again and again, and what would help. Name no child."),
    ]  # fmt: skip
    return Section("themes_of_concern", "Themes of concern", tuple(blocks))


def _categories() -> list[str]:
    return [*dict.fromkeys(one.code for one in shipped()), "other_category"]


def _praise(matter: Matter) -> Section:
    found = matter.listed("praise")
    slot = (matter.slot("praise", "Good practice worth knowing about, and what can be learnt from it."),)
    return Section("good_practice", "Good practice", (*found, *slot) if found else ())


def _midway(matter: Matter) -> Section:
    counted = matter.table(
        "midway",
        "Midway checks that fell due",
        "Measure",
        matter.lines(chosen.MIDWAY),
        Kind.RATE,
        (CATALOGUE,),
    )
    lists = matter.listed("midway_effects", "midway_decisions")
    return Section("midway_checks", "Midway checks and what came of them", (*counted, *lists))


def _audits(matter: Matter) -> Section:
    counted = matter.table(
        "audit", "Protection plans on the lists of the conference audit", "List", matter.lines(chosen.AUDIT),
        Kind.COUNT, ("A plan may stand on several lists. None of the three is wrong in itself.",),
    )  # fmt: skip
    found = [*counted, *matter.listed("conference_findings", "peer_audits", "peer_agreement")]
    if not found:
        return Section("audits_of_practice", "Audits")
    return Section("audits_of_practice", "Audits", (*found, *_where(matter)))


def _where(matter: Matter) -> list[Paragraph]:
    """Where the lists themselves are, for those who may open them: no child stands in this pack."""
    if matter.safe or not matter.pack.address:
        return []
    quarter = matter.period.name.replace(" ", "+")
    return [
        Paragraph(
            (
                "The plans themselves are on the lists inside the service, for officers and their manager: ",
                Link(
                    "the conference audit of the quarter",
                    f"{matter.pack.address}/conference-audit?quarter={quarter}",
                ),
                ".",
            )
        )
    ]


def _answers(matter: Matter) -> Section:
    done = matter.listed("said_and_done")
    slot = matter.slot("asked", "What you ask the readers to do, and what you did with their last answers.")
    return Section("you_said_we_did", "You said, we did", (*done, slot))
