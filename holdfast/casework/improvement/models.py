"""The work plan, recommendations to the board with its decisions, and what the board paper says of its own."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.audit.mutability import AppendOnly, Changeable


class Theme(Changeable):
    """A theme of the council plan or of its strategy for children in care, which aims and findings are tied to."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    plan = models.CharField("the plan it stands in", max_length=200)
    order = models.PositiveSmallIntegerField(default=0)
    from_date = models.DateField()
    to_date = models.DateField("last day it holds", null=True, blank=True)

    class Meta:
        ordering = ["plan", "order", "id"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="theme_has_a_name")]

    def __str__(self) -> str:
        return self.name


class Aim(Changeable):
    """An aim of the work plan of one year, with the figure it is to move, if any. ``carried_from``: last year's aim."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    year_ending = models.PositiveSmallIntegerField("the year of the plan")
    order = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    why = models.TextField(blank=True)
    themes = models.ManyToManyField(Theme, related_name="aims", blank=True)
    table = models.CharField("figure: its table", max_length=60, blank=True)
    group = models.CharField("figure: its group", max_length=60, blank=True)
    carried_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="carried_to"
    )
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["year_ending", "order", "id"]
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="aim_has_a_title")]

    def __str__(self) -> str:
        return self.title


class ActionState(models.TextChoices):
    NOT_STARTED = "not_started", "Not started"
    UNDER_WAY = "under_way", "Under way"
    DONE = "done", "Done"
    STOPPED = "stopped", "Stopped, with a reason"


class Action(Changeable):
    """One thing to be done for an aim: who owns it and by when. Its state is that of the latest progress."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    aim = models.ForeignKey(Aim, models.CASCADE, related_name="actions")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.TextField("what is to be done")
    owner = models.CharField("who sees that it is done", max_length=200)
    due_on = models.DateField("by when", null=True, blank=True)
    state = models.CharField(max_length=20, choices=ActionState, default=ActionState.NOT_STARTED)
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["aim", "order", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="action_says_what"),
            models.CheckConstraint(
                condition=Q(state__in=ActionState.values), name="action_state_is_in_the_list"
            ),
        ]

    def __str__(self) -> str:
        return f"action {self.pk}"


class Progress(AppendOnly):
    """What was done for an action, what it led to for children, and where that can be seen."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="progress")
    said_on = models.DateField()
    said_at = models.DateTimeField(default=timezone.now)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20, choices=ActionState)
    text = models.TextField()
    evidence = models.TextField(blank=True)

    class Meta:
        ordering = ["said_on", "id"]
        verbose_name_plural = "progress"
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="progress_says_what")]

    def __str__(self) -> str:
        return f"progress of {self.said_on}"


class Recommendation(Changeable):
    """What the board is asked in a year's report or paper."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    year_ending = models.PositiveSmallIntegerField("the year of the report")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.TextField()
    reason = models.TextField(blank=True)
    theme = models.ForeignKey(Theme, models.SET_NULL, null=True, blank=True, related_name="recommendations")
    table = models.CharField("figure: its table", max_length=60, blank=True)
    group = models.CharField("figure: its group", max_length=60, blank=True)
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["year_ending", "order", "id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="recommendation_says_what")]

    def __str__(self) -> str:
        return f"recommendation {self.pk}"


class Decided(models.TextChoices):
    AGREED = "agreed", "Agreed"
    AMENDED = "amended", "Agreed with changes"
    NOTED = "noted", "Noted"
    DEFERRED = "deferred", "Put off to a later meeting"
    REFUSED = "refused", "Not agreed"


class BoardDecision(AppendOnly):
    """What the board decided about a recommendation at a meeting. A later one stands beside it, and counts."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="decisions")
    body = models.CharField("which body", max_length=200)
    met_on = models.DateField()
    decided = models.CharField(max_length=20, choices=Decided)
    text = models.TextField("in its words", blank=True)
    owner = models.CharField("who sees to it", max_length=200, blank=True)
    due_on = models.DateField("by when", null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["met_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(decided__in=Decided.values), name="decided_is_in_the_list")
        ]

    def __str__(self) -> str:
        return f"decision of {self.met_on}"


class FollowUp(AppendOnly):
    """What became of a recommendation after the board had decided."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="follow_ups")
    said_on = models.DateField()
    text = models.TextField()
    evidence = models.TextField(blank=True)
    done = models.BooleanField("nothing is left to do", default=False)
    said_at = models.DateTimeField(default=timezone.now)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["said_on", "id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="follow_up_says_what")]

    def __str__(self) -> str:
        return f"follow-up of {self.said_on}"


class BoardPaper(Changeable):
    """What the board paper of a year says beside its words (which are report texts) and recommendations.

    ``headlines``: [{"table", "group", "period", "words"}]; ``priorities``: public ids of aims of next year's plan;
    ``links``: [{"theme": public id, "text"}]; ``implications``: {head: {"answer": "none" | "some", "text"}}, where a
    head that is not answered is missing.
    """

    year_ending = models.PositiveSmallIntegerField(unique=True)
    headlines = models.JSONField(default=list, blank=True)
    priorities = models.JSONField(default=list, blank=True)
    links = models.JSONField(default=list, blank=True)
    implications = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        return f"board paper, year to March {self.year_ending}"
