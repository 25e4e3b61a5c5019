"""What the public may read: up to which count numbers are hidden, and what the rule says of the others."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.publishing.public_rule import (
    LEAST,
    MOST,
    USUAL,
    public_rules,
    public_threshold,
    settle_public_threshold,
)
from holdfast.indicators.publishing.protection import rule
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.refusal import RefusableForm

RULES = ("Rules", "rules")


class ThresholdForm(RefusableForm):
    """Used by everything that is made for the public from now on."""

    threshold = forms.IntegerField(
        label="Hide counts of 1 to",
        help_text=f"From {LEAST} to {MOST}; most councils take 4 or 5",
        error_messages={"required": "Enter a number", "invalid": "Enter a whole number, such as 5"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-2"}),
    )
    reason = forms.CharField(
        label="Why",
        help_text="For those who compare reports later",
        error_messages={"required": "Say why"},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def publishing(request: HttpRequest) -> HttpResponse:
    """The rule in force, what it was before, and the form to change it."""
    now = public_threshold()
    form = ThresholdForm(request.POST or None, initial={"threshold": now})
    if request.method == "POST" and form.is_valid():
        try:
            settle_public_threshold(by=request.user, **form.cleaned_data)
        except ValidationError as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Saved. It holds for everything made for the public from now on.")
            return redirect("rules_publishing")
    context = {
        "page": Page.under("Numbers hidden from the public", "rules", RULES),
        "form": form,
        "now": now,
        "usual": USUAL,
        "rule": rule(now),
        "rules": list(public_rules()),
    }
    return render(request, "rules/publishing.html", context, status=400 if form.errors else 200)
