"""The sign-ins of the demonstration, one for each role. They open invented records only, and everyone may know them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SignIn:
    """A user name and a password, and whose chair they take: ``member`` is the key of a member of the demo's staff."""

    role: str
    username: str
    password: str
    member: str


SIGN_INS = (
    SignIn("iro", "iro", "demo-reviewing-officer", "iro-1"),
    SignIn("iro_manager", "manager", "demo-iro-manager", "iro_manager-1"),
    SignIn("business_support", "support", "demo-business-support", "business_support-1"),
    SignIn("social_worker", "worker", "demo-social-worker", "social_worker-1"),
    SignIn("team_manager", "teammanager", "demo-team-manager", "team_manager-1"),
    SignIn("senior_manager", "servicemanager", "demo-service-manager", "senior_manager-1"),
    SignIn("analyst", "analyst", "demo-analyst", "analyst-1"),
    SignIn("board_reader", "board", "demo-board-reader", "board_reader-1"),
)


def are_present() -> bool:
    """Whether this database holds the demo authority: every one of its sign-ins is there."""
    from holdfast.casework.access.models import User

    names = [one.username for one in SIGN_INS]
    return User.objects.filter(username__in=names).count() == len(names)
