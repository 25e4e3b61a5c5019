"""What an officer did for a child, where no other record shows it; and praise."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.audit.mutability import Changeable
from holdfast.casework.people.models import Child, Worker
from holdfast.casework.reviews.models import Review


class EntryKind(models.TextChoices):
    CONTACT = "contact", "Contact with the child"
    FAMILY = "family", "Contact with family or carer"
    DISCUSSION = "discussion", "Discussion with the social worker or a manager"
    ALERT = "alert", "Alert"
    CHALLENGE = "challenge", "Challenge"
    OTHER = "other", "Something else"


class Entry(Changeable):
    """One dated thing an officer did. ``taken_back_on``: it was entered by mistake; it stays and is not counted."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="footprint")
    officer = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="footprint")
    kind = models.CharField(max_length=20, choices=EntryKind)
    happened_on = models.DateField()
    text = models.TextField("in a few words")
    entered_at = models.DateTimeField(default=timezone.now)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["happened_on", "id"]
        verbose_name_plural = "entries"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=EntryKind.values), name="entry_kind_is_in_the_list"),
            models.CheckConstraint(condition=~Q(text=""), name="entry_says_what"),
        ]

    def __str__(self) -> str:
        return f"entry of {self.happened_on}"


class Theme(models.TextChoices):
    """What the good practice was about."""

    VOICE = "voice", "The child’s voice"
    PLAN = "plan", "The plan and how it is written"
    PERMANENCE = "permanence", "A home for good"
    EDUCATION = "education", "Education"
    HEALTH = "health", "Health and wellbeing"
    FAMILY = "family", "Family, brothers and sisters"
    IDENTITY = "identity", "Identity and life story"
    TEAMWORK = "teamwork", "Working together"
    OTHER = "other", "Something else"


class Praise(Changeable):
    """Good practice an officer saw, sent to the worker and their manager. ``seen_on``: the worker has read it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="praise")
    review = models.ForeignKey(Review, models.SET_NULL, null=True, blank=True, related_name="praise")
    worker = models.ForeignKey(Worker, models.PROTECT, related_name="praise")
    team = models.CharField("the worker’s team then", max_length=100, blank=True)
    officer = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="praise_given")
    theme = models.CharField(max_length=20, choices=Theme)
    text = models.TextField("what was good, and what it brought the child")
    given_on = models.DateField()
    given_at = models.DateTimeField(default=timezone.now)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    seen_on = models.DateField(null=True, blank=True)
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["given_on", "id"]
        verbose_name_plural = "praise"
        constraints = [
            models.CheckConstraint(condition=Q(theme__in=Theme.values), name="theme_is_in_the_list"),
            models.CheckConstraint(condition=~Q(text=""), name="praise_says_what"),
        ]

    def __str__(self) -> str:
        return f"praise of {self.given_on}"
