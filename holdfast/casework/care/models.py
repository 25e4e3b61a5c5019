"""The care a child has been given. An episode is a row; what the child's status is today is a question, not a column.

Codes are kept as they were given, known or not: a return may be wrong, and what is wrong must be seen to be put right.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from holdfast.casework.audit.mutability import Changeable
from holdfast.casework.people.models import Child
from holdfast.casework.provenance.models import FromReturn


class PeriodOfCare(Changeable):
    """From coming into care to leaving it: a run of episodes, kept in step with them by `care.periods`."""

    child = models.ForeignKey(Child, models.CASCADE, related_name="periods_of_care")
    started = models.DateField()
    start_known = models.BooleanField("its first episode is here", default=True)
    ended = models.DateField(null=True, blank=True)
    reason_ended = models.CharField("reason it ended (REC)", blank=True)

    class Meta:
        verbose_name_plural = "periods of care"
        ordering = ["started", "id"]

    def __str__(self) -> str:
        return f"in care from {self.started}"


class Episode(FromReturn):
    """A time under one legal status in one placement: a new row whenever either changes."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="episodes")
    period = models.ForeignKey(
        PeriodOfCare, models.SET_NULL, null=True, editable=False, related_name="episodes"
    )
    started = models.DateField("date it began (DECOM)")
    # Section 20 counts as care after 24 hours without a break; kept where somebody typed it.
    started_at = models.TimeField("time it began", null=True, blank=True)
    reason_started = models.CharField("reason for the new episode (RNE)", blank=True)
    legal_status = models.CharField("legal status (LS)", blank=True)
    need = models.CharField("category of need (CIN)", blank=True)
    place = models.CharField("placement type (PLACE)", blank=True)
    provider = models.CharField("placement provider (PLACE_PROVIDER)", blank=True)
    ended = models.DateField("date it ended (DEC)", null=True, blank=True)
    reason_ended = models.CharField("reason it ended (REC)", blank=True)
    reason_moved = models.CharField("reason for the change of placement (REASON_PLACE_CHANGE)", blank=True)
    home_post = models.CharField("home postcode (HOME_POST)", blank=True)
    place_post = models.CharField("placement postcode (PL_POST)", blank=True)
    # In no CSV table of the return: the service's own record. Blank: not known.
    location = models.CharField("in or out of the council's area (PL_LOCATION)", blank=True)
    urn = models.CharField("Ofsted's number (URN)", blank=True)
    # As the returns call it, whatever is corrected here later: DECOM and RNE.
    return_key = models.CharField(blank=True, editable=False)
    reading_order = models.BigIntegerField(default=0, editable=False)

    class Meta(FromReturn.Meta):
        ordering = ["started", "reading_order", "id"]
        indexes = [models.Index(fields=["started"], name="episode_by_start")]
        constraints = [
            *FromReturn.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(return_key="") | Q(ended__isnull=True) | Q(ended__gte=F("started")),
                name="typed_episode_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["child", "return_key"],
                condition=~Q(return_key="") & Q(withdrawn_at__isnull=True),
                name="one_episode_per_row_of_a_return",
            ),
        ]

    def __str__(self) -> str:
        return f"episode from {self.started}"


class HealthYear(FromReturn):
    """What the OC2 return says of a child's health in one year. '1' yes, '0' no, blank not answered, else as given."""

    child = models.ForeignKey(Child, models.CASCADE, related_name="health_years")
    year_ending = models.PositiveSmallIntegerField()
    sdq_score = models.BigIntegerField(
        "strengths and difficulties score, 0 to 40 (SDQ_SCORE)", null=True, blank=True
    )
    sdq_reason = models.CharField(blank=True)
    convicted = models.CharField(blank=True)
    health_check = models.CharField(blank=True)
    immunisations = models.CharField(blank=True)
    teeth_check = models.CharField(blank=True)
    health_assessment = models.CharField(blank=True)
    substance_misuse = models.CharField(blank=True)
    intervention_received = models.CharField(blank=True)
    intervention_offered = models.CharField(blank=True)

    class Meta(FromReturn.Meta):
        ordering = ["year_ending"]
        constraints = [
            *FromReturn.Meta.constraints,
            models.UniqueConstraint(
                fields=["child", "year_ending"], name="one_health_year_per_child_and_year"
            ),
        ]

    def __str__(self) -> str:
        return f"health in the year to March {self.year_ending}"


class CareLeaverYear(FromReturn):
    """What the OC3 return says of a care leaver in one year."""

    child = models.ForeignKey(Child, models.CASCADE, related_name="care_leaver_years")
    year_ending = models.PositiveSmallIntegerField()
    born = models.DateField("date of birth (DOB)", null=True, blank=True)
    in_touch = models.CharField(blank=True)
    activity = models.CharField("activity (ACTIV)", blank=True)
    accommodation = models.CharField("accommodation (ACCOM)", blank=True)

    class Meta(FromReturn.Meta):
        ordering = ["year_ending"]
        constraints = [
            *FromReturn.Meta.constraints,
            models.UniqueConstraint(
                fields=["child", "year_ending"], name="one_care_leaver_year_per_child_and_year"
            ),
        ]

    def __str__(self) -> str:
        return f"care leaver in the year to March {self.year_ending}"


class AsylumStatus(FromReturn):
    """The child came to the country alone and asked for asylum (UASC)."""

    child = models.OneToOneField(Child, models.CASCADE, related_name="asylum_status")
    ceased = models.DateField("date the status ceased (DUC)", null=True, blank=True)

    class Meta(FromReturn.Meta):
        verbose_name_plural = "asylum statuses"

    def __str__(self) -> str:
        return "unaccompanied asylum seeker"


class MilestoneKind(models.TextChoices):
    """What changes when reviews are due and is in no episode."""

    ADOPTION_AUTHORISED = "adoption_authorised", "Authority to place for adoption (by consent or order)"
    ADOPTION_NO_LONGER_PLANNED = "adoption_no_longer_planned", "Adoption is no longer planned"
    LONG_TERM_MATCH = "long_term_match", "Matched with long-term foster carers"
    SHORT_BREAKS_AGREED = "short_breaks_agreed", "A series of short breaks agreed with one carer"
    SHORT_BREAKS_ENDED = "short_breaks_ended", "The series of short breaks ended"


class Milestone(Changeable):
    """A day on a child's way that sets when reviews are due and that no return brings."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="milestones")
    kind = models.CharField(max_length=30, choices=MilestoneKind)
    happened_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["happened_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=MilestoneKind.values), name="milestone_is_in_the_list"
            ),
            models.UniqueConstraint(fields=["child", "kind", "happened_on"], name="one_milestone_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} on {self.happened_on}"
