"""Every address that speaks of one child, asked about somebody else's child: it answers as if nothing were there."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Allocation
from tests.builders import people, reviews
from tests.web.doors import every_door, prepared

#: they see the children allocated to them, or to their team, and no other
BOUND_TO_THEIR_CHILDREN = (Role.IRO, Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
ABOUT_A_CHILD = sorted(name for name, door in every_door().items() if door.childs)


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def others(standing) -> SimpleNamespace:
    """What the doors prepare, made for Benedict, who is nobody's to see but the manager's and business support's."""
    world = standing
    review = reviews.review(world.benedict, world.review.held_on)
    swapped = replace(world, alice=world.benedict, benedict=world.alice, review=review)
    # What is prepared may be done by those who look after the child; then they no longer do.
    for allocation in world.alice.allocations.all():
        people.allocated(world.benedict, allocation.worker, allocation.role)
    things = prepared(swapped)
    Allocation.objects.filter(child=world.benedict).delete()
    return SimpleNamespace(world=swapped, **things)


@pytest.mark.parametrize("role", BOUND_TO_THEIR_CHILDREN)
@pytest.mark.parametrize("name", ABOUT_A_CHILD)
def test_a_child_of_somebody_else_is_not_there(name: str, role: Role, others: SimpleNamespace) -> None:
    door = every_door()[name]
    client = others.world.client(role)

    for args in (door.args(others), *door.more(others)):
        address = reverse(name, args=args)
        for method in ("get", "post"):
            answer = getattr(client, method)(address, door.data)
            assert answer.status_code in (403, 404, 405), (name, method)
            assert b"Benedict" not in answer.content


def test_some_addresses_speak_of_a_child() -> None:
    assert len(ABOUT_A_CHILD) > 10
