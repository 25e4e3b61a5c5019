"""Addresses of this journey: an officer's footprint, and praise."""

from __future__ import annotations

from typing import Any

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Worker
from tests.builders import footprint as build
from tests.web.doors import CHILDREN, HOLDS, Door

READS_PRAISE = CHILDREN | {Role.SENIOR_MANAGER}


def prepare(world: Any) -> dict[str, Any]:
    """Alice's footprint holds an entry and praise for Jo, and a concern that was raised."""
    build.concern(world.alice)
    jo = Worker.objects.get(name="Jo Reed")
    return {"entry": build.entry(world.alice), "praise": build.praise(world.alice, jo)}


def _child(things: Any) -> list:
    return [things.entry.child.public_id]


def _entry(things: Any) -> list:
    return [things.entry.child.public_id, things.entry.public_id]


def _praise(things: Any) -> list:
    return [things.praise.child.public_id, things.praise.public_id]


DOORS: dict[str, Door] = {
    "footprint": Door(CHILDREN, args=_child),
    "footprint_enter": Door(HOLDS, args=_child),
    "footprint_take_back": Door(HOLDS, 302, "post", args=_entry),
    "footprint_put_back": Door(HOLDS, 302, "post", args=_entry),
    "praise_give": Door(HOLDS, args=_child),
    "praise_take_back": Door(HOLDS, 302, "post", args=_praise),
    "praise_put_back": Door(HOLDS, 302, "post", args=_praise),
    "praise": Door(HOLDS),
    "praise_received": Door(READS_PRAISE),
}
