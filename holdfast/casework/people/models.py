"""Children, workers, and who is allocated to whom."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from holdfast.casework.audit.mutability import Changeable
from holdfast.casework.provenance.models import FromReturn


class Child(FromReturn):
    """A child or young person the council looks after, or did. Codes are those of the SSDA903, as they were given."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField("child's number (CHILD)", unique=True)
    name = models.CharField(max_length=200, blank=True)
    born = models.DateField("date of birth (DOB)", null=True, blank=True)
    sex = models.CharField(blank=True)
    ethnicity = models.CharField("ethnicity (ETHNIC)", blank=True)
    upn = models.CharField("unique pupil number (UPN)", blank=True)
    mother = models.CharField("is or was a mother (MOTHER)", blank=True)
    mother_child_born = models.DateField("first child's date of birth (MC_DOB)", null=True, blank=True)

    class Meta(FromReturn.Meta):
        verbose_name_plural = "children"
        ordering = ["number"]
        constraints = [
            *FromReturn.Meta.constraints,
            models.CheckConstraint(condition=~Q(number=""), name="child_has_a_number"),
        ]

    def __str__(self) -> str:
        return self.name or self.number


class Worker(Changeable):
    """Somebody who works with children; signs in if there is a user."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="worker_has_a_name")]

    def __str__(self) -> str:
        return self.name


class AllocationRole(models.TextChoices):
    IRO = "iro", "Independent Reviewing Officer"
    SOCIAL_WORKER = "social_worker", "Social worker"


class Allocation(Changeable):
    """A worker is responsible for a child from a day on, to a day (both included) or until further notice."""

    child = models.ForeignKey(Child, models.CASCADE, related_name="allocations")
    worker = models.ForeignKey(Worker, models.PROTECT, related_name="allocations")
    role = models.CharField(max_length=20, choices=AllocationRole)
    starts = models.DateField("from")
    ends = models.DateField("to", null=True, blank=True)

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=AllocationRole.values), name="allocation_role_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="allocation_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["child", "role"], condition=Q(ends__isnull=True), name="one_open_allocation_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} from {self.starts}"
