"""The passwords of the demonstration stand on its front page, so they stay what they are."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest

from holdfast.casework.access.models import User
from holdfast.demo.sign_ins import SIGN_INS
from holdfast.web.demonstration import is_demonstration


def stays(request: HttpRequest, user: User) -> bool:
    """Whether this is a sign-in of the demonstration; if so, the next page says why nothing was changed."""
    if not is_demonstration(request) or user.username not in {one.username for one in SIGN_INS}:
        return False
    messages.info(
        request,
        "In the demonstration this password stays as it is, because the front page tells it to everybody. "
        "Add somebody of your own to try it.",
    )
    return True
