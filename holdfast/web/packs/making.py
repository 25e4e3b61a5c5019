"""A kept pack printed for one reader: on screen or as a file, with every number or with the small ones hidden."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.editions.models import Edition, State
from holdfast.casework.editions.packs_queries import reads_every_number
from holdfast.indicators.registry import year_of
from holdfast.reports import editions, kinds
from holdfast.reports.content import Audience, AuthorText, Document, FigureKey, Finish
from holdfast.reports.quarterly.build import slots

Opens = Callable[[FigureKey], str | None]


def audience_of(user: Any, edition: Edition) -> Audience:
    """Who may not see the children behind small numbers reads the copy in which they are hidden."""
    return Audience.INSIDE if reads_every_number(user, edition) else Audience.PUBLIC


def document_for(user: Any, edition: Edition) -> Document:
    """The pack as this reader may read it. Raises a ReportRefused if it would contradict itself."""
    finish = Finish.FINAL if edition.state == State.PUBLISHED else Finish.DRAFT
    inputs = editions.inputs_of(edition)
    return kinds.document(inputs, finish=finish, audience=audience_of(user, edition), made_on=inputs.day)


def opens_for(user: Any, edition: Edition) -> Opens | None:
    """The way to the rows behind a figure of the whole service, for those who may see them.

    The figures of a team or of one group of concerns have no page of their own.
    """
    of_the_service = not edition.team and not (edition.plan and edition.plan.theme)
    if not of_the_service or not may(user, Permission.SEE_ROWS_BEHIND_FIGURES):
        return None
    return _address


def _address(key: FigureKey) -> str:
    rows = reverse("figures_rows", args=[year_of(key.period), key.table, key.group])
    return f"{rows}?period={key.period.replace(' ', '+')}"


def slots_of(edition: Edition) -> list[AuthorText]:
    """The places for the author's words of a draft, as they are written in it."""
    return slots(editions.inputs_of(edition))


def ink(kind: str) -> Callable[[Document], str | bytes]:
    """What prints a kind of file. Imported when it is asked for: the drawing of charts would slow the start."""
    from holdfast.reports.ink import docx, html, pdf

    inks: dict[str, Callable[[Document], str | bytes]] = {
        "html": html.render,
        "docx": docx.render,
        "pdf": pdf.render,
    }
    return inks[kind]
