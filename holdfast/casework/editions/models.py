"""Editions: a report as it stood, with the records it was made from, its states, and who received it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.audit.mutability import AppendOnly, Changeable


class Kind(models.TextChoices):
    ANNUAL = "annual", "Annual report"
    BOARD = "board", "Board paper"
    QUARTERLY = "quarterly", "Quarterly pack"


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    CHECKED = "checked", "Checked"
    SIGNED = "signed", "Signed off"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Snapshot(AppendOnly):
    """The statistical tables of the records at one moment: what every figure of an edition was counted from.

    ``tables`` is a zip of Parquet files, one per table of ``indicators.tables``; ``digest`` its SHA-256 in hex.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    taken_at = models.DateTimeField(default=timezone.now)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    day = models.DateField("the day the records were read for")
    tables = models.BinaryField()
    digest = models.CharField(max_length=64)
    release = models.CharField("release of the program that took it", max_length=40)

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(digest=""), name="snapshot_has_a_digest")]

    def __str__(self) -> str:
        return f"records of {self.day}"


class Edition(Changeable):
    """One report of a year or a quarter (0: the whole year), for the service or one team.

    ``inputs`` holds everything it is printed from (``reports.inputs``) as compressed JSON, figures and words alike, so
    that it prints the same whatever becomes of the records or of the program; ``digest`` is its SHA-256. The words may
    change while it is a draft, the figures only with another snapshot. ``plan``: the quarterly pack it is.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=Kind)
    year_ending = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField(default=0)
    team = models.CharField(max_length=100, blank=True)
    plan = models.ForeignKey("PackPlan", models.PROTECT, null=True, blank=True, related_name="editions")
    number = models.PositiveSmallIntegerField("how many were prepared of the same report before it, plus one")
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="editions")
    inputs = models.BinaryField()
    digest = models.CharField(max_length=64)
    prepared_at = models.DateTimeField(default=timezone.now)
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-prepared_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="edition_kind_is_in_the_list"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="edition_state_is_in_the_list"),
            models.CheckConstraint(condition=Q(quarter__lte=4), name="edition_quarter_is_one_of_four"),
            models.UniqueConstraint(
                fields=["kind", "year_ending", "quarter", "team", "number"], name="one_edition_of_a_number"
            ),
            models.UniqueConstraint(
                fields=["plan", "year_ending", "quarter"],
                condition=Q(plan__isnull=False) & ~Q(state=State.WITHDRAWN),
                name="one_pack_of_a_plan_and_quarter",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, year to March {self.year_ending}, edition {self.number}"


class EditionStep(AppendOnly):
    """An edition went from one state to another: who did it, when, and why."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="steps")
    move = models.CharField(max_length=20)
    from_state = models.CharField(max_length=20, choices=State)
    to_state = models.CharField(max_length=20, choices=State)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(move=""), name="edition_step_names_its_move")]

    def __str__(self) -> str:
        return f"{self.move} on {self.at:%-d %B %Y}"


class PackPlan(Changeable):
    """A quarterly pack that is made again each quarter: for the service (no team) or for one team.

    ``due_days``: working days after the quarter's last day. ``theme``: a group of concern categories, or blank for all.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.CharField(max_length=100, blank=True)
    theme = models.CharField(max_length=60, blank=True)
    due_days = models.PositiveSmallIntegerField(default=15)
    from_date = models.DateField("first quarter end it is made for, or later")
    to_date = models.DateField(null=True, blank=True)
    readers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)

    class Meta:
        ordering = ["team", "theme", "id"]

    def __str__(self) -> str:
        return f"quarterly pack {self.pk}"


class Receipt(Changeable):
    """An edition was sent to somebody who signs in; ``opened_at``: when they first opened it."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="receipts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answer_by = models.DateField("an answer is asked for by", null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["edition", "user"], name="one_receipt_per_reader")]

    def __str__(self) -> str:
        return f"receipt of {self.sent_at:%-d %B %Y}"


class PackAnswer(AppendOnly):
    """What a reader did, or will do, in answer to a pack. A later one adds to it."""

    receipt = models.ForeignKey(Receipt, models.PROTECT, related_name="answers")
    answered_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    text = models.TextField("what was or will be done")
    nothing_needed = models.BooleanField(default=False)
    done_by = models.DateField("done by", null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="pack_answer_says_what")]

    def __str__(self) -> str:
        return f"answer of {self.answered_at:%-d %B %Y}"
