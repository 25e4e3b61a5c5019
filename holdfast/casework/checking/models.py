"""Peer audits with their monthly sample, and what the quarterly audit of conferences found."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from holdfast.casework.audit.mutability import AppendOnly, Changeable
from holdfast.casework.people.models import Worker
from holdfast.casework.plans.models import Protection
from holdfast.casework.reviews.models import Review


class Sample(AppendOnly):
    """The reviews drawn for one month's peer audit. ``seed``: with it anybody can draw the same sample again."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    month = models.DateField("first day of the month")
    per_officer = models.PositiveSmallIntegerField("reviews of each officer")
    seed = models.BigIntegerField()
    drawn_from = models.JSONField("reviews it was drawn from, by officer", default=dict)
    drawn_at = models.DateTimeField(default=timezone.now)
    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["month", "id"]
        constraints = [models.UniqueConstraint(fields=["month"], name="one_sample_a_month")]

    def __str__(self) -> str:
        return f"sample of {self.month:%B %Y}"


class PeerAudit(Changeable):
    """A second officer rates one review without seeing the first one's ratings.

    ``ratings``: question -> answer. ``officer_ratings``: the same of the officer, as they stood when the review was
    drawn, so that nobody changes theirs to agree. ``rated_on``: the rater has finished; from then both see both.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sample = models.ForeignKey(Sample, models.CASCADE, related_name="audits")
    review = models.ForeignKey(Review, models.CASCADE, related_name="peer_audits")
    officer = models.ForeignKey(Worker, models.PROTECT, related_name="audited")
    rater = models.ForeignKey(Worker, models.PROTECT, related_name="audits_to_rate")
    ratings = models.JSONField(default=dict, blank=True)
    officer_ratings = models.JSONField(default=dict, blank=True)
    remarks = models.TextField(blank=True)
    rated_on = models.DateField(null=True, blank=True)
    rated_at = models.DateTimeField(null=True, blank=True)
    discussed_on = models.DateField(null=True, blank=True)
    outcome = models.TextField("what was agreed", blank=True)
    learning = models.TextField("what the team learns from it", blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["sample", "review"], name="a_review_is_drawn_once_a_month"),
            models.CheckConstraint(condition=~Q(officer=F("rater")), name="nobody_audits_themselves"),
            models.CheckConstraint(
                condition=Q(discussed_on__isnull=True) | (Q(rated_on__isnull=False) & ~Q(outcome="")),
                name="discussed_audit_was_rated_and_says_what",
            ),
        ]

    def __str__(self) -> str:
        return "peer audit"


class Trigger(models.TextChoices):
    """Why a protection plan is on the quarter's list. Source: York's work plan 2016/17 (section 10 of its report)."""

    ENDED_AT_FIRST = "ended_at_first_review", "Ended at the first review conference"
    OVER_15_MONTHS = "over_15_months", "Open for more than 15 months"
    REPEAT = "repeat_within_2_years", "Within two years of an earlier plan"


WAS_RIGHT = {"yes": "Yes", "no": "No", "unclear": "It cannot be told"}


class ConferenceFinding(Changeable):
    """What the audit of one plan on a quarter's list found."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    protection = models.ForeignKey(Protection, models.CASCADE, related_name="findings")
    quarter = models.CharField("2016/17 Q1", max_length=12)
    trigger = models.CharField(max_length=30, choices=Trigger)
    was_right = models.CharField(
        "was it right?",
        max_length=10,
        choices=list(WAS_RIGHT.items()),
    )
    finding = models.TextField("what was found")
    learning = models.TextField("what the service learns from it", blank=True)
    found_on = models.DateField()
    found_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["quarter", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(trigger__in=Trigger.values), name="trigger_is_in_the_list"),
            models.CheckConstraint(condition=~Q(finding=""), name="finding_says_what"),
            models.UniqueConstraint(
                fields=["protection", "quarter", "trigger"], name="one_finding_of_a_trigger"
            ),
        ]

    def __str__(self) -> str:
        return f"finding of {self.found_on}"
