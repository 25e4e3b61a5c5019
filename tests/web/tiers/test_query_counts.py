"""The pages of this journey ask a fixed number of questions, for one child and for three."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.tiers.models import TierSpan
from tests.builders import care, people
from tests.web.doors import tiers as doors


@pytest.mark.parametrize(
    ("name", "count"), [("steps", 7), ("steps_download", 7), ("steps_rows", 16), ("steps_rows_download", 16)]
)
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_child_as_for_three(name, count, number, world, as_role):
    doors.prepare(world)
    for nth in range(number - 1):
        child = care.in_care(world.alice.periods_of_care.get().started, people.child(f"Ivy {nth}"))
        doors.prepare(replace(world, alice=child))
    client = as_role(Role.IRO_MANAGER)
    client.get("/")  # the session is written once, not with every page

    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(name), {"year": "2016/17"}).status_code == 200

    assert len(asked) == count


@pytest.mark.parametrize("more", [0, 3])
def test_the_page_of_a_child_with_few_steps_and_with_many(more, world, as_role):
    doors.prepare(world)
    for month in range(more):
        TierSpan.objects.create(
            child=world.alice, tier="early_help", started=date(2014, 1 + 2 * month, 6),
            ended=date(2014, 1 + 2 * month, 20),
        )  # fmt: skip
    client = as_role(Role.IRO)
    client.get("/")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse("child_tiers", args=[world.alice.public_id])).status_code == 200
    assert len(asked) == 15
