"""What holds for every page: nothing kept by the browser, no device asked for, and an end to a forgotten session."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.people.queries import NotYours
from holdfast.web.about.views import forbidden, not_found

Next = Callable[[HttpRequest], HttpResponse]

#: The session remembers the last page to the minute, so that reading pages does not write to the database each time.
REMEMBER_EVERY_SECONDS = 60
LAST_SEEN = "last_seen"
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
)


def browser_promises(answer: Next) -> Next:
    """Keep pages out of caches (they are personal) and devices out of reach."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        response.headers.setdefault("Cache-Control", "no-store, private")
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return middleware


def idle_limit(answer: Next) -> Next:
    """Sign a person out who asked for no page for SESSION_IDLE_SECONDS, and bring them back to it afterwards."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return answer(request)
        now = int(time.time())
        last = request.session.get(LAST_SEEN, now)
        if now - last > settings.SESSION_IDLE_SECONDS:
            logout(request)
            minutes = settings.SESSION_IDLE_SECONDS // 60
            messages.info(
                request,
                f"You were signed out because no page was opened for {minutes} minutes. "
                "Sign in and you are back where you were.",
            )
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        if now - last > REMEMBER_EVERY_SECONDS or LAST_SEEN not in request.session:
            request.session[LAST_SEEN] = now
        return answer(request)

    return middleware


class RefusalsInWords:
    """What the rules refuse becomes a page that says so, wherever below the views it was refused."""

    def __init__(self, answer: Next) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotAllowed):
            return forbidden(request, exception)
        return not_found(request, exception) if isinstance(exception, NotYours) else None
