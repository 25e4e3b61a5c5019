"""Addresses of this journey: midway checks."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.access.roles import Role
from tests.builders import midway as build
from tests.web.doors import Door

OPENS = frozenset({Role.IRO, Role.IRO_MANAGER, Role.SOCIAL_WORKER, Role.TEAM_MANAGER})


def prepare(world: Any) -> dict[str, Any]:
    """Alice's check is asked and waits for an answer."""
    return {"midway": build.check(world.review, date(2016, 7, 12), asked_on=date(2016, 7, 4))}


DOORS: dict[str, Door] = {
    "midway": Door(OPENS, args=lambda things: [things.midway.review.public_id]),
}
