"""The sections of the board paper in the order of print, as a council's committee papers have them."""

from __future__ import annotations

from holdfast.reports.annual.material import Material
from holdfast.reports.annual.sentences import counted
from holdfast.reports.board import headlines
from holdfast.reports.board.priorities import chosen_aims
from holdfast.reports.content import (
    Block,
    Bullets,
    Cell,
    Column,
    Inline,
    Kind,
    Ref,
    Row,
    Section,
    Table,
    Unit,
    paragraph,
)
from holdfast.reports.inputs import AimLine, Implication, Inputs, Paper, RecommendationLine
from holdfast.reports.printing import long_day

NOT_ANSWERED = "Not answered yet: choose “None”, or write what follows."


def sections(material: Material, inputs: Inputs) -> tuple[Section, ...]:
    paper = inputs.paper or Paper()
    return (
        _summary(material),
        _issues(material),
        _figures(material, paper),
        _priorities(material, inputs),
        _recommendations(material, inputs),
        _links(material, paper),
        _implications(material, paper),
    )


def _summary(material: Material) -> Section:
    year, about = material.year, material.authority
    return Section(
        "board-summary-section",
        "Summary",
        (
            paragraph(
                "The independent reviewing officers report every year to senior managers and to the "
                f"{about.board} on how the council does its duty as corporate parent to the children and young people "
                f"in its care. This paper sums up their report for {long_day(year.starts)} to {long_day(year.ends)}."
            ),
            material.slot(
                "board-summary", "The year in two or three sentences: what the board most needs to know."
            ),
        ),
    )


def _issues(material: Material) -> Section:
    slots = (
        ("board-service", "What changed in what officers do, and what it meant for children."),
        ("board-concerns", "What officers raised most, what came of it, and what the service did about it."),
        ("board-placements", "Where children live: enough homes near by, moves, and what is planned."),
    )
    written = [material.slot(key, prompt) for key, prompt in slots]
    return Section(
        "board-issues",
        "Key issues",
        (
            written[0],
            written[1],
            paragraph(counted(material)),
            material.slot(
                "board-children", "Why the number of children in care changed, and whether the profile did."
            ),
            written[2],
        ),
    )


def _figures(material: Material, paper: Paper) -> Section:
    said = headlines.sentences(material, paper.headlines)
    intro: tuple[Block, ...] = ()
    if said:
        intro = (
            paragraph(f"In {material.year}, each with what it was counted from (", Ref(headlines.KEY), "):"),
        )
    return Section(
        "board-figures",
        "Headline figures",
        (
            *intro,
            *said,
            material.slot("board-meaning", "What lies behind these figures, and what is done about them."),
            *headlines.table(material, paper.headlines),
        ),
    )


def _priorities(material: Material, inputs: Inputs) -> Section:
    aims = chosen_aims(inputs)
    listed: tuple[Block, ...] = ()
    if aims:
        listed = (
            paragraph("The service’s priorities for the coming year are:"),
            Bullets(tuple(_priority(aim) for aim in aims), numbered=True),
        )
    slot = material.slot(
        "board-priorities", "What the coming year depends on, if the list needs a word more."
    )
    return Section("board-priorities-section", "Priorities for the coming year", (*listed, slot))


def _priority(aim: AimLine) -> tuple[Inline, ...]:
    title = aim.title.rstrip(".")
    return (f"{title}. {aim.why}" if aim.why else f"{title}.",)


def _recommendations(material: Material, inputs: Inputs) -> Section:
    asked = [one for one in inputs.recommendations if one.year_ending == inputs.year_ending]
    listed: tuple[Block, ...] = ()
    if asked:
        listed = (
            paragraph(f"It is recommended that the {material.authority.board} consider the following:"),
            Bullets(tuple(_recommendation(one) for one in asked), numbered=True),
        )
    slot = material.slot("board-recommendations", "What the board should know before it decides.")
    return Section("board-recommendations-section", "Recommendations", (*listed, slot))


def _recommendation(one: RecommendationLine) -> tuple[Inline, ...]:
    text = f"{one.text.rstrip('.')}."
    return (f"{text} Reason: {one.reason.rstrip('.')}." if one.reason else text,)


def _links(material: Material, paper: Paper) -> Section:
    listed: tuple[Block, ...] = ()
    if paper.links:
        listed = (
            paragraph(
                "The work of the independent reviewing officers serves the council’s plans as follows:"
            ),
            Bullets(tuple((f"{one.theme} ({one.plan}): {one.text}",) for one in paper.links)),
        )
    slot = material.slot("board-council-plan", "Anything more the board should know of the council’s plans.")
    return Section("board-council-plan-section", "Council plan", (*listed, slot))


def _implications(material: Material, paper: Paper) -> Section:
    grid = Table(
        key="implications",
        caption="Implications",
        row_heading="Head",
        columns=(Column("What follows from this paper", words=True),),
        rows=tuple(Row(one.head, (Cell(Unit.TEXT, text=_answer(one)),)) for one in paper.implications),
        kind=Kind.TEXT,
    )
    return Section(
        "board-implications",
        "Implications",
        (
            paragraph("What follows from this paper under each head stands in ", Ref("implications"), "."),
            grid,
        ),
    )


def _answer(one: Implication) -> str:
    if one.answer == "none":
        return "None"
    return one.text if one.answer else NOT_ANSWERED
