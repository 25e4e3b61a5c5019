"""Decisions, the record of a review, its release, the manager's answer, and who received which version when."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.audit.mutability import AppendOnly, Changeable
from holdfast.casework.people.models import Contact, Relation, Version
from holdfast.casework.reviews.models import Review


class DecisionStatus(models.TextChoices):
    OPEN = "open", "Not yet done"
    DONE = "done", "Done"
    PART = "part", "Done in part"
    NOT_DONE = "not_done", "Not done"
    OVERTAKEN = "overtaken", "Overtaken by events"


class Decision(Changeable):
    """One decision of a review: what, to what end, who, by when (a day, or why there is none), and what came of it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.CASCADE, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    what = models.TextField("what is to happen")
    outcome = models.TextField("what it is to bring the child", blank=True)
    who = models.CharField("who sees to it", max_length=200)
    by_when = models.DateField("by when", null=True, blank=True)
    no_date_why = models.CharField("why there is no day", max_length=300, blank=True)
    status = models.CharField(max_length=10, choices=DecisionStatus, default=DecisionStatus.OPEN)
    status_on = models.DateField(null=True, blank=True)
    status_note = models.TextField("what came of it", blank=True)
    status_at = models.ForeignKey(
        Review, models.SET_NULL, null=True, blank=True, related_name="decisions_looked_at"
    )
    withdrawn_on = models.DateField("taken back before it was released", null=True, blank=True)

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="decision_says_what"),
            models.CheckConstraint(
                condition=Q(status__in=DecisionStatus.values), name="decision_status_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=Q(by_when__isnull=False) | ~Q(no_date_why=""), name="decision_has_a_day_or_a_reason"
            ),
            models.UniqueConstraint(fields=["review", "number"], name="one_decision_of_a_number"),
        ]

    def __str__(self) -> str:
        return f"decision {self.number}"


class Release(AppendOnly):
    """The decisions went to the social worker and their manager. ``decisions``: what they said, as they were sent."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="releases")
    released_on = models.DateField()
    released_at = models.DateTimeField(default=timezone.now)
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decisions = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"release of {self.released_on}"


class Answer(models.TextChoices):
    AGREES = "agrees", "Agrees with the decisions"
    OBJECTS = "objects", "Objects"


class ManagerAnswer(AppendOnly):
    """The social worker's manager agrees or objects; for an objection, which decision and why."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    release = models.ForeignKey(Release, models.CASCADE, related_name="answers")
    answer = models.CharField(max_length=10, choices=Answer)
    decision = models.ForeignKey(Decision, models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.TextField(blank=True)
    answered_on = models.DateField()
    answered_at = models.DateTimeField(default=timezone.now)
    name = models.CharField("who answered", max_length=200)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(answer__in=Answer.values), name="answer_is_in_the_list"),
            models.CheckConstraint(condition=Q(answer="agrees") | ~Q(text=""), name="an_objection_says_why"),
        ]

    def __str__(self) -> str:
        return str(self.get_answer_display())


class AnswerToObjection(AppendOnly):
    """What the officer said to an objection."""

    objection = models.ForeignKey(ManagerAnswer, models.CASCADE, related_name="replies")
    text = models.TextField()
    replied_on = models.DateField()
    replied_at = models.DateTimeField(default=timezone.now)
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"answer of {self.replied_on}"


class Record(Changeable):
    """The record of one review. Open until it is signed; after that only addenda are added."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.OneToOneField(Review, models.CASCADE, related_name="record")
    signed_on = models.DateField(null=True, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    # Who, when and who was there, as it stood on the day of signing (`facts.facts_of`); blank while it is open.
    facts = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        return "record"


class Section(Changeable):
    """One part of a record. ``key``: one of ``domain/record_sections.toml``; ``version`` grows with each saving."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="sections")
    key = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "key"], name="one_section_of_a_key")]

    def __str__(self) -> str:
        return self.key


class Addendum(AppendOnly):
    """A correction of a signed record: added, never put in its place."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="addenda")
    text = models.TextField()
    added_at = models.DateTimeField(default=timezone.now)
    added_on = models.DateField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "addenda"

    def __str__(self) -> str:
        return f"addendum of {self.added_on}"


class PrivateNote(Changeable):
    """The officer's own notes on a review: seen by officers and their manager, never by a social worker."""

    review = models.OneToOneField(Review, models.CASCADE, related_name="private_note")
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "officer’s notes"


class CarePlanUpdate(AppendOnly):
    """The care plan was brought up to date after a review."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="care_plan_updates")
    updated_on = models.DateField()
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"care plan of {self.updated_on}"


class Method(models.TextChoices):
    EMAIL = "email", "Secure e-mail"
    POST = "post", "Post"
    BY_HAND = "by_hand", "By hand"
    HERE = "here", "Read here"


class Recipient(Changeable):
    """Somebody entitled to a record: which version, how, and the day it went. ``left_out``: why it does not go."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    record = models.ForeignKey(Record, models.CASCADE, related_name="recipients")
    contact = models.ForeignKey(Contact, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    relation = models.CharField(max_length=20, choices=Relation)
    version = models.CharField(max_length=10, choices=Version, default=Version.FULL)
    method = models.CharField(max_length=10, choices=Method, default=Method.EMAIL)
    sent_on = models.DateField(null=True, blank=True)
    left_out = models.CharField("why it does not go to them", max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="recipient_has_a_name"),
            models.CheckConstraint(
                condition=Q(version__in=Version.values), name="recipient_version_is_in_the_list"
            ),
        ]

    def __str__(self) -> str:
        return self.name
