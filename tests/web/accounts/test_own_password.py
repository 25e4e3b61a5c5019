"""Everybody changes their own password."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from tests.builders import people

NEW = "seven quiet herons"


def given(**changed: str) -> dict[str, str]:
    return {"current": people.PASSWORD, "password": NEW, "again": NEW, **changed}


@pytest.mark.parametrize("role", list(Role))
def test_everybody_changes_their_own_and_stays_signed_in(role: Role, as_role, world):
    client = as_role(role)

    response = client.post(reverse("own_password"), given(), follow=True)

    world.users[role].refresh_from_db()
    assert world.users[role].check_password(NEW)
    assert "Your password is changed" in response.content.decode()
    assert client.get("/").status_code == 200


def test_wherever_else_they_were_signed_in_they_are_out(as_role, world):
    elsewhere = Client()
    elsewhere.force_login(world.users[Role.IRO])

    as_role(Role.IRO).post(reverse("own_password"), given())

    assert elsewhere.get("/").status_code == 302


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"current": "not the pass phrase"}, "This is not the password you signed in with"),
        ({"again": "another one entirely"}, "The two new passwords differ"),
        ({"password": "short", "again": "short"}, "at least 12 characters"),
        ({"password": ""}, "Enter a new password"),
    ],
)
def test_a_wrong_answer_is_said_and_changes_nothing(wrong, sentence, as_role, world):
    response = as_role(Role.IRO).post(reverse("own_password"), given(**wrong))

    world.users[Role.IRO].refresh_from_db()
    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert world.users[Role.IRO].check_password(people.PASSWORD)
