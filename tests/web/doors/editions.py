"""Addresses of this journey: editions."""

from __future__ import annotations

from typing import Any

from holdfast.casework.access.roles import Role
from holdfast.domain.edition_states import State
from holdfast.reports import editions as kept
from holdfast.reports.annual.authority import Authority
from tests.builders import editions
from tests.web.doors import ALL, DATA, FIGURES, ROWS, Door

#: whoever publishes sees the editions that were signed off, without every number
SEES = FIGURES | {Role.SENIOR_MANAGER}


def prepare(world: Any) -> dict[str, Any]:
    """A draft, and an edition that is published."""
    about: dict[str, Any] = {"year_ending": 2017, "authority": Authority("Testshire"), "day": editions.DAY}
    return {
        "draft_edition": kept.prepare(kind="annual", by=None, **about),
        "published_edition": editions.brought_to(
            kept.prepare(kind="annual", by=None, **about), State.PUBLISHED
        ),
    }


def _draft(*more: Any) -> Any:
    return lambda t: [t.draft_edition.public_id, *more]


def _published(*more: Any) -> Any:
    return lambda t: [t.published_edition.public_id, *more]


DOORS: dict[str, Door] = {
    "reports": Door(ALL),
    "editions": Door(SEES),
    "edition_prepare": Door(DATA),
    "edition": Door(
        SEES, args=_published(), more=lambda t: [[t.draft_edition.public_id]], not_one_childs=True
    ),
    "edition_anew": Door(DATA, args=_draft("words"), not_one_childs=True),
    "edition_move": Door(
        frozenset({Role.IRO_MANAGER, Role.SENIOR_MANAGER}),
        args=_published("withdraw"),
        more=lambda t: [[t.draft_edition.public_id, "check"]],
        not_one_childs=True,
    ),
    "edition_read": Door(
        SEES,
        args=_published("public"),
        more=lambda t: [[t.published_edition.public_id, "inside"]],
        not_one_childs=True,
    ),
    "edition_recheck": Door(
        SEES,
        args=_published("public"),
        more=lambda t: [[t.published_edition.public_id, "inside"]],
        not_one_childs=True,
    ),
    "edition_file": Door(SEES, args=_published("public", "csv"), not_one_childs=True, page=False),
    "edition_hidden": Door(FIGURES, args=_published(), not_one_childs=True),
    "edition_moved": Door(FIGURES, args=_published(), not_one_childs=True),
    "edition_rows": Door(ROWS, args=_published("age", "10_15"), not_one_childs=True),
    "edition_published": Door(ALL, args=_published(), not_one_childs=True),
    "edition_published_file": Door(ALL, args=_published("docx"), not_one_childs=True, page=False),
}
