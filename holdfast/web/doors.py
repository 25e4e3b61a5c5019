"""Who may open a page, said once on the view. Which records they see in it is settled below, in the queries."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_may, may

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def needs(*permissions: Permission) -> Callable[[View[P]], View[P]]:
    """The view opens for roles with this permission, or one of these; others read in words why it does not."""

    def wrap(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not any(may(request.user, each) for each in permissions):
                check_may(request.user, permissions[0])
            return view(request, *args, **kwargs)

        return guarded

    return wrap
