"""Invented people: children, workers, and those who sign in."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from django.contrib.auth.hashers import make_password

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Allocation, AllocationRole, Child, Worker

_numbers = count(1)

PASSWORD = "an invented pass phrase"


def child(name: str = "Alice Arden", **facts: Any) -> Child:
    """A child born on 1 May 2005, a girl, unless told otherwise."""
    standard = {"number": f"C{next(_numbers):05}", "born": date(2005, 5, 1), "sex": "F", "ethnicity": "WBRI"}
    return Child.objects.create(**{**standard, "name": name, **facts})


def user(role: Role = Role.IRO_MANAGER, name: str = "Morgan Vale", **facts: Any) -> User:
    """Somebody who signs in with PASSWORD; the user name is made up.

    Written at once: nearly every test has some, and what is invented here needs no checking.
    """
    standard = {"username": f"user{next(_numbers)}", "password": make_password(PASSWORD)}
    return User.objects.create(**{**standard, "name": name, "role": role, **facts})


def worker(name: str = "Robin Ash", user: User | None = None) -> Worker:
    return Worker.objects.create(name=name, user=user)


def allocated(
    child: Child,
    worker: Worker,
    role: AllocationRole = AllocationRole.IRO,
    starts: date = date(2016, 4, 1),
    ends: date | None = None,
) -> Allocation:
    """The worker is responsible for the child since 1 April 2016."""
    return Allocation.objects.create(child=child, worker=worker, role=role, starts=starts, ends=ends)


def iro_of(*children: Child) -> User:
    """An Independent Reviewing Officer to whom just these children are allocated."""
    iro = user(Role.IRO, name="Sam Fielding")
    own = worker("Sam Fielding", iro)
    for each in children:
        allocated(each, own)
    return iro
