"""Calendar feeds: an address with a secret in it, of which only the hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import NotAllowed, check_by, check_may, may
from holdfast.casework.audit.actions import record
from holdfast.casework.notices.models import CalendarFeed

#: a calendar asks every few minutes; the record of its last reading is kept to the quarter of an hour
NOTED_EVERY = timedelta(minutes=15)


class NoSuchFeed(Exception):
    """No feed in use has this address: it never was one, or it was revoked, or the person may no longer sign in."""


@transaction.atomic
def make_feed(*, by: Any) -> str:
    """A new feed for oneself, in place of the one before; returns its secret, which is told once and never again."""
    check_may(by, Permission.HOLD_REVIEWS)
    _revoke(by)
    secret = secrets.token_urlsafe(32)
    feed = CalendarFeed.objects.create(user=by, secret_hash=hashed(secret))
    record(by=by, verb="feed.made", subject=feed)
    return secret


@transaction.atomic
def revoke_feed(*, by: Any, user: Any = None) -> None:
    """The feed's address opens nothing any more. One's own, or anybody's for those who manage users."""
    whose = user or by
    if by is None or whose.pk != by.pk:
        check_by(by, Permission.MANAGE_USERS)
    _revoke(whose, by)


@transaction.atomic
def read_feed(*, secret: str, by: Any = None) -> CalendarFeed:
    """The feed of a secret, whose reading is noted. Raises NoSuchFeed.

    What it shows is written in the diary by whoever shows it, in the name of the feed's person. ``by`` is nobody: a
    calendar program does not sign in.
    """
    feed = (
        CalendarFeed.objects.select_related("user")
        .filter(secret_hash=hashed(secret), revoked_at=None)
        .first()
    )
    if feed is None or not may(feed.user, Permission.HOLD_REVIEWS):
        raise NoSuchFeed
    now = timezone.now()
    if feed.read_at is None or now - feed.read_at > NOTED_EVERY:
        CalendarFeed.objects.filter(pk=feed.pk).update(read_at=now)
    return feed


def hashed(secret: str) -> str:
    """What is kept of a secret. It is long and random, so that a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _revoke(user: Any, by: Any = None) -> None:
    for feed in CalendarFeed.objects.select_for_update().filter(user=user, revoked_at=None):
        feed.revoked_at = timezone.now()
        feed.save(update_fields=["revoked_at"])
        record(by=by or user, verb="feed.revoked", subject=feed)


__all__ = ["NoSuchFeed", "NotAllowed", "hashed", "make_feed", "read_feed", "revoke_feed"]
