"""What a person may do. `may` asks; `check_may` raises."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from .models import User
from .queries import who_manage_users
from .roles import PERMISSIONS, Permission, Role


class NotAllowed(Exception):
    """The person's role does not include this."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission
        super().__init__(
            f"Your role does not let you {permission.value}. Ask your IRO manager if you need to."
        )


class OwnAccount(Exception):
    """Somebody tried to close the account they are signed in with."""

    def __init__(self) -> None:
        super().__init__(
            "You cannot close the account you are signed in with. Another manager can close it for you."
        )


class LastManager(Exception):
    """After this nobody could give people their sign-in any more."""

    def __init__(self, user: User) -> None:
        super().__init__(
            f"{user.name} is the only one who can give people their sign-in. "
            f"Make somebody else {Role.IRO_MANAGER.label} first."
        )


def may(user: Any, permission: Permission) -> bool:
    """Whether the user's role includes the permission. Nobody signed in, or a closed account: no."""
    if user is None or not getattr(user, "is_authenticated", False) or not user.is_active:
        return False
    return permission in PERMISSIONS[Role(user.role)]


def check_may(user: Any, permission: Permission) -> None:
    """Raises NotAllowed unless `may`."""
    if not may(user, permission):
        raise NotAllowed(permission)


def check_by(by: Any, permission: Permission) -> None:
    """The same for the `by` of an action, where None is the command line of this machine, which may do everything."""
    if by is not None:
        check_may(by, permission)


def check_may_close(by: Any, user: User) -> None:
    """Raises NotAllowed; OwnAccount for one's own account; LastManager when nobody would be left to manage users."""
    check_by(by, Permission.MANAGE_USERS)
    if by is not None and by.pk == user.pk:
        raise OwnAccount
    check_others_manage(user)


def check_may_set_password(by: Any, user: User) -> None:
    """One's own password is everybody's to set; another's takes MANAGE_USERS. Raises NotAllowed."""
    if by is None or by.pk != user.pk or not by.is_active:
        check_by(by, Permission.MANAGE_USERS)


def check_others_manage(user: User) -> None:
    """Raises LastManager when this user alone may give people their sign-in.

    The managers are held until the change is written, so that two of them cannot take each other away at once.
    """
    managers = {manager.pk for manager in who_manage_users().select_for_update()}
    if managers == {user.pk}:
        raise LastManager(user)


def check_password(password: str, user: User) -> None:
    """Raises ValidationError with a sentence for each thing that makes the password easy to guess."""
    try:
        validate_password(password, user)
    except ValidationError as refusal:
        raise ValidationError({"password": refusal.messages}) from None
