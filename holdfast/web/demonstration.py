"""Whether this service shows the demo authority, and whose chairs a newcomer may try."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from holdfast.casework.access.roles import SENTENCES, Role
from holdfast.demo import sign_ins


@dataclass(frozen=True)
class DemoSignIn:
    title: str
    sentence: str
    username: str
    password: str


def is_demonstration() -> bool:
    """Whether the demo flag is set and the demo sign-ins are in the database."""
    return settings.DEMONSTRATION and sign_ins.are_present()


def demo_sign_ins() -> list[DemoSignIn]:
    """One sign-in for each role, or none where this is not a demonstration."""
    if not is_demonstration():
        return []
    return [
        DemoSignIn(Role(one.role).label, SENTENCES[Role(one.role)], one.username, one.password)
        for one in sign_ins.SIGN_INS
    ]
