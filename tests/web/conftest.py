"""A service to ask pages of: plain static files, work done in front of the page, and an invented small world."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.db import transaction
from django.test import Client, override_settings

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.reviews.models import Review
from tests.builders import care, people, reviews

#: the day the pages speak of in tests
TODAY = date(2017, 3, 31)


def plain(folder: Path) -> dict[str, Any]:
    """The settings of a service that is asked pages of."""
    (folder / "static").mkdir()
    return {
        "STATIC_ROOT": folder / "static",
        "MEDIA_ROOT": folder / "uploads",
        "STORAGES": {
            **configured.STORAGES,
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        "INTAKE_IN_BACKGROUND": False,
        "DEMONSTRATION": True,
        "TODAY": TODAY,
    }


@pytest.fixture(autouse=True)
def _plain_service(settings, tmp_path: Path) -> None:
    for name, value in plain(tmp_path).items():
        setattr(settings, name, value)


@dataclass(frozen=True)
class World:
    """Alice is Sam's to review and Jo's to work with; Benedict is nobody's. One user for each role.

    Tests say that his name is not on a page, so it is too long to stand in a form's token by chance.
    """

    alice: Child
    benedict: Child
    review: Review
    users: dict[Role, User]
    tickets: dict[Role, SimpleCookie]

    def client(self, role: Role) -> Client:
        """A browser in which somebody of a role signed in before: for the tests that open every address."""
        client = Client()
        client.cookies = SimpleCookie({name: each.value for name, each in self.tickets[role].items()})
        return client


@pytest.fixture
def world(db) -> World:
    return made()


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The small world made once for a whole file. What a test changes is undone after it, and all after the last.

    For files that ask hundreds of addresses of one world, where making it anew each time takes longer than asking.
    """
    service = override_settings(**plain(tmp_path_factory.mktemp("service")))
    with service, django_db_blocker.unblock(), transaction.atomic():
        yield made()
        transaction.set_rollback(True)


def made() -> World:
    alice = care.in_care(date(2016, 5, 2), people.child("Alice Arden"))
    benedict = care.in_care(
        date(2016, 11, 7), people.child("Benedict Birch", born=date(2010, 11, 30), sex="M")
    )
    review = reviews.review(alice, date(2016, 5, 27))
    users = {role: people.user(role, name=f"Sam {role.label}") for role in Role}
    people.allocated(alice, people.worker("Sam Fielding", users[Role.IRO]))
    jo = people.worker("Jo Reed", users[Role.SOCIAL_WORKER])
    jo.manager = people.worker("Pat Hollis", users[Role.TEAM_MANAGER])
    jo.save()
    people.allocated(alice, jo, AllocationRole.SOCIAL_WORKER)
    tickets = {}
    for role, user in users.items():
        client = Client()
        client.force_login(user)
        tickets[role] = client.cookies
    return World(alice, benedict, review, users, tickets)


@pytest.fixture
def as_role(world: World) -> Callable[[Role], Client]:
    """A browser in which somebody of a role is signed in."""

    def signed_in(role: Role) -> Client:
        client = Client()
        client.force_login(world.users[role])
        return client

    return signed_in
