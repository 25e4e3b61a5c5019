"""Reviews of a child's care plan, in their simplest form: when, and how the child took part."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from holdfast.casework.people.models import Child
from holdfast.casework.provenance.models import FromReturn

#: How a child took part, as the SSDA903 counts it (REVIEW_CODE).
PARTICIPATION = [f"PN{n}" for n in range(8)]


class Review(FromReturn):
    """A review: held at its first meeting, completed at its final one. From a return both are the one date given."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="reviews")
    held_on = models.DateField("date held (REVIEW)")
    completed_on = models.DateField(null=True, blank=True)
    participation = models.CharField("how the child took part (REVIEW_CODE)", blank=True)
    # The date the return knows it by, whatever is corrected here later.
    return_key = models.CharField(blank=True, editable=False)

    class Meta(FromReturn.Meta):
        ordering = ["held_on", "id"]
        indexes = [models.Index(fields=["held_on"], name="review_by_date")]
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
            models.UniqueConstraint(
                fields=["child", "held_on"],
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
        return f"review of {self.held_on}"
