"""Changes of who may sign in and as what."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from holdfast.casework.audit.actions import record

from .models import User
from .roles import PERMISSIONS, Permission, Role
from .rules import check_by, check_may_close, check_may_set_password, check_others_manage, check_password


@transaction.atomic
def add_user(*, username: str, name: str, role: Role, password: str | None = None, by: Any) -> User:
    """Give somebody a sign-in. Raises ValidationError when the name is taken or the role is not in the list."""
    check_by(by, Permission.MANAGE_USERS)
    user = User.objects.create_user(username, name=name, role=role, password=password)
    record(by=by, verb="user.added", subject=user, detail={"role": str(role)})
    return user


@transaction.atomic
def change_role(*, user: User, role: Role, by: Any) -> None:
    """Give a user another role. Raises LastManager when nobody would be left to give people their sign-in."""
    check_by(by, Permission.MANAGE_USERS)
    if Permission.MANAGE_USERS not in PERMISSIONS[Role(role)]:
        check_others_manage(user)
    before, user.role = user.role, Role(role)
    user.save(update_fields=["role"])
    record(by=by, verb="user.role_changed", subject=user, detail={"from": str(before), "to": str(role)})


@transaction.atomic
def set_password(*, user: User, password: str, by: Any) -> None:
    """Another password; whoever is signed in as this user with the old one is signed out.

    Raises ValidationError when it is easy to guess.
    """
    check_may_set_password(by, user)
    check_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    record(by=by, verb="user.password_set", subject=user)


@transaction.atomic
def close_account(*, user: User, by: Any) -> None:
    """Nobody can sign in as this user any more, and who is, is signed out; what they did stays on record.

    Raises OwnAccount or LastManager.
    """
    check_may_close(by, user)
    user.is_active = False
    user.save(update_fields=["is_active"])
    record(by=by, verb="user.closed", subject=user)


@transaction.atomic
def reopen_account(*, user: User, by: Any) -> None:
    """The user may sign in again, in the role and with the password they had."""
    check_by(by, Permission.MANAGE_USERS)
    user.is_active = True
    user.save(update_fields=["is_active"])
    record(by=by, verb="user.reopened", subject=user)
