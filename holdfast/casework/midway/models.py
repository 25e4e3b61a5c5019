"""The check halfway to the next review. It is no review and never moves when the next one is due."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.audit.mutability import AppendOnly, Changeable
from holdfast.casework.records.models import Decision, DecisionStatus
from holdfast.casework.reviews.models import Review


class MidwayCheck(Changeable):
    """One check after one review: when, asked, answered, done; moved or waived with a reason.

    ``closed_on``: the next review was completed that day before the check was done; nothing is left to check.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.OneToOneField(Review, models.CASCADE, related_name="midway")
    due_on = models.DateField()
    moved_why = models.CharField("why it was moved", max_length=300, blank=True)
    waived_on = models.DateField(null=True, blank=True)
    waived_why = models.CharField("why there is none", max_length=300, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    done_on = models.DateField(null=True, blank=True)
    summary = models.TextField("what the officer found", blank=True)
    closed_on = models.DateField("no longer needed since", null=True, blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(waived_on__isnull=True) | ~Q(waived_why=""), name="a_waived_check_says_why"
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(waived_on__isnull=True),
                name="a_check_is_done_or_waived_never_both",
            ),
        ]

    def __str__(self) -> str:
        return f"midway check of {self.due_on}"


class MidwayAnswer(Changeable):
    """What the social worker says of one decision."""

    check_of = models.ForeignKey(MidwayCheck, models.CASCADE, related_name="answers")
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="midway_answers")
    status = models.CharField(max_length=10, choices=DecisionStatus)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["check_of", "decision"], name="one_answer_per_decision"),
        ]

    def __str__(self) -> str:
        return str(self.get_status_display())


class MidwayEntry(AppendOnly):
    """A dated entry on a check: what the officer challenged, or what changed for the child because of it."""

    check_of = models.ForeignKey(MidwayCheck, models.CASCADE, related_name="entries")
    kind = models.CharField(
        max_length=10, choices=[("challenge", "Challenge"), ("effect", "What changed for the child")]
    )
    text = models.TextField()
    happened_on = models.DateField()
    entered_at = models.DateTimeField(default=timezone.now)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["happened_on", "id"]
        verbose_name_plural = "midway entries"

    def __str__(self) -> str:
        return f"entry of {self.happened_on}"
