"""A review of another officer's child is not there, by any address of this journey."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from tests.builders import reviews
from tests.web.doors.record import DOORS

#: addresses that are not of one review
ELSEWHERE = {"records_to_send", "records_unsend", "draft", "draft_offered"}


ASKED = [
    (name, role)
    for name in sorted(DOORS.keys() - ELSEWHERE)
    for role in (Role.IRO, Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
    if role in DOORS[name].opens
]


@pytest.mark.parametrize(("name", "role"), ASKED)
def test_it_is_not_there(name, role, things, as_role):
    door = DOORS[name]
    bobs = reviews.review(things.world.benedict, date(2016, 12, 1))
    address = reverse(name, args=[bobs.public_id, *door.args(things)[1:]])

    response = getattr(as_role(role), door.method)(address, door.data)

    assert response.status_code == 404
    assert b"Benedict" not in response.content
