"""Who came in, who was turned away, and who went: the rows that signing in leaves in the diary.

Never the name that was typed: people type their password into the wrong field. A user is named by id, a stranger
not at all.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from holdfast.casework.access.models import User
from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import NotYours


def signed_in(user: User) -> None:
    record(by=user, verb="user.signed_in", subject=user)


def signed_out(user: User, because: str = "asked") -> None:
    """``because``: asked, idle (no page for too long) or ten_hours (signed in for a working day)."""
    record(by=user, verb="user.signed_out", subject=user, detail={"because": because})


def sign_in_failed(username: str) -> None:
    """A wrong password. The subject is the user whose name was typed, if there is one."""
    record(by=None, verb="user.sign_in_failed", subject=_user(username), detail={"signed_in": False})


def locked_out(username: str, limit: str) -> None:
    """The try that closed the door; ``limit`` says which of the limits was reached."""
    detail = {"signed_in": False, "limit": limit}
    record(by=None, verb="user.locked_out", subject=_user(username), detail=detail)


def access_refused(request: HttpRequest, refusal: Exception) -> None:
    """A page that is not part of the person's work, or a child who is not among theirs. Holds the ids asked for."""
    user = getattr(request, "user", None)
    by = user if user is not None and user.is_authenticated else None
    match = request.resolver_match
    asked_for = (
        {key: str(value) for key, value in match.kwargs.items() if isinstance(value, UUID)} if match else {}
    )
    detail = {"page": match.url_name if match else None, **asked_for}
    if by is None:
        detail["signed_in"] = False
    record(
        by=by, verb="access.refused", subject=Child if isinstance(refusal, NotYours) else User, detail=detail
    )


def _user(username: str) -> User | type[User]:
    return User.objects.filter(username=username.replace("\0", "")).first() or User
