"""The kinds of report: what each is printed by. A new kind is a package of its own and a line here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from holdfast.reports import public
from holdfast.reports.annual.build import document as annual
from holdfast.reports.board.build import document as board
from holdfast.reports.content import Audience, Document, Finish
from holdfast.reports.inputs import Inputs
from holdfast.reports.legible import legible
from holdfast.reports.quarterly.build import document as quarterly
from holdfast.reports.written import resolved

Builder = Callable[..., Document]

BUILDERS: dict[str, Builder] = {"annual": annual, "board": board, "quarterly": quarterly}


def document(
    inputs: Inputs,
    *,
    finish: Finish = Finish.DRAFT,
    audience: Audience = Audience.INSIDE,
    made_on: date | None = None,
) -> Document:
    """A report as content, ready for any ink. Raises a ReportRefused if it would contradict itself.

    For the public it is made of inputs without what is hidden, so that nothing printed can hold it.
    """
    if audience is Audience.PUBLIC:
        inputs = public.safe(inputs)
    made = BUILDERS[inputs.kind](inputs, finish=finish, audience=audience, made_on=made_on)
    return legible(resolved(made, inputs))
