"""Child protection processes with their plan, core groups, and plans of children in need."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from holdfast.casework.audit.mutability import Changeable
from holdfast.casework.people.models import Child


class Route(models.TextChoices):
    ENQUIRY = "enquiry", "A section 47 enquiry"
    TRANSFER_IN = "transfer_in", "Moved here from another council with a plan"


class Category(models.TextChoices):
    NEGLECT = "NEG", "Neglect"
    PHYSICAL = "PHY", "Physical abuse"
    SEXUAL = "SAB", "Sexual abuse"
    EMOTIONAL = "EMO", "Emotional abuse"
    MULTIPLE = "MUL", "More than one"


class NoPlan(models.TextChoices):
    NO_CONFERENCE = "no_conference", "No conference was needed"
    NOT_MADE = "not_made", "The conference made no plan"


class Protection(Changeable):
    """A child protection process: from the strategy discussion, or the notice of a move here, to the end of the plan.

    ``opened_on`` starts the 15 working days. ``started`` is the conference that made the plan. ``no_plan`` says why
    there is none. Source of the categories: Children in Need Census, 5.2.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="protections")
    route = models.CharField(max_length=20, choices=Route, default=Route.ENQUIRY)
    opened_on = models.DateField("strategy discussion, or notice of the move here")
    unborn = models.BooleanField("the child was not born yet", default=False)
    no_plan = models.CharField(max_length=20, choices=NoPlan, blank=True)
    closed_on = models.DateField("closed without a plan on", null=True, blank=True)
    started = models.DateField("plan made on", null=True, blank=True)
    category_first = models.CharField(max_length=3, choices=Category, blank=True)
    category_latest = models.CharField(max_length=3, choices=Category, blank=True)
    ended = models.DateField("plan ended on", null=True, blank=True)
    reason_ended = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["opened_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(route__in=Route.values), name="route_is_in_the_list"),
            models.CheckConstraint(
                condition=Q(no_plan="") | Q(no_plan__in=NoPlan.values), name="no_plan_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=Q(no_plan="") | Q(started__isnull=True), name="a_plan_or_a_reason_for_none"
            ),
            models.CheckConstraint(
                condition=Q(started__isnull=True) | Q(started__gte=F("opened_on")),
                name="plan_made_after_it_was_opened",
            ),
            models.CheckConstraint(
                condition=Q(ended__isnull=True) | Q(started__isnull=False, ended__gt=F("started")),
                name="plan_ends_after_the_day_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"child protection from {self.started or self.opened_on}"


class CoreGroup(Changeable):
    """A meeting of the core group that carries out a protection plan."""

    protection = models.ForeignKey(Protection, models.CASCADE, related_name="core_groups")
    held_on = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["held_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["protection", "held_on"], name="one_core_group_a_day"),
        ]

    def __str__(self) -> str:
        return f"core group of {self.held_on}"


class NeedPlan(Changeable):
    """A plan of a child in need: agreed, made, and ended."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="need_plans")
    agreed_on = models.DateField("decided that there is to be a plan")
    made_on = models.DateField("plan made on", null=True, blank=True)
    ended = models.DateField(null=True, blank=True)
    reason_ended = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["agreed_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(made_on__isnull=True) | Q(made_on__gte=F("agreed_on")),
                name="need_plan_made_after_it_was_agreed",
            ),
            models.CheckConstraint(
                condition=Q(ended__isnull=True) | Q(ended__gte=F("agreed_on")),
                name="need_plan_ends_after_it_was_agreed",
            ),
        ]

    def __str__(self) -> str:
        return f"child in need from {self.agreed_on}"
