"""What an action refused, told beside the fields of the form that asked for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction


def add_refusal(form: forms.Form, refusal: Exception, instead: dict[str, str] | None = None) -> None:
    """A refusal in the form's errors: of a field it has beside that field, of anything else above the form.

    A record's ``manager_id`` is the form's ``manager``. ``instead``: other words for an error of that code.
    """
    if not isinstance(refusal, ValidationError):
        form.add_error(None, str(refusal))
        return
    named = refusal.error_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: [refusal]}
    for field, errors in named.items():
        name = field if field in form.fields else field.removesuffix("_id")
        for error in errors:
            other = (instead or {}).get(getattr(error, "code", None) or "")
            form.add_error(name if name in form.fields else None, other or error.messages)


def attempt(form: forms.Form, act: Callable[[], Any], *also: type[Exception]) -> bool:
    """Whether it was done; nothing has changed when it was not, and the form says why.

    Besides ValidationError, exceptions of the kinds ``also`` are refusals told to whoever sent the form.
    """
    try:
        with transaction.atomic():
            act()
    except (ValidationError, *also) as refusal:
        add_refusal(form, refusal)
        return False
    return True


class RefusableForm(forms.Form):
    """A form whose values an action may refuse. ``instead``: other words for an error of a code."""

    instead: dict[str, str] = {}

    def refuse(self, refusal: Exception) -> None:
        """What the action refused, beside the fields it speaks of."""
        add_refusal(self, refusal, self.instead)
