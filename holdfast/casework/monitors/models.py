"""Questionnaires, each version kept as it was asked, and the monitors filled in with them."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.audit.mutability import Changeable
from holdfast.casework.reviews.models import Review


class MonitorKind(models.TextChoices):
    """Which reviews a questionnaire serves. The same words as the files of ``domain/questionnaires``."""

    CHILD_IN_CARE = "child_in_care", "Review of a child in care"
    CONFERENCE = "conference", "Child protection conference"
    CHILD_IN_NEED = "child_in_need", "Review of a child in need"


class QuestionSet(Changeable):
    """One version of a questionnaire: a draft until it is published, and never changed after.

    ``content``: the declaration, as `domain.questionnaires.questions` reads it. ``from_date``: it is asked
    about reviews held from this day on. ``step`` grows with each change of a draft; ``undo`` holds what takes its
    changes back, the last one last (see `versions`), and is emptied when it is published.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=MonitorKind)
    number = models.PositiveSmallIntegerField("version")
    content = models.JSONField(default=dict)
    step = models.PositiveIntegerField(default=0)
    undo = models.JSONField(default=list, blank=True)
    from_date = models.DateField("first day it is asked", null=True, blank=True)
    reason = models.TextField("what changed and why", blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["kind", "number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=MonitorKind.values), name="monitor_kind_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(from_date__isnull=False),
                name="published_questions_have_a_first_day",
            ),
            models.UniqueConstraint(fields=["kind", "number"], name="one_version_of_a_number"),
            models.UniqueConstraint(
                fields=["kind"], condition=Q(published_at__isnull=True), name="one_draft_of_a_questionnaire"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.number}"


class Monitor(Changeable):
    """The officer's judgement of one review. ``asked``: the version it was asked with, whatever is published later.

    ``finished_on`` is blank while it is half done. ``step`` grows with each saving; ``changed_at``: question -> the
    step at which its answer was last changed, so that an older page writes over nothing newer.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.OneToOneField(Review, models.CASCADE, related_name="monitor")
    asked = models.ForeignKey(QuestionSet, models.PROTECT, related_name="monitors")
    step = models.PositiveIntegerField(default=0)
    changed_at = models.JSONField(default=dict, blank=True, editable=False)
    started_on = models.DateField()
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    finished_on = models.DateField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"monitor of {self.started_on}"


class From(models.TextChoices):
    """Where an answer comes from."""

    GIVEN = "given", "Answered by the officer"
    KNOWN = "known", "Known to the service"
    KEPT = "kept", "As last time"


class MonitorAnswer(Changeable):
    """The answer to one question. No row: not answered. ``value``: a key, a day, a text, or a list of keys.

    ``as_of``: of what is known or kept, the day from which it is so; ``source``: where it stands, in words.
    """

    monitor = models.ForeignKey(Monitor, models.CASCADE, related_name="answers")
    question = models.CharField(max_length=60)
    value = models.JSONField()
    origin = models.CharField(max_length=10, choices=From, default=From.GIVEN)
    as_of = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(origin__in=From.values), name="answer_comes_from_somewhere"),
            models.UniqueConstraint(fields=["monitor", "question"], name="one_answer_to_a_question"),
        ]

    def __str__(self) -> str:
        return self.question
