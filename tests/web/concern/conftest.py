"""Alice’s concern: put informally to Jo Reed, and Robin Vane answers the formal stages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Worker
from holdfast.casework.resolution.models import Concern
from tests.builders import concerns as build
from tests.builders import people


@dataclass(frozen=True)
class Asked:
    """``concern``: waits for an answer at the first formal stage, put to ``manager``, a senior manager."""

    concern: Concern
    officer: Worker
    worker: Worker
    manager: Worker


@pytest.fixture
def asked(world) -> Asked:
    officer, jo = Worker.objects.get(name="Sam Fielding"), Worker.objects.get(name="Jo Reed")
    manager = people.worker("Robin Vane", world.users[Role.SENIOR_MANAGER])
    concern = build.concern(world.alice, jo, officer=officer, raised_by=world.users[Role.IRO])
    build.stage(concern, 1, manager, date(2017, 3, 20))
    return Asked(concern, officer, jo, manager)
