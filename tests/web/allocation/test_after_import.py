"""The page of an import points at the children whom no officer sees yet."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.actions import allocate_all
from holdfast.casework.people.models import AllocationRole, Child, Worker
from tests.web.conftest import TODAY
from tests.web.intake.test_intake import bring, page_of


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (Role.IRO_MANAGER, "Allocate these children"),
        (Role.ANALYST, "The IRO manager or business support allocates them"),
    ],
)
def test_children_with_nobody_are_counted_and_pointed_at(role: Role, words: str, as_role, world):
    client = as_role(role)
    intake = bring(client)
    assert "nobody allocated" not in page_of(client, intake).content.decode()

    client.post(reverse("intake_load", args=[intake.public_id]))

    body = page_of(client, intake).content.decode()
    assert "3 children have nobody allocated" in body  # Benedict, and the two of the return
    assert words in body


def test_when_everybody_has_somebody_nothing_is_said(as_role, world):
    client = as_role(Role.IRO_MANAGER)
    intake = bring(client)
    client.post(reverse("intake_load", args=[intake.public_id]))
    sam = Worker.objects.get(name="Sam Fielding")
    allocate_all(children=Child.objects.all(), worker=sam, role=AllocationRole.IRO, starts=TODAY, by=None)

    assert "nobody allocated" not in page_of(client, intake).content.decode()
