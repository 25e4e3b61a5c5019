"""A database that is marked as the demonstration, with its sign-ins and nothing else."""

from __future__ import annotations

from holdfast.casework.access.models import User
from holdfast.demo import mark
from holdfast.demo.sign_ins import SIGN_INS


def demonstration() -> dict[str, User]:
    """Mark the records as invented and give every role of the demo its sign-in; role -> user."""
    mark.set_mark(1)
    return {
        one.role: User.objects.create_user(
            one.username, name=f"Invented {one.role}", role=one.role, password=one.password
        )
        for one in SIGN_INS
    }
