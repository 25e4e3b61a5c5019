"""Tiers that no other record shows, and why a child stepped up or down.

Child in need, child protection and care are read from their own records (`plans`, `care`); early help and being a care
leaver are entered here.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from holdfast.casework.audit.mutability import Changeable
from holdfast.casework.people.models import Child, Worker
from holdfast.casework.reviews.models import Review


class OtherTier(models.TextChoices):
    EARLY_HELP = "early_help", "Early help"
    CARE_LEAVER = "care_leaver", "Care leaver"


class TierSpan(Changeable):
    """A child had early help, or is a care leaver, from a day on, to a day (both included) or until further notice."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="tier_spans")
    tier = models.CharField(max_length=20, choices=OtherTier)
    started = models.DateField("from")
    ended = models.DateField("to", null=True, blank=True)

    class Meta:
        ordering = ["started", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(tier__in=OtherTier.values), name="tier_is_in_the_list"),
            models.CheckConstraint(
                condition=Q(ended__isnull=True) | Q(ended__gte=F("started")), name="tier_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["child", "tier"], condition=Q(ended__isnull=True), name="one_open_tier_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_tier_display()} from {self.started}"


class StepReason(Changeable):
    """Why a child stepped from one tier to another on a day, at which meeting, and who looked at it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="step_reasons")
    on = models.DateField("day of the step")
    reason = models.CharField("why", max_length=500)
    review = models.ForeignKey(Review, models.SET_NULL, null=True, blank=True, related_name="+")
    reviewer = models.ForeignKey(Worker, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_step_says_why"),
            models.UniqueConstraint(fields=["child", "on"], name="one_reason_for_a_step"),
        ]

    def __str__(self) -> str:
        return f"step of {self.on}"
