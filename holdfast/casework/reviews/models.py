"""Reviews and conferences: booked, held at one meeting or several, completed; and what makes an early one necessary."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from holdfast.casework.audit.mutability import Changeable
from holdfast.casework.people.models import Child, Worker
from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.casework.provenance.models import FromReturn

#: How a child took part, as the SSDA903 counts it (REVIEW_CODE).
PARTICIPATION = [f"PN{n}" for n in range(8)]


class ReviewKind(models.TextChoices):
    """The same words as ``domain.tracks.facts.Kind``."""

    CARE = "care", "Review of a child in care"
    SHORT_BREAK = "short_break", "Review of short breaks"
    CONFERENCE_INITIAL = "conference_initial", "Initial child protection conference"
    CONFERENCE_REVIEW = "conference_review", "Child protection review conference"
    CONFERENCE_TRANSFER = "conference_transfer", "Transfer-in conference"
    NEED = "need", "Review of a child in need"


class Mode(models.TextChoices):
    IN_PERSON = "in_person", "In person"
    HYBRID = "hybrid", "Some in the room, some online"
    ONLINE = "online", "Online"
    WITHOUT_MEETING = "without_meeting", "Without a meeting"


class LateReason(models.TextChoices):
    """Why a review was late. Source: the union of councils' lists (rules A7.6)."""

    SOCIAL_WORKER = "social_worker", "The social worker was not available"
    OFFICER = "officer", "The reviewing officer was not available"
    ILL = "ill", "Somebody who had to be there was ill"
    COURT = "court", "Court proceedings"
    NO_REPORT = "no_report", "The report or another paper was missing"
    NO_PREPARATION = "no_preparation", "The review was not prepared"
    CHILD_ASKED = "child_asked", "The child asked for another day"
    CARER = "carer", "A carer or parent could not come"
    INTERPRETER = "interpreter", "There was no interpreter"
    WEATHER = "weather", "The weather"
    RECORDING = "recording", "It was not late: the date on record is wrong"
    OTHER = "other", "Something else"


class Chaired(models.TextChoices):
    NO = "no", "No"
    PART = "part", "Chaired part of it"
    WHOLE = "whole", "Chaired it"


class Review(FromReturn):
    """A review or conference: held at its first meeting, completed at its final one, booked before either.

    From a return both dates are the one date given. ``held_on`` is blank while it is only booked. How the child took
    part is a code, worked out from the answers at each meeting; ``participation_reason`` says why another was chosen.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="reviews")
    kind = models.CharField(max_length=20, choices=ReviewKind, default=ReviewKind.CARE)
    protection = models.ForeignKey(
        Protection, models.CASCADE, null=True, blank=True, related_name="conferences"
    )
    need_plan = models.ForeignKey(NeedPlan, models.CASCADE, null=True, blank=True, related_name="reviews")
    booked_on = models.DateField("made on", null=True, blank=True)
    planned_on = models.DateField("planned for", null=True, blank=True)
    planned_at = models.TimeField("planned time", null=True, blank=True)
    mode = models.CharField("how it is held", max_length=20, choices=Mode, blank=True)
    venue = models.CharField("where", max_length=300, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)
    cancelled_why = models.CharField(max_length=300, blank=True)
    chair = models.ForeignKey(Worker, models.SET_NULL, null=True, blank=True, related_name="+")
    together = models.UUIDField("the same for brothers and sisters in one meeting", null=True, blank=True)
    combined_with = models.CharField("also counts as", max_length=300, blank=True)
    held_on = models.DateField("date held (REVIEW)", null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    late_reason = models.CharField("why it was late", max_length=20, choices=LateReason, blank=True)
    late_note = models.CharField(max_length=300, blank=True)
    participation = models.CharField("how the child took part (REVIEW_CODE)", blank=True)
    participation_reason = models.CharField("why another code was chosen", max_length=300, blank=True)
    child_chaired = models.CharField("did the child chair it?", max_length=10, choices=Chaired, blank=True)
    # The date the return knows it by, whatever is corrected here later.
    return_key = models.CharField(blank=True, editable=False)

    class Meta(FromReturn.Meta):
        ordering = ["held_on", "id"]
        indexes = [
            models.Index(fields=["held_on"], name="review_by_date"),
            models.Index(fields=["planned_on"], name="review_by_plan"),
        ]
        constraints = [
            *FromReturn.Meta.constraints,
            models.CheckConstraint(
                condition=Q(completed_on__isnull=True) | Q(completed_on__gte=F("held_on")),
                name="review_completed_after_it_is_held",
            ),
            models.CheckConstraint(
                condition=~Q(return_key="") | Q(participation="") | Q(participation__in=PARTICIPATION),
                name="typed_participation_is_a_code",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ReviewKind.values), name="review_kind_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=False) | Q(planned_on__isnull=False),
                name="review_is_planned_or_held",
            ),
            models.CheckConstraint(
                condition=Q(completed_on__isnull=True) | Q(held_on__isnull=False),
                name="completed_review_was_held",
            ),
            models.UniqueConstraint(
                fields=["child", "kind", "held_on"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_review_per_child_and_day",
            ),
            models.UniqueConstraint(
                fields=["child", "return_key"],
                condition=~Q(return_key="") & Q(withdrawn_at__isnull=True),
                name="one_review_per_row_of_a_return",
            ),
        ]

    def __str__(self) -> str:
        return f"review of {self.held_on or self.planned_on}"


class Attended(models.TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"


class ViewsBy(models.TextChoices):
    """How the child got views across; the first four when there, the last three when not."""

    SELF = "self", "Spoke for themselves"
    SPOKEN_FOR = "spoken_for", "Somebody spoke for them"
    WITHOUT_SPEECH = "without_speech", "By symbols or without speech"
    NOT_THERE_YET = "none_there", "Did not this time"
    BRIEFED = "briefed", "Asked somebody to speak for them"
    SENT = "sent", "By message, letter, drawing, recording or app"
    NOT_SENT = "not_sent", "Did not this time"


class Meeting(Changeable):
    """One meeting of a review; most reviews have one. ``adjourned_why`` is set when a further one is needed."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="meetings")
    number = models.PositiveSmallIntegerField(default=1)
    planned_on = models.DateField(null=True, blank=True)
    planned_at = models.TimeField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    mode = models.CharField(max_length=20, choices=Mode, blank=True)
    venue = models.CharField(max_length=300, blank=True)
    adjourned_why = models.CharField(max_length=20, choices=LateReason, blank=True)
    adjourned_note = models.CharField("what the social worker said", max_length=300, blank=True)
    child_there = models.CharField("was the child there?", max_length=5, choices=Attended, blank=True)
    views_by = models.CharField("how the child got views across", max_length=20, choices=ViewsBy, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="one_meeting_of_a_number"),
            models.CheckConstraint(
                condition=Q(held_on__isnull=False) | Q(planned_on__isnull=False),
                name="meeting_is_planned_or_held",
            ),
        ]

    def __str__(self) -> str:
        return f"meeting {self.number}"


class TriggerAnswer(models.TextChoices):
    REVIEW = "review", "Review early"
    CONTACT = "contact", "Speak with the child first"
    NOTE = "note", "Note it; no early review"


class EarlyTrigger(Changeable):
    """Something happened that makes, or may make, an early review necessary, and what the officer decided.

    ``code``: one of ``domain/early_triggers.toml``. ``review_by``: the day an early review is to be held by.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="early_triggers")
    code = models.CharField(max_length=40)
    happened_on = models.DateField()
    told_on = models.DateField("the officer was told on")
    note = models.CharField(max_length=500, blank=True)
    answer = models.CharField(max_length=10, choices=TriggerAnswer, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.CharField("why", max_length=500, blank=True)
    review_by = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["told_on", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(code=""), name="trigger_has_a_code"),
            models.CheckConstraint(
                condition=Q(answer="") | Q(answer__in=TriggerAnswer.values),
                name="trigger_answer_is_in_the_list",
            ),
            models.CheckConstraint(
                condition=~Q(answer="review") | Q(review_by__isnull=False), name="early_review_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} of {self.happened_on}"
