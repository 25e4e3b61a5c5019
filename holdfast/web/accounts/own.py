"""Everybody's own password."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from holdfast.casework.access import actions
from holdfast.web.accounts import demo_passwords
from holdfast.web.accounts.forms import OwnPasswordForm
from holdfast.web.page import Page


@sensitive_post_parameters("current", "password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def own_password(request: HttpRequest) -> HttpResponse:
    """Change the password one signs in with; wherever else one was signed in, one is signed out."""
    form = OwnPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and demo_passwords.stays(request, request.user):
        return redirect("home")
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_password(user=request.user, password=form.cleaned_data["password"], by=request.user)
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            update_session_auth_hash(request, request.user)
            messages.success(
                request, "Your password is changed. Wherever else you were signed in, you are signed out."
            )
            return redirect("home")
    context = {"page": Page.under("Change your password", ""), "form": form}
    return render(request, "accounts/own_password.html", context, status=400 if form.errors else 200)
