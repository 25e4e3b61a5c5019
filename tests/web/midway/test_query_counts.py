"""The page of a midway check asks a fixed number of questions, for one decision and entry and for three."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.midway.models import MidwayAnswer, MidwayEntry
from tests.builders import midway as build


@pytest.mark.parametrize(("role", "count"), [(Role.IRO, 12), (Role.SOCIAL_WORKER, 14)])
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_row_as_for_three(number, role, count, world, as_role):
    check = build.check(world.review, date(2017, 4, 12), number, asked_on=date(2017, 3, 31))
    for decision in world.review.decisions.all():
        MidwayAnswer.objects.create(check_of=check, decision=decision, status="done")
        MidwayEntry.objects.create(
            check_of=check,
            kind="effect",
            text="x",
            happened_on=date(2017, 3, 31),
            entered_by=world.users[role],
        )
    client = as_role(role)
    client.get("/")  # the session is written once, not with every page

    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse("midway", args=[world.review.public_id])).status_code == 200

    assert len(asked) == count
