"""How many wrong passwords close the door, and for whom: three limits counted side by side."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Q, QuerySet, Sum
from django.http import HttpRequest
from django.utils import timezone

#: name of a limit, as the diary has it -> the setting that holds it
LIMITS = {
    "user_and_address": "SIGN_IN_TRIES",
    "user": "SIGN_IN_TRIES_PER_USER",
    "address": "SIGN_IN_TRIES_PER_ADDRESS",
}


def address_of(request: HttpRequest) -> str | None:
    """The network address a request comes from: what the last trusted proxy says, or the connection itself.

    Each of PROXIES appends to X-Forwarded-For the address it was called from. What stands further left was written
    by the caller, who may write anything.
    """
    direct = request.META.get("REMOTE_ADDR") or None
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if settings.PROXIES < 1 or len(told) < settings.PROXIES:
        return direct
    try:
        return str(ip_address(told[-settings.PROXIES].strip()))
    except ValueError:
        return direct


def limit_reached(request: HttpRequest, username: str) -> str:
    """Which limit this request has reached, the widest first; blank when none."""
    counted = _counted(request, username)
    reached = (name for name in reversed(LIMITS) if counted[name] >= getattr(settings, LIMITS[name]))
    return next(reached, "")


class Limits(AxesDatabaseHandler):
    """Counts wrong passwords per name and address, per name wherever from, and per address whichever name."""

    def is_locked(self, request: HttpRequest, credentials: dict | None = None) -> bool:
        return bool(limit_reached(request, _name(credentials)))

    def get_failures(self, request: HttpRequest, credentials: dict | None = None) -> int:
        """The count, where it has reached its limit at least AXES_FAILURE_LIMIT: that is where axes shuts the door."""
        username = _name(credentials)
        pair = _counted(request, username)["user_and_address"]
        return max(pair, settings.AXES_FAILURE_LIMIT) if limit_reached(request, username) else pair

    def reset_user_attempts(self, request: HttpRequest, credentials: dict | None = None) -> int:
        """Somebody signed in: their own slips are forgotten.

        Not those of the whole address nor those for their name from elsewhere: else one account of one's own, or
        the person's next visit, would wipe away what a guesser did.
        """
        return _of_pair(request, _name(credentials)).delete()[0]


def _counted(request: HttpRequest, username: str) -> dict[str, int]:
    lately = AccessAttempt.objects.filter(attempt_time__gte=timezone.now() - settings.SIGN_IN_CLOSED_FOR)
    from_here, of_user = Q(ip_address=request.axes_ip_address), Q(username=username)
    found = lately.filter(from_here | of_user).aggregate(
        user_and_address=Sum("failures_since_start", filter=from_here & of_user),
        user=Sum("failures_since_start", filter=of_user),
        address=Sum("failures_since_start", filter=from_here),
    )
    return {name: found[name] or 0 for name in LIMITS}


def _of_pair(request: HttpRequest, username: str) -> QuerySet[AccessAttempt]:
    return AccessAttempt.objects.filter(ip_address=request.axes_ip_address, username=username)


def _name(credentials: dict[str, Any] | None) -> str:
    return (credentials or {}).get("username") or ""
