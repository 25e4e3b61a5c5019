"""What holds for every page: nothing kept by the browser, no device asked for, and an end to every session."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.people.queries import NotYours
from holdfast.web import waiting
from holdfast.web.about.views import forbidden, not_found
from holdfast.web.signin import diary

Next = Callable[[HttpRequest], HttpResponse]

#: The session remembers the last page to the minute, so that reading pages does not write to the database each time.
REMEMBER_EVERY_SECONDS = 60
LAST_SEEN = "last_seen"
#: When the person signed in. Never renewed: a session ends a working day later, however busy it is.
SIGNED_IN_AT = "signed_in_at"
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


def no_nul(answer: Next) -> Next:
    """Refuse an address with a NUL in it: no page of ours makes one, and PostgreSQL takes none in a text."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest
        return answer(request)

    return middleware


def session_end(answer: Next) -> Next:
    """Sign a person out who asked for no page for a while, or who signed in a working day ago.

    Both SESSION_IDLE_SECONDS and SESSION_LONGEST_SECONDS; they come back to the page they wanted.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return answer(request)
        now = int(time.time())
        last = request.session.get(LAST_SEEN, now)
        began = request.session.setdefault(SIGNED_IN_AT, now)
        if now - last > settings.SESSION_IDLE_SECONDS:
            minutes = settings.SESSION_IDLE_SECONDS // 60
            return _signed_out(request, "idle", f"no page was opened for {minutes} minutes")
        if now - began > settings.SESSION_LONGEST_SECONDS:
            hours = settings.SESSION_LONGEST_SECONDS // 3600
            return _signed_out(request, "ten_hours", f"you signed in {hours} hours ago")
        if now - last > REMEMBER_EVERY_SECONDS or LAST_SEEN not in request.session:
            request.session[LAST_SEEN] = now
        return answer(request)

    return middleware


def _signed_out(request: HttpRequest, because: str, reason: str) -> HttpResponse:
    diary.signed_out(request.user, because)
    logout(request)
    messages.info(request, f"You were signed out because {reason}. Sign in and you are back where you were.")
    return redirect_to_login(request.get_full_path() if request.method == "GET" else _form_page(request))


def _form_page(request: HttpRequest) -> str:
    """The page whose form was sent: there what was typed is offered back. The first page where it is not known."""
    came_from = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(
        came_from, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return urlsplit(came_from).path or "/" if ours else "/"


class RefusalsInWords:
    """What the rules refuse becomes a page that says so, wherever below the views it was refused."""

    def __init__(self, answer: Next) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if waiting.is_held(exception):
            return waiting.busy(request)
        if not isinstance(exception, NotAllowed | NotYours):
            return None
        diary.access_refused(request, exception)
        answer = forbidden if isinstance(exception, NotAllowed) else not_found
        return answer(request, exception)
