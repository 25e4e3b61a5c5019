"""People who sign in: who they are, what they may do, and giving or taking their way in."""

from __future__ import annotations

from uuid import UUID

from axes.utils import reset
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access import actions
from holdfast.casework.access.models import User
from holdfast.casework.access.passwords import made_password
from holdfast.casework.access.roles import Permission, Role
from holdfast.casework.access.rules import LastManager, OwnAccount, may
from holdfast.casework.notices.actions import revoke_feed
from holdfast.casework.notices.queries import feed_of
from holdfast.casework.people import actions as people
from holdfast.casework.people.queries import accounts, iros_children, workers_without_account
from holdfast.casework.people.rules import AlreadySignsIn
from holdfast.web.accounts import demo_passwords
from holdfast.web.accounts.forms import NewAccountForm, PasswordForm, RoleForm
from holdfast.web.accounts.presenters import Account
from holdfast.web.children.filters import ALL, Filters
from holdfast.web.doors import needs
from holdfast.web.listing import listing
from holdfast.web.page import Page
from holdfast.web.today import today

LIST = ("People who sign in", "accounts")


@require_safe
@needs(Permission.MANAGE_USERS)
def accounts_list(request: HttpRequest) -> HttpResponse:
    """Everybody with an account, those who may sign in first."""
    number = request.GET.get("page", "1")
    page = int(number) if number.isdecimal() and 0 < int(number) < 100_000 else 1
    rows = [Account(user) for user in accounts()]
    context = {
        "page": Page.under("People who sign in", "accounts"),
        "listing": listing(rows, page, lambda n: f"?page={n}"),
        "closed": sum(not row.user.is_active for row in rows),
    }
    return render(request, "accounts/accounts.html", context)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.MANAGE_USERS)
def new(request: HttpRequest) -> HttpResponse:
    """Give somebody a sign-in; a password that was made for them is shown this once."""
    form = NewAccountForm(workers_without_account(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        secret = given["password"] or made_password()
        try:
            user = people.give_sign_in(
                username=given["username"],
                name=given["name"],
                role=Role(given["role"]),
                password=secret,
                worker=given["worker"],
                by=request.user,
            )
        except ValidationError as refusal:
            form.refuse(refusal)
        except AlreadySignsIn as refusal:
            form.add_error("worker", str(refusal))
        else:
            return _tell(request, user, f"{user.name} can sign in", secret, typed=bool(given["password"]))
    context = {"page": Page.under("Add somebody", "accounts", LIST), "form": form}
    return render(request, "accounts/new.html", context, status=400 if form.errors else 200)


@require_safe
@needs(Permission.MANAGE_USERS)
def one(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """One account, and what can be done with it."""
    return _one(request, _user(user_id))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.MANAGE_USERS)
def role(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Give somebody another role."""
    user = _user(user_id)
    form = RoleForm(user, workers_without_account(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        wanted = Role(form.cleaned_data["role"])
        try:
            if wanted != user.role:
                people.give_role(
                    user=user, role=wanted, worker=form.cleaned_data.get("worker"), by=request.user
                )
        except LastManager as refusal:
            form.add_error("role", str(refusal))
        except AlreadySignsIn as refusal:
            form.add_error("worker", str(refusal))
        else:
            messages.success(request, f"Saved. The role of {user.name} is {user.get_role_display()}.")
            own = user.pk == request.user.pk and not may(user, Permission.MANAGE_USERS)
            return redirect("home") if own else redirect("accounts_one", user_id)
    context = {
        "page": Page.under("Change the role", "accounts", LIST, (user.name, _address(user))),
        "account": Account(user),
        "form": form,
    }
    return render(request, "accounts/role.html", context, status=400 if form.errors else 200)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.MANAGE_USERS)
def password(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Another password for somebody who lost theirs; one's own is changed on a page that asks for the old one."""
    user = _user(user_id)
    if user.pk == request.user.pk:
        return redirect("own_password")
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and demo_passwords.stays(request, user):
        return redirect("accounts_one", user_id)
    if request.method == "POST" and form.is_valid():
        secret = form.cleaned_data["password"] or made_password()
        try:
            actions.set_password(user=user, password=secret, by=request.user)
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            reset(
                username=user.username
            )  # the door that was shut after wrong passwords opens for the new one
            title = f"{user.name} has a new password"
            return _tell(request, user, title, secret, typed=bool(form.cleaned_data["password"]))
    context = {
        "page": Page.under("Set a new password", "accounts", LIST, (user.name, _address(user))),
        "account": Account(user),
        "form": form,
    }
    return render(request, "accounts/password.html", context, status=400 if form.errors else 200)


@require_POST
@needs(Permission.MANAGE_USERS)
def close(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Close an account: whoever is signed in with it is signed out with their next page."""
    user = _user(user_id)
    try:
        actions.close_account(user=user, by=request.user)
    except (OwnAccount, LastManager) as refusal:
        return _one(request, user, str(refusal))
    messages.success(request, f"The account of {user.name} is closed. What they did stays on record.")
    return redirect("accounts_one", user_id)


@require_POST
@needs(Permission.MANAGE_USERS)
def reopen(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Let somebody in again."""
    user = _user(user_id)
    actions.reopen_account(user=user, by=request.user)
    messages.success(request, f"{user.name} may sign in again, with the password they had.")
    return redirect("accounts_one", user_id)


@require_POST
@needs(Permission.MANAGE_USERS)
def end_calendar(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """End somebody's calendar feed: its address, wherever it got to, opens nothing any more."""
    user = _user(user_id)
    revoke_feed(user=user, by=request.user)
    messages.success(
        request, f"The calendar feed of {user.name} is ended. Its address opens nothing any more."
    )
    return redirect("accounts_one", user_id)


def _one(request: HttpRequest, user: User, refusal: str = "") -> HttpResponse:
    account = Account(user)
    theirs = Filters(care=ALL, iro=str(user.worker.public_id)).with_() if account.worker else ""
    context = {
        "children": iros_children(user, today(request)),
        "theirs": theirs,
        "page": Page.under(user.name, "accounts", LIST),
        "account": account,
        "is_own": user.pk == request.user.pk,
        "refusal": refusal,
        "feed": feed_of(user),
    }
    return render(request, "accounts/one.html", context, status=400 if refusal else 200)


def _tell(request: HttpRequest, user: User, title: str, secret: str, *, typed: bool) -> HttpResponse:
    """The page with a password that was made; one that was typed is known to who typed it."""
    if typed:
        messages.success(request, f"{title}.")
        return redirect("accounts_one", user.public_id)
    context = {"page": Page.under(title, "accounts", LIST), "account": Account(user), "secret": secret}
    return render(request, "accounts/told_once.html", context)


def _user(user_id: UUID) -> User:
    return get_object_or_404(accounts(), public_id=user_id)


def _address(user: User) -> str:
    return reverse("accounts_one", args=[user.public_id])
