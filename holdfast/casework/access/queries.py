"""Questions about the people who sign in."""

from __future__ import annotations

from django.db import models

from .models import User
from .roles import PERMISSIONS, Permission, Role


def active_users(role: Role | None = None) -> models.QuerySet[User]:
    """Those who may sign in, by name; of one role if given."""
    users = User.objects.filter(is_active=True).order_by("name", "id")
    return users if role is None else users.filter(role=role)


def users() -> models.QuerySet[User]:
    """Everybody with an account: first those who may sign in, by name."""
    return User.objects.order_by("-is_active", "name", "id")


def who_manage_users() -> models.QuerySet[User]:
    """Those who may sign in and give others their sign-in."""
    roles = [role for role in Role if Permission.MANAGE_USERS in PERMISSIONS[role]]
    return User.objects.filter(is_active=True, role__in=roles)
