"""Questions about e-mails and calendar feeds."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.people.queries import responsible_on
from holdfast.casework.reviews.models import Review

from .models import CalendarFeed, Letter


def feed_of(user: Any) -> CalendarFeed | None:
    """The feed this person has in use, if any."""
    return CalendarFeed.objects.filter(user=user, revoked_at=None).first()


def letters_about(review: Review) -> models.QuerySet[Letter]:
    """Every e-mail about one review, oldest first: waiting, sent, or failed with the reason."""
    return Letter.objects.filter(review=review).order_by("id")


def officers_children(user: Any, on: date) -> models.QuerySet[Child]:
    """The children whose reviewing officer this person is on a day: fewer than they may see, for a manager."""
    theirs = responsible_on(on, AllocationRole.IRO).filter(worker__user=user)
    return Child.objects.filter(pk__in=theirs.values("child"))
