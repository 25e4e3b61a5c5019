"""The pages of concerns ask a fixed number of questions, for one concern and for three."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from tests.builders import concerns as build

COUNTS = {("list", Role.IRO): 16, ("list", Role.SENIOR_MANAGER): 14, ("home", Role.SENIOR_MANAGER): 16}


@pytest.mark.parametrize(("page", "role"), COUNTS)
@pytest.mark.parametrize("number", [1, 3])
def test_a_list_asks_as_many_questions_for_one_concern_as_for_three(
    number, page, role, asked, world, as_role
):
    for nth in range(number):
        more = build.concern(world.alice, asked.worker, about=f"None for {nth} months")
        build.stage(more, 1, asked.manager, date(2017, 3, 20))
    address = reverse({"list": "concerns", "home": "home"}[page])
    client = as_role(role)
    client.get("/")  # the session is written once, not with every page

    with CaptureQueriesContext(connection) as questions:
        assert client.get(address).status_code == 200

    assert len(questions) == COUNTS[page, role]


@pytest.mark.parametrize(("role", "count"), [(Role.IRO, 25), (Role.SENIOR_MANAGER, 18)])
@pytest.mark.parametrize("number", [1, 3])
def test_one_concern_asks_as_many_for_one_pause_as_for_three(number, role, count, asked, as_role):
    for nth in range(number):
        build.paused(asked.concern, date(2017, 3, 22 + nth), date(2017, 3, 22 + nth))
    client = as_role(role)
    client.get("/")

    with CaptureQueriesContext(connection) as questions:
        assert client.get(reverse("concern", args=[asked.concern.public_id])).status_code == 200

    assert len(questions) == count
