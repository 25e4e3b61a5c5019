"""Concerns: the list, one concern, and raising one."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Worker
from tests.builders import concerns as build
from tests.builders import people
from tests.web.doors import HOLDS, Door

#: officers, and those of the child's team; a senior manager because this concern is put to them
READS = HOLDS | {Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.SENIOR_MANAGER}


def prepare(world: Any) -> dict[str, Any]:
    """A concern that nobody answered informally, put to the senior manager at the first stage."""
    user = world.users[Role.SENIOR_MANAGER]
    manager = Worker.objects.filter(user=user).first() or people.worker("Robin Vane", user)
    made = build.concern(world.alice, people.worker("Lou Tarn"))
    build.stage(made, 1, manager, date(2017, 3, 20))
    return {"concern": made}


DOORS: dict[str, Door] = {
    "concerns": Door(READS),
    "concerns_download": Door(READS, page=False),
    "concern_raise": Door(HOLDS, args=lambda things: [things.world.alice.public_id]),
    "concern": Door(READS, args=lambda things: [things.concern.public_id]),
}
