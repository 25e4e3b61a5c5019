"""The page that leads to everything about quality: each role is shown what it may open."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.web.quality.views import PARTS


@pytest.mark.parametrize("role", [Role.IRO, Role.IRO_MANAGER, Role.ANALYST])
def test_every_part_shown_opens_and_no_other_does(role, as_role) -> None:
    client = as_role(role)
    body = client.get(reverse("quality")).content.decode()

    for label, address, _, _ in PARTS:
        shown = f'href="{reverse(address)}"' in body
        assert shown is (client.get(reverse(address), follow=True).status_code == 200), label


def test_an_analyst_is_not_led_to_monitors(as_role) -> None:
    body = as_role(Role.ANALYST).get(reverse("quality")).content.decode()

    assert reverse("patterns") in body
    assert reverse("monitors") not in body


def test_it_asks_no_more_than_any_page(as_role, django_assert_max_num_queries) -> None:
    client = as_role(Role.IRO)

    with django_assert_max_num_queries(6):
        client.get(reverse("quality"))
