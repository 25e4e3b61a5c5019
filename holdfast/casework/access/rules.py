"""What a person may do. `may` asks; `check_may` raises."""

from __future__ import annotations

from typing import Any

from .roles import PERMISSIONS, Permission, Role


class NotAllowed(Exception):
    """The person's role does not include this."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission
        super().__init__(
            f"Your role does not let you {permission.value}. Ask your IRO manager if you need to."
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
