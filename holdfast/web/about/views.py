"""Pages about the service itself, and what it says when something goes wrong."""

from __future__ import annotations

import sys

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.web import waiting
from holdfast.web.page import Page


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    page = (
        Page.under("Accessibility statement", "")
        if request.user.is_authenticated
        else Page("Accessibility statement")
    )
    return render(request, "about/accessibility.html", {"page": page})


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    title = "Privacy and cookies"
    page = Page.under(title, "") if request.user.is_authenticated else Page(title)
    context = {
        "page": page,
        "session_cookie": settings.SESSION_COOKIE_NAME,
        "form_cookie": settings.CSRF_COOKIE_NAME,
    }
    return render(request, "about/privacy.html", context)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    page = Page("The service could not read what was sent")
    return render(request, "about/400.html", {"page": page}, status=400)


@login_not_required
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from a session that has ended since, or a browser that takes no cookies."""
    return render(
        request, "about/form_expired.html", {"page": Page("This form can no longer be sent")}, status=403
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(
        request,
        "about/403.html",
        {"page": Page("This page is not part of your work"), "reason": str(exception)},
        status=403,
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "about/404.html", {"page": Page("There is nothing at this address")}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Drawn without the database: it may be what failed, or (when a session is written) what we waited for."""
    if waiting.is_held(sys.exception()):
        return waiting.busy(request)
    return render(None, "about/500.html", status=500)
