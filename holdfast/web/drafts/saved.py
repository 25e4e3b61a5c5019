"""A form was saved, so its draft goes: here, and on the device that typed it.

A view that saved a form with ``data-draft`` calls `drop_draft` with the same key. The next page tells the device.
"""

from __future__ import annotations

from django.http import HttpRequest

from holdfast.casework.drafts.actions import drop

SAVED = "drafts_saved"


def drop_draft(request: HttpRequest, form: str) -> None:
    """Let go of what this person was writing in the form."""
    drop(form=form, by=request.user)
    request.session[SAVED] = [*request.session.get(SAVED, []), form]


def take_saved(request: HttpRequest) -> list[str]:
    """The forms saved since the last page, told once."""
    if SAVED not in request.session:
        return []
    return request.session.pop(SAVED)
