"""Build the board paper of a year from its inputs: the figures and words of the annual report, on a few pages."""

from __future__ import annotations

from datetime import date

from holdfast.reports.annual.build import SYNTHETIC
from holdfast.reports.annual.material import FigureBook, Material
from holdfast.reports.board.sections import sections
from holdfast.reports.board.unsettled import check_answered
from holdfast.reports.comparators import ComparatorBook
from holdfast.reports.content import Audience, Document, Finish
from holdfast.reports.inputs import Inputs, Paper
from holdfast.reports.printing import long_day

TITLE = "Key issues from the independent reviewing officers' annual report"


def document(
    inputs: Inputs,
    *,
    finish: Finish = Finish.DRAFT,
    audience: Audience = Audience.INSIDE,
    made_on: date | None = None,
) -> Document:
    """The paper as content, ready for any ink; its paragraphs are numbered through.

    Raises ImplicationBlank where a finished paper leaves a head unanswered, and FigureMissing where the number of
    children in care was not counted.
    """
    if finish is Finish.FINAL:
        check_answered(inputs.paper or Paper())
    about, year = inputs.authority, inputs.year
    material = Material(
        year=year,
        figures=FigureBook(inputs.figures),
        published=ComparatorBook(inputs.comparators),
        texts=inputs.texts,
        authority=about,
        source=inputs.source,
        finish=finish,
        answers=inputs.answers,
        breaks=inputs.breaks,
        inputs=inputs,
        audience=audience,
    )
    facts = [("For", about.board), ("From", f"{about.service}, {about.name}")]
    if made_on:
        facts.append(("Made on", long_day(made_on)))
    if finish is Finish.DRAFT:
        facts.append(("Edition", "Draft: what is still to be written or answered is marked"))
    return Document(
        title=TITLE,
        subtitle=about.name,
        authority=about.name,
        period=year.name,
        file_name=f"board-paper-{year.ending - 1}-{year.ending % 100:02d}",
        sections=sections(material, inputs),
        finish=finish,
        audience=audience,
        synthetic=SYNTHETIC if about.invented else "",
        made_on=made_on,
        facts=tuple(facts),
        short=True,
    )
