"""A page does not wait for ever while a return is being loaded: it says so, and when to try again.

SQLite has one pen. An import holds it until all of it is in the record, and whoever opens a child's page needs it to
write that down in the diary. So the page waits a little and then says why it is not there; it is never shown
unrecorded.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

#: How long a page waits for the pen. Commands and imports wait longer (`timeout` in the settings).
SECONDS_A_PAGE_WAITS = 5
#: What browsers and programs are told to wait before they ask again.
TRY_AGAIN_AFTER_SECONDS = 10
_HELD = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def waits_briefly(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: this request's connection gives up after SECONDS_A_PAGE_WAITS."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            connection.connection.execute(f"PRAGMA busy_timeout = {SECONDS_A_PAGE_WAITS * 1000}")
        return answer(request)

    return middleware


def is_held(error: BaseException | None) -> bool:
    """Whether this is SQLite saying that somebody else has the pen."""
    code = getattr(error.__cause__, "sqlite_errorcode", 0) if isinstance(error, OperationalError) else 0
    return code & 0xFF in _HELD  # the lower byte; the upper ones tell in which way


def busy(request: HttpRequest) -> HttpResponse:
    """Drawn without the database: it is what we could not wait for."""
    sent = request.method not in ("GET", "HEAD")
    response = render(None, "about/503.html", {"sent": sent}, status=503)
    response.headers["Retry-After"] = str(TRY_AGAIN_AFTER_SECONDS)
    return response
