"""What is still to be settled before an edition is signed off, in sentences.

``CHECKS`` is asked in turn; each check reads what an edition is printed from and answers with a sentence for each thing
that somebody must decide first. A part of the report that has something to insist on adds its check here. What only
deserves a second look is a warning on the page, and none of these.
"""

from __future__ import annotations

from collections.abc import Callable

from holdfast.reports import kinds
from holdfast.reports.annual.build import slots_of
from holdfast.reports.board.unsettled import unsettled as unsettled_of_paper
from holdfast.reports.check import ReportRefused, check
from holdfast.reports.content import Audience, Finish
from holdfast.reports.inputs import Inputs
from holdfast.reports.written import to_confirm

Check = Callable[[Inputs], list[str]]


def contradictions(inputs: Inputs) -> list[str]:
    """The report must print for the service without contradicting itself."""
    return _refusals(inputs, Audience.INSIDE, "the service")


def public_contradictions(inputs: Inputs) -> list[str]:
    """The same for the public; hiding what gives a small number away takes seconds."""
    return _refusals(inputs, Audience.PUBLIC, "the public")


def incomplete(inputs: Inputs) -> list[str]:
    """What a board paper lacks besides an answer to each head, without which it does not print at all."""
    return unsettled_of_paper(inputs, heads=False) if inputs.kind == "board" else []


def not_accepted(inputs: Inputs) -> list[str]:
    """Live figures that moved since the author last accepted them, in the places this report has."""
    try:
        places = slots_of(kinds.document(inputs))
    except ReportRefused:
        return []  # told as a contradiction
    return to_confirm(inputs, {place.key for place in places})


CHECKS: tuple[Check, ...] = (contradictions, not_accepted, incomplete)
#: what takes too long to be asked each time a page is opened
AT_SIGNING: tuple[Check, ...] = (public_contradictions,)


def unsettled(inputs: Inputs) -> list[str]:
    """Each thing that is still to be settled, in the order of the checks."""
    return [sentence for each in CHECKS for sentence in each(inputs)]


def unsettled_bytes(kept: bytes) -> list[str]:
    """The same of inputs as they are kept with an edition, and what is asked when it is signed off."""
    inputs = Inputs.from_bytes(kept)
    return [sentence for each in (*CHECKS, *AT_SIGNING) for sentence in each(inputs)]


def _refusals(inputs: Inputs, audience: Audience, words: str) -> list[str]:
    try:
        check(kinds.document(inputs, finish=Finish.FINAL, audience=audience))
    except ReportRefused as refused:
        return [f"It does not print for {words}: {refused}"]
    return []
