"""The front door: what Holdfast is, signing in, signing out, and the door held shut after too many tries."""

from __future__ import annotations

import math

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.web.demonstration import demo_sign_ins
from holdfast.web.page import Page
from holdfast.web.signin import diary
from holdfast.web.signin.forms import SignInForm
from holdfast.web.signin.limits import limit_reached


@sensitive_post_parameters("password")
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Explain the service to a newcomer and let in whom it knows."""
    if request.user.is_authenticated:
        return redirect("home")
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        request.session.clear_expired()  # of everybody: what they searched for goes with their session
        diary.signed_in(form.get_user())
        return redirect(_wanted_page(request))
    if form.is_bound:
        _note_wrong_password(request, form)
    context = {
        "page": Page("The work of an Independent Reviewing Service, held in one place"),
        "form": form,
        "next": request.POST.get("next") or request.GET.get("next", ""),
        "sign_ins": demo_sign_ins(request),
    }
    return render(request, "signin/sign_in.html", context, status=400 if form.errors else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    diary.signed_out(request.user)
    logout(request)
    messages.success(request, "You are signed out.")
    return redirect("sign_in")


def locked_out(request: HttpRequest, *_details: object) -> HttpResponse:
    """Too many wrong passwords: say for how long, and what to do."""
    context = {
        "page": Page("Signing in is closed for a while"),
        "minutes": math.ceil(settings.SIGN_IN_CLOSED_FOR.total_seconds() / 60),
    }
    return render(request, "signin/locked_out.html", context, status=429)


def _note_wrong_password(request: HttpRequest, form: SignInForm) -> None:
    """A row for each wrong password that counts; tries at a door that is shut already leave none."""
    if getattr(request, "axes_failures_since_start", None) is None:
        return
    typed = form.cleaned_data.get("username", "")
    diary.sign_in_failed(typed)
    if request.axes_locked_out:
        diary.locked_out(typed, limit_reached(request, typed))


def _wanted_page(request: HttpRequest) -> str:
    """The page they were on their way to, if it is one of ours."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else reverse("home")
