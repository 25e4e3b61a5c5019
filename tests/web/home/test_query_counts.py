"""Every desk asks a fixed number of questions, for one child of whom everything waits and for three."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole
from tests.builders import care, people, work

#: the session and the user are two of them, the menu and the demonstration another two, the diary one
COUNTS = {
    Role.IRO: 31,
    Role.SOCIAL_WORKER: 29,
    Role.TEAM_MANAGER: 30,
    Role.BUSINESS_SUPPORT: 28,
    Role.IRO_MANAGER: 35,
}


@pytest.mark.parametrize("role", COUNTS)
@pytest.mark.parametrize("number", [1, 3])
def test_a_desk_asks_as_many_questions_for_one_child_as_for_three(number, role, world, as_role):
    workers = {one.role: one.worker for one in world.alice.allocations.all()}
    for nth in range(number):
        child = care.in_care(date(2016, 5, 2), people.child(f"Alice {nth}"))
        work.waiting(child)
        people.allocated(child, workers[AllocationRole.IRO])
        people.allocated(child, workers[AllocationRole.SOCIAL_WORKER], AllocationRole.SOCIAL_WORKER)
        care.in_care(date(2016, 5, 2), people.child(f"Benedict {nth}"))
    client = as_role(role)
    client.get("/")  # the session is written once, not with every page

    with CaptureQueriesContext(connection) as asked:
        assert client.get("/").status_code == 200

    assert len(asked) == COUNTS[role]
