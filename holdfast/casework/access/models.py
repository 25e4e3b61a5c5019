"""People who sign in."""

from __future__ import annotations

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from holdfast.casework.audit.mutability import Changeable

from .roles import Role


class UserManager(BaseUserManager):
    def create_user(self, username: str, *, name: str, role: Role | str, password: str | None = None) -> User:
        """A new user; without a password nobody can sign in as them until one is set."""
        user = self.model(username=username, name=name, role=role)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, Changeable):
    """Somebody who signs in: a name to sign in with, a name to show, and one role."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    username = models.CharField("user name", max_length=150, unique=True)
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=20, choices=Role)
    is_active = models.BooleanField("may sign in", default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name", "role"]

    class Meta:
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_role_is_in_the_list"),
            models.CheckConstraint(condition=~models.Q(username=""), name="user_has_a_user_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name
