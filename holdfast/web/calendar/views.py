"""One's own calendar feed: made, told once, revoked; and the feed itself, which a calendar program reads."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.notices import actions
from holdfast.casework.notices.actions.feeds import NoSuchFeed
from holdfast.casework.notices.queries import feed_of
from holdfast.casework.people.queries import note_shown
from holdfast.web.calendar.events import as_ical, entries_of
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.HOLD_REVIEWS)
def calendar(request: HttpRequest) -> HttpResponse:
    """Make a feed, make it anew, or revoke it. Its address is shown in the answer that makes it and nowhere else."""
    address = ""
    if request.method == "POST":
        do = request.POST.get("do")
        if do == "revoke":
            actions.revoke_feed(by=request.user)
            messages.success(request, "The feed is revoked. Its address opens nothing any more.")
            return redirect("calendar")
        if do != "make":
            raise BadRequest
        secret = actions.make_feed(by=request.user)
        address = request.build_absolute_uri(reverse("calendar_feed", args=[secret]))
    context = {
        "page": Page.under("Your calendar", "home"),
        "feed": feed_of(request.user),
        "address": address,
    }
    return render(request, "calendar/calendar.html", context)


@login_not_required
@require_safe
@transaction.atomic
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar of whoever made this address. A calendar program cannot sign in: the address is the key.

    One that was revoked, or of somebody who may no longer sign in, is not there.
    """
    try:
        found = actions.read_feed(secret=secret)
    except NoSuchFeed:
        raise Http404 from None
    entries, children = entries_of(found.user, today(request))
    note_shown(to=found.user, verb="feed.read", children=children)
    answer = HttpResponse(
        as_ical(entries, _absolute, timezone.now()), content_type="text/calendar; charset=utf-8"
    )
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _absolute(address: str) -> str:
    return settings.SERVICE_ADDRESS.rstrip("/") + address
