"""Addresses of this journey: allocation."""

from __future__ import annotations

from typing import Any

from holdfast.casework.people.models import Move
from tests.web.conftest import TODAY
from tests.web.doors import ALLOCATES, Door


def prepare(world: Any) -> dict[str, Any]:
    return {"move": Move.objects.create(starts=TODAY)}


DOORS: dict[str, Door] = {
    "children_unallocated": Door(ALLOCATES),
    "caseload_move": Door(ALLOCATES),
    "caseload_move_undo": Door(ALLOCATES, status=302, method="post", args=lambda t: [t.move.public_id]),
}
