"""E-mails waiting or sent, and officers' calendar feeds. Nothing here names a child."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.audit.mutability import Changeable
from holdfast.casework.reviews.models import Review


class Letter(Changeable):
    """One e-mail: written from a template, sent or still waiting. Subject and text hold no child's name.

    ``taken_at``: a sending took it in hand; while it is set and the letter neither went nor failed, no other takes it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    template = models.CharField(max_length=40)
    review = models.ForeignKey(Review, models.CASCADE, null=True, blank=True, related_name="letters")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    key = models.CharField("what keeps it from being written twice", max_length=120, blank=True)
    written_at = models.DateTimeField(default=timezone.now)
    taken_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField("how often the mail server refused it", default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=~Q(key=""), name="one_letter_of_a_key"),
        ]

    def __str__(self) -> str:
        return self.subject


class CalendarFeed(Changeable):
    """An address that gives one person's reviews to their calendar. Only a hash of its secret is kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField("last read", null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(revoked_at__isnull=True), name="one_feed_in_use_per_person"
            ),
        ]

    def __str__(self) -> str:
        return f"calendar feed of {self.made_at:%-d %B %Y}"
