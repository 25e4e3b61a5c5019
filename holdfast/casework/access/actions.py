"""Changes of who may sign in and as what."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from holdfast.casework.audit.actions import record

from .models import User
from .roles import Permission, Role
from .rules import check_by


@transaction.atomic
def add_user(*, username: str, name: str, role: Role, password: str | None = None, by: Any) -> User:
    """Give somebody a sign-in. Raises ValidationError when the name is taken or the role is not in the list."""
    check_by(by, Permission.MANAGE_USERS)
    user = User.objects.create_user(username, name=name, role=role, password=password)
    record(by=by, verb="user.added", subject=user, detail={"role": str(role)})
    return user


@transaction.atomic
def change_role(*, user: User, role: Role, by: Any) -> None:
    """Give a user another role."""
    check_by(by, Permission.MANAGE_USERS)
    before, user.role = user.role, Role(role)
    user.save(update_fields=["role"])
    record(by=by, verb="user.role_changed", subject=user, detail={"from": str(before), "to": str(role)})


@transaction.atomic
def close_account(*, user: User, by: Any) -> None:
    """Nobody can sign in as this user any more; what they did stays on record."""
    check_by(by, Permission.MANAGE_USERS)
    user.is_active = False
    user.save(update_fields=["is_active"])
    record(by=by, verb="user.closed", subject=user)
