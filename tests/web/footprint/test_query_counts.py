"""Each page of the footprint asks a fixed number of questions, for one row and for three."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Worker
from tests.builders import footprint as build

#: page -> role that opens it, how many queries
COUNTS: dict[str, tuple[Role, int]] = {
    "footprint": (Role.IRO, 19),
    "footprint_enter": (Role.IRO, 7),
    "praise_give": (Role.IRO, 9),
    "praise": (Role.IRO, 8),
    "praise_received": (Role.IRO, 11),
}


@pytest.mark.parametrize("name", sorted(COUNTS))
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_row_as_for_three(number, name, world, as_role):
    role, count = COUNTS[name]
    jo = Worker.objects.get(name="Jo Reed")
    for nth in range(number):
        on = date(2016, 9, 1 + nth)
        build.entry(world.alice, on)
        build.praise(world.alice, jo, on)
        build.stage(build.concern(world.alice, on), on=on)
    client = as_role(role)
    client.get("/")  # the session is written once, not with every page
    args = [] if name in ("praise", "praise_received") else [world.alice.public_id]

    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(name, args=args)).status_code == 200

    assert len(asked) == count
