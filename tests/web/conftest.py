"""A service to ask pages of: plain static files, work done in front of the page, and an invented small world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.reviews.models import Review
from tests.builders import care, people, reviews

#: the day the pages speak of in tests
TODAY = date(2017, 3, 31)


@pytest.fixture(autouse=True)
def _plain_service(settings, tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    settings.STATIC_ROOT = tmp_path / "static"
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.INTAKE_IN_BACKGROUND = False
    settings.DEMONSTRATION = True
    settings.TODAY = TODAY


@dataclass(frozen=True)
class World:
    """Alice is Sam's to review and Jo's to work with; Bob is nobody's. One user for each role."""

    alice: Child
    bob: Child
    review: Review
    users: dict[Role, User]


@pytest.fixture
def world(db) -> World:
    alice = care.in_care(date(2016, 5, 2), people.child("Alice Arden"))
    bob = care.in_care(date(2016, 11, 7), people.child("Bob Birch", born=date(2010, 11, 30), sex="M"))
    review = reviews.review(alice, date(2016, 5, 27))
    users = {role: people.user(role, name=f"Sam {role.label}") for role in Role}
    people.allocated(alice, people.worker("Sam Fielding", users[Role.IRO]))
    jo = people.worker("Jo Reed", users[Role.SOCIAL_WORKER])
    jo.manager = people.worker("Pat Hollis", users[Role.TEAM_MANAGER])
    jo.save()
    people.allocated(alice, jo, AllocationRole.SOCIAL_WORKER)
    return World(alice, bob, review, users)


@pytest.fixture
def as_role(world: World) -> Callable[[Role], Client]:
    """A browser in which somebody of a role is signed in."""

    def signed_in(role: Role) -> Client:
        client = Client()
        client.force_login(world.users[role])
        return client

    return signed_in
