"""Questions about e-mails and calendar feeds."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.people.queries import responsible_on

from .models import CalendarFeed, Letter


def feed_of(user: Any) -> CalendarFeed | None:
    """The feed this person has in use, if any."""
    return CalendarFeed.objects.filter(user=user, revoked_at=None).first()


def letters_that_failed(children: models.QuerySet[Child]) -> models.QuerySet[Letter]:
    """E-mails about reviews of these children that did not go the last time, with the reason; the oldest first."""
    failed = Letter.objects.filter(sent_at=None, review__child__in=children).exclude(failure="")
    return failed.select_related("review").order_by("failed_at", "id")


def officers_children(user: Any, on: date) -> models.QuerySet[Child]:
    """The children whose reviewing officer this person is on a day: fewer than they may see, for a manager."""
    theirs = responsible_on(on, AllocationRole.IRO).filter(worker__user=user)
    return Child.objects.filter(pk__in=theirs.values("child"))
