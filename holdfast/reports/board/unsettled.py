"""What a board paper still lacks, in sentences; and the refusal of a finished paper that leaves a head blank."""

from __future__ import annotations

from holdfast.reports.annual.material import FigureBook
from holdfast.reports.board.priorities import chosen_aims
from holdfast.reports.check import ReportRefused
from holdfast.reports.inputs import Inputs, Paper


class ImplicationBlank(ReportRefused):
    """A head of the implications is not answered, and “none” would be an answer."""


def unsettled(inputs: Inputs, *, heads: bool = True) -> list[str]:
    """A sentence for each thing that is still to be chosen, written or answered; none where the paper is complete.

    ``heads``: with the heads of the implications that are left blank.
    """
    paper, figures = inputs.paper or Paper(), FigureBook(inputs.figures)
    said = []
    if not paper.headlines:
        said.append("No headline figure is chosen.")
    gone = [h for h in paper.headlines if figures.find(h.table, h.group, h.period) is None]
    if gone:
        names = ", ".join(h.words or f"{h.table} {h.group}" for h in gone)
        said.append(f"Not counted for {inputs.year}, so not printed: {names}. Choose other headline figures.")
    if not chosen_aims(inputs):
        said.append("No priority is chosen from the next year’s work plan.")
    if not any(one.year_ending == inputs.year_ending for one in inputs.recommendations):
        said.append(f"No recommendation is entered for {inputs.year}.")
    elif any(not one.reason for one in inputs.recommendations if one.year_ending == inputs.year_ending):
        said.append("A recommendation has no reason.")
    if not paper.links:
        said.append("No link to the council’s themes is written.")
    return said + [sentence for sentence in (blank_heads(paper),) if heads and sentence]


def blank_heads(paper: Paper) -> str:
    """“Implications are not answered for Legal and Property. …”, or nothing."""
    blank = [one.head for one in paper.implications if not one.answer]
    if not blank:
        return "" if paper.implications else "No implication is answered."
    names = blank[0] if len(blank) == 1 else f"{', '.join(blank[:-1])} and {blank[-1]}"
    return f"Implications are not answered for: {names}. Where there are none, choose “None”."


def check_answered(paper: Paper) -> None:
    """Raises ImplicationBlank with a sentence that names the heads."""
    sentence = blank_heads(paper)
    if sentence:
        raise ImplicationBlank(f"The board paper is not finished. {sentence}")
