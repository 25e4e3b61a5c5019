"""Questions about drafts."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone

from .models import Draft
from .rules import WRITING


class Writer(NamedTuple):
    """Somebody who is writing in the same form. Never what they write."""

    name: str
    since: datetime


def offered(user: Any, form: str) -> Draft | None:
    """What this person was writing in a form and has not saved."""
    return Draft.objects.filter(user=user, form=form).first()


def others_writing(form: str, besides: Any) -> list[Writer]:
    """Who else is writing in this form now: their names and since when, nothing more."""
    lately = Draft.objects.filter(form=form, kept_at__gte=timezone.now() - WRITING).exclude(user=besides)
    return [Writer(one.user.name, one.began_at) for one in lately.select_related("user").order_by("began_at")]
