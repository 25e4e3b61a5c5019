"""Concerns on a social worker's desk: the three that are due first, and a link to all of them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Worker
from tests.builders import concerns as build


@pytest.mark.parametrize("put", [3, 4])
def test_no_more_than_three_stand_before_everything_else(world, as_role, put) -> None:
    jo = Worker.objects.get(name="Jo Reed")
    made = [build.concern(world.alice, jo, date(2017, 3, 6 + nth), about=f"{nth}") for nth in range(put)]

    body = as_role(Role.SOCIAL_WORKER).get(reverse("home")).content.decode()
    first = body[: body.index("Find a child")]

    shown = [one for one in made if reverse("concern", args=[one.public_id]) in first]
    assert shown == made[:3]
    assert (f"All {put} concerns put to you" in first) is (put > 3)


def test_a_concern_of_which_a_child_is_not_told_says_why(world, as_role) -> None:
    concern = build.concern(world.alice, Worker.objects.get(name="Jo Reed"))
    why = {"child_told": "not_right", "child_told_why": "Too young to understand it."}
    build.closed(concern, date(2017, 3, 20), **why)

    body = as_role(Role.IRO).get(reverse("concern", args=[concern.public_id])).content.decode()

    assert re.search(r"The child is not told: Too young to understand it\.", body)


def test_the_days_and_the_referral_name_their_source(world, as_role) -> None:
    concern = build.concern(world.alice, Worker.objects.get(name="Jo Reed"))

    body = as_role(Role.IRO).get(reverse("concern", args=[concern.public_id])).content.decode()

    assert "IRO Handbook 2010, 6.2" in body
    assert "section 25B(3)" in body
