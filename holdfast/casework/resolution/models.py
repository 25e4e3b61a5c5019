"""Concerns: raised for one child, informally first, then stage by stage, until the effect for the child is known."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from holdfast.casework.audit.mutability import Changeable
from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.monitors.models import Monitor
from holdfast.casework.people.models import Child, Worker
from holdfast.casework.records.models import ManagerAnswer
from holdfast.casework.reviews.models import Review


class OwnCategory(Changeable):
    """A category of concern this council adds, or a shipped one it words otherwise or ends.

    The shipped list is ``domain/resolution/categories.toml``; from its first day on a row stands in the place of what
    had its code before, so that a category is worded otherwise from a day. Both days included; a category that has
    ended is offered no more and keeps its name on what was raised under it. Read through ``categories``.
    """

    code = models.CharField(max_length=40)
    head = models.CharField("group", max_length=40)
    label = models.CharField("name", max_length=120)
    from_date = models.DateField("first day")
    to_date = models.DateField("last day", null=True, blank=True)
    reason = models.CharField("why", max_length=300, blank=True)

    class Meta:
        ordering = ["head", "label", "from_date", "id"]
        verbose_name_plural = "own categories"
        constraints = [
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(label=""), name="category_has_a_code_and_a_name"
            ),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="category_ends_after_it_starts",
            ),
            models.UniqueConstraint(fields=["code", "from_date"], name="one_category_of_a_code_from_a_day"),
        ]

    def __str__(self) -> str:
        return self.label


class OwnLadder(Changeable):
    """The ladder this council climbs from a day on: one of ``domain/resolution/ladders.toml``, or its own.

    ``content``: the stages as `domain.resolution.ladders` reads them. A concern keeps the ladder it was raised on.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    content = models.JSONField(default=dict)
    from_date = models.DateField("first day")
    reason = models.CharField("why", max_length=300)
    set_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["from_date", "id"]
        constraints = [
            models.UniqueConstraint(fields=["from_date"], name="one_ladder_from_a_day"),
        ]

    def __str__(self) -> str:
        return f"ladder from {self.from_date}"


class Answerer(Changeable):
    """Who answers for a role of the ladder, for one team or (blank) for every team, while they do."""

    role = models.CharField("role in the ladder", max_length=80)
    worker = models.ForeignKey(Worker, models.CASCADE, related_name="answers_as")
    team = models.CharField(max_length=100, blank=True)
    starts = models.DateField("from")
    ends = models.DateField("to", null=True, blank=True)

    class Meta:
        ordering = ["role", "team", "starts", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(role=""), name="answerer_has_a_role"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="answerer_ends_after_they_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} from {self.starts}"


class Severity(models.TextChoices):
    GREEN = "green", "To be put right"
    AMBER = "amber", "Holds the child’s plan back"
    RED = "red", "Harms the child, or may soon"


class RaisedFrom(models.TextChoices):
    MONITOR = "monitor", "The quality monitor"
    REVIEW = "review", "A review"
    MIDWAY = "midway", "A midway check"
    OBJECTION = "objection", "An objection to a decision"
    ANY_TIME = "any_time", "At another time"


class Effect(models.TextChoices):
    """What came of it for the child. Source: rules C, Impact and footprint."""

    NONE = "none", "Nothing changed"
    PARTIAL = "partial", "It changed in part"
    FULL = "full", "It changed as was asked"
    OVERTAKEN = "overtaken", "Overtaken by events"
    WITHDRAWN = "withdrawn", "Taken back: it was no concern"


class Told(models.TextChoices):
    YES = "yes", "Yes"
    NO = "no", "Not yet"
    NOT_RIGHT = "not_right", "It is not right to tell them"


class Concern(Changeable):
    """One concern about one child; for brothers and sisters one each, with the same ``together``.

    ``category``: a code of the list on ``raised_on``. ``ladder``: the stages as they stood then. Closed with the effect
    for the child: what changed, when, how we know, and whether the child was told.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="concerns")
    together = models.UUIDField("the same for brothers and sisters", null=True, blank=True)
    category = models.CharField(max_length=40)
    severity = models.CharField(max_length=10, choices=Severity, default=Severity.AMBER)
    about = models.TextField("what is wrong")
    asked_for = models.TextField("what is asked for")
    asked_by = models.DateField("by when it is asked for", null=True, blank=True)
    raised_from = models.CharField(max_length=10, choices=RaisedFrom, default=RaisedFrom.ANY_TIME)
    review = models.ForeignKey(Review, models.SET_NULL, null=True, blank=True, related_name="concerns")
    monitor = models.ForeignKey(Monitor, models.SET_NULL, null=True, blank=True, related_name="concerns")
    midway = models.ForeignKey(MidwayCheck, models.SET_NULL, null=True, blank=True, related_name="concerns")
    objection = models.ForeignKey(
        ManagerAnswer, models.SET_NULL, null=True, blank=True, related_name="concerns"
    )
    raised_on = models.DateField()
    raised_at = models.DateTimeField(default=timezone.now)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    officer = models.ForeignKey(Worker, models.PROTECT, null=True, blank=True, related_name="concerns_raised")
    ladder = models.JSONField(default=dict)
    step = models.PositiveIntegerField("grows with each move", default=0)
    closed_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    effect = models.CharField(max_length=10, choices=Effect, blank=True)
    what_changed = models.TextField(blank=True)
    changed_on = models.DateField("when it changed", null=True, blank=True)
    evidence = models.TextField("how we know", blank=True)
    child_told = models.CharField(max_length=10, choices=Told, blank=True)
    child_told_on = models.DateField(null=True, blank=True)
    child_told_why = models.CharField("why they are not told", max_length=300, blank=True)

    class Meta:
        ordering = ["raised_on", "id"]
        indexes = [models.Index(fields=["raised_on"], name="concern_by_day")]
        constraints = [
            models.CheckConstraint(condition=~Q(category=""), name="concern_has_a_category"),
            models.CheckConstraint(condition=~Q(about=""), name="concern_says_what_is_wrong"),
            models.CheckConstraint(condition=Q(severity__in=Severity.values), name="severity_is_in_the_list"),
            models.CheckConstraint(
                condition=Q(raised_from__in=RaisedFrom.values), name="concern_comes_from_somewhere"
            ),
            models.CheckConstraint(
                condition=Q(effect="") | Q(effect__in=Effect.values), name="effect_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, effect="") | (Q(closed_on__isnull=False) & ~Q(effect="")),
                name="closed_concern_says_the_effect",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("raised_on")),
                name="concern_closed_after_it_was_raised",
            ),
        ]

    def __str__(self) -> str:
        return f"concern of {self.raised_on}"


class Outcome(models.TextChoices):
    """What the person asked says to it."""

    AGREED = "agreed", "Agrees and will do it"
    PARTLY = "partly", "Agrees in part"
    REFUSED = "refused", "Does not agree"


class Stage(Changeable):
    """One stage of a concern: 0 is informal, 1 and up are formal. Opened and answered, or passed over with a reason.

    A stage is never removed. ``days``: working days its ladder gave for the answer, null where it sets none.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    concern = models.ForeignKey(Concern, models.CASCADE, related_name="stages")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    role = models.CharField("who answers", max_length=80, blank=True)
    days = models.PositiveSmallIntegerField("working days for the answer", null=True, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    asked = models.ForeignKey(Worker, models.PROTECT, null=True, blank=True, related_name="asked_in_stages")
    said = models.TextField("what was said when it was opened", blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    answer = models.TextField(blank=True)
    do_by = models.DateField("when it will be done", null=True, blank=True)
    passed_over_on = models.DateField(null=True, blank=True)
    passed_over_why = models.CharField("why it was passed over", max_length=300, blank=True)

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(fields=["concern", "number"], name="one_stage_of_a_number"),
            models.CheckConstraint(
                condition=Q(opened_on__isnull=False, passed_over_on__isnull=True)
                | Q(opened_on__isnull=True, passed_over_on__isnull=False),
                name="stage_is_opened_or_passed_over",
            ),
            models.CheckConstraint(
                condition=Q(passed_over_on__isnull=True) | ~Q(passed_over_why=""),
                name="stage_passed_over_says_why",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | (Q(opened_on__isnull=False) & ~Q(outcome="")),
                name="answered_stage_was_opened_and_says_what",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(outcome__in=Outcome.values), name="outcome_is_in_the_list"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Pause(Changeable):
    """The clock of the formal stages stands still from a day on, to a day (both included) or until further notice."""

    concern = models.ForeignKey(Concern, models.CASCADE, related_name="pauses")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=300)

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="a_pause_says_why"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="pause_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["concern"], condition=Q(ends__isnull=True), name="one_open_pause_of_a_concern"
            ),
        ]

    def __str__(self) -> str:
        return f"pause from {self.starts}"


class LegalAdvice(Changeable):
    """Independent legal advice an officer asked for, and what was said. Read by officers and their manager only."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    concern = models.ForeignKey(Concern, models.CASCADE, related_name="legal_advice")
    asked_on = models.DateField()
    asked_of = models.CharField("whom", max_length=200)
    independent = models.BooleanField("independent of the council’s lawyers in the case", default=True)
    question = models.TextField()
    given_on = models.DateField(null=True, blank=True)
    advice = models.TextField(blank=True)
    cost = models.DecimalField("cost in pounds", max_digits=8, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ["asked_on", "id"]
        verbose_name_plural = "legal advice"
        constraints = [
            models.CheckConstraint(
                condition=Q(given_on__isnull=True) | Q(given_on__gte=F("asked_on")),
                name="advice_given_after_it_is_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"legal advice asked on {self.asked_on}"


class CafcassReferral(Changeable):
    """The officer referred the child's situation to Cafcass, at any point and beside any stage.

    Source: Children Act 1989, section 25B(3); Care Planning Regulations 2010, regulation 45.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    concern = models.ForeignKey(Concern, models.CASCADE, related_name="referrals")
    referred_on = models.DateField()
    why = models.TextField()
    outcome_on = models.DateField(null=True, blank=True)
    outcome = models.TextField("what Cafcass did", blank=True)

    class Meta:
        ordering = ["referred_on", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="a_referral_says_why"),
            models.CheckConstraint(
                condition=Q(outcome_on__isnull=True) | Q(outcome_on__gte=F("referred_on")),
                name="referral_outcome_after_it_was_made",
            ),
        ]

    def __str__(self) -> str:
        return f"referral of {self.referred_on}"
