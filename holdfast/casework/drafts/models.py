"""Drafts: one per person and form."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from holdfast.casework.audit.mutability import Changeable


class Draft(Changeable):
    """What one person has typed into one form and not yet saved: field -> text.

    ``form`` names the form and the record it is about by its opaque id (`record:5f0c…`). ``step`` grows with each
    keeping, so that a slow older one never overwrites a newer. ``based_on``: the version of the record it began from.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    child_id = models.BigIntegerField("child it speaks of", null=True)
    form = models.CharField(max_length=120)
    content = models.JSONField(default=dict)
    step = models.PositiveIntegerField(default=0)
    based_on = models.CharField(max_length=60, blank=True)
    began_at = models.DateTimeField(default=timezone.now)
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-kept_at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "form"], name="one_draft_per_person_and_form"),
        ]

    def __str__(self) -> str:
        return f"draft of {self.kept_at:%-d %B %Y}"
