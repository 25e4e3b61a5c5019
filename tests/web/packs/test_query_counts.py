"""Each page of quarterly packs asks a fixed number of questions, for one row and for three."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from tests.builders import packs as build
from tests.builders import people

#: page -> role that opens it, how many queries
COUNTS: dict[str, tuple[Role, int]] = {
    "packs": (Role.SENIOR_MANAGER, 5),
    "pack": (Role.SENIOR_MANAGER, 10),
    "pack_answer": (Role.SENIOR_MANAGER, 9),
    "packs_manage": (Role.IRO_MANAGER, 6),
    "pack_readers": (Role.IRO_MANAGER, 6),
    "pack_send": (Role.IRO_MANAGER, 7),
}
NONE = ("packs", "packs_manage")


@pytest.mark.parametrize("name", sorted(COUNTS))
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_row_as_for_three(number, name, world, as_role):
    role, count = COUNTS[name]
    readers = [people.user(Role.IRO, name=f"Sam {nth}") for nth in range(number)]
    for theme in ("practice", "resource", "other")[:number]:
        edition = build.draft(build.plan(theme=theme))
        build.sent(edition, world.users[Role.SENIOR_MANAGER], *readers)
        build.draft(edition.plan, quarter=2)
    client = as_role(role)
    args = [] if name in NONE else [edition.public_id]
    client.get(
        reverse(name, args=args)
    )  # the session is written once; a pack is opened for the first time once

    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(name, args=args)).status_code == 200

    assert len(asked) == count
