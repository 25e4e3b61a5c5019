"""Doing what a form asks for; what the rules refuse becomes the form's errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone


def attempt(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Whether it was done. Nothing has changed when it was not."""
    try:
        with transaction.atomic():
            act()
    except ValidationError as refusal:
        told = (
            refusal.message_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: refusal.messages}
        )
        for field, sentences in told.items():
            form.add_error(field if field in form.fields else None, sentences)
        return False
    return True


def clock() -> str:
    """“14:32”."""
    return f"{timezone.localtime():%H:%M}"
