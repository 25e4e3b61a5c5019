"""A return brought in, what was found in it, and where it differs from what stands here."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.audit.mutability import AppendOnly, Changeable
from holdfast.casework.people.models import Child

from .states import ENDED, State


class ReturnIntake(Changeable):
    """One import: who brought it in, when, which return years, and how far it has come."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    received_at = models.DateTimeField(default=timezone.now)
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    years = models.JSONField("years ending", default=list)
    state = models.CharField(max_length=20, choices=State, default=State.READING)
    step = models.CharField("what is being done", max_length=200, blank=True)
    progress = models.PositiveSmallIntegerField("how far, of 100", default=0)
    alive_at = models.DateTimeField("last heard of", default=timezone.now)
    process = models.CharField("process that does it", max_length=200, blank=True)
    message = models.TextField("what went wrong", blank=True)
    counts = models.JSONField("what it changed", default=dict)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-received_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="intake_state_is_in_the_list"),
            models.CheckConstraint(condition=Q(progress__lte=100), name="intake_progress_is_of_100"),
            models.CheckConstraint(
                condition=Q(state__in=sorted(ENDED), ended_at__isnull=False)
                | (~Q(state__in=sorted(ENDED)) & Q(ended_at__isnull=True)),
                name="intake_has_an_end_once_it_ended",
            ),
            models.UniqueConstraint(
                fields=["state"], condition=Q(state=State.LOADING), name="one_import_loads_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"import of {self.received_at:%-d %B %Y}"


class FindingKind(models.TextChoices):
    FAULT = "fault", "cannot be understood"
    WARNING = "warning", "understood, but wrong"


class Finding(AppendOnly):
    """Something the import found in the files: a fault keeps all of it out, a warning is kept and listed."""

    intake = models.ForeignKey(ReturnIntake, models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=10, choices=FindingKind)
    type = models.CharField("type of warning", max_length=100, blank=True)
    child_number = models.CharField(blank=True)
    file = models.CharField(blank=True)
    row = models.PositiveIntegerField(null=True, blank=True)
    column = models.CharField(blank=True)
    found = models.TextField(blank=True)
    expected = models.TextField(blank=True)
    message = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["intake", "type"], name="finding_by_type"),
            models.Index(fields=["intake", "child_number"], name="finding_by_child"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=FindingKind.values), name="finding_kind_is_in_the_list"
            ),
        ]

    def __str__(self) -> str:
        return self.message


class Keep(models.TextChoices):
    OURS = "ours", "what stands here"
    RETURN = "return", "what the return says"
    SAME = "same", "the two agree by now"


class Mismatch(Changeable):
    """A return says one thing, somebody typed another; a person settles which is right."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    intake = models.ForeignKey(ReturnIntake, models.CASCADE, related_name="mismatches")
    child = models.ForeignKey(Child, models.CASCADE, related_name="mismatches")
    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    field = models.CharField("field; * when the return no longer has the record", max_length=60)
    ours = models.TextField("what stands here", blank=True)
    returned = models.TextField("what the return says", blank=True)
    raised_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    kept = models.CharField(max_length=10, choices=Keep, blank=True)

    class Meta:
        verbose_name_plural = "mismatches"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, kept="", settled_by__isnull=True)
                | Q(settled_at__isnull=False, kept__in=Keep.values),
                name="mismatch_settled_says_how",
            ),
            models.UniqueConstraint(
                fields=["record_type", "record_id", "field"],
                condition=Q(settled_at__isnull=True),
                name="one_open_mismatch_per_field",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id} {self.field}"
