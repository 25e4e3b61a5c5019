"""Questions about the people who sign in."""

from __future__ import annotations

from django.db import models

from .models import User
from .roles import Role


def active_users(role: Role | None = None) -> models.QuerySet[User]:
    """Those who may sign in, by name; of one role if given."""
    users = User.objects.filter(is_active=True).order_by("name", "id")
    return users if role is None else users.filter(role=role)
