"""What a review needs before it is held: papers and talks, people asked and invited, the child seen."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from holdfast.casework.audit.mutability import Changeable
from holdfast.casework.people.models import Contact, Relation
from holdfast.casework.reviews.models import Review


class ItemKind(models.TextChoices):
    """What must be there before a review; the days come from the limits of the same rule."""

    TALK = "talk", "Social worker and officer have talked"
    REPORT = "report", "Social worker’s report"
    CARE_PLAN = "care_plan", "Care plan"
    EDUCATION = "education", "Personal education plan"
    HEALTH = "health", "Health plan"
    SHARED = "shared", "Report shared with the child and parents"


class Item(Changeable):
    """One thing a review needs; ``done_on`` once it is there. ``not_needed`` says why it is not."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="items")
    kind = models.CharField(max_length=20, choices=ItemKind)
    done_on = models.DateField(null=True, blank=True)
    not_needed = models.CharField("why it is not needed", max_length=300, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ItemKind.values), name="item_is_in_the_list"),
            models.UniqueConstraint(fields=["review", "kind"], name="one_item_of_a_kind"),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Seen(models.TextChoices):
    SEEN = "seen", "Seen"
    NOT_SEEN = "not_seen", "Not seen"
    NOT_APPROPRIATE = "not_appropriate", "Not appropriate"
    NOT_NECESSARY = "not_necessary", "Not necessary"


class SeenHow(models.TextChoices):
    PLACEMENT = "placement", "Where the child lives"
    SCHOOL = "school", "At school"
    ELSEWHERE = "elsewhere", "Somewhere else"
    VIDEO = "video", "By video"
    PHONE = "phone", "By telephone"


class SeenBefore(Changeable):
    """Whether the officer saw the child before this review: asked once, counted in `seen_before_review`."""

    review = models.OneToOneField(Review, models.CASCADE, related_name="seen_before")
    answer = models.CharField(max_length=20, choices=Seen)
    seen_on = models.DateField(null=True, blank=True)
    how = models.CharField(max_length=20, choices=SeenHow, blank=True)
    alone = models.CharField("alone?", max_length=5, choices=[("yes", "Yes"), ("no", "No")], blank=True)
    why_not = models.CharField("why not", max_length=300, blank=True)

    class Meta:
        verbose_name = "child seen before the review"
        constraints = [
            models.CheckConstraint(condition=Q(answer__in=Seen.values), name="seen_answer_is_in_the_list"),
            models.CheckConstraint(
                condition=~Q(answer="seen") | Q(seen_on__isnull=False), name="seen_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_answer_display())


class Came(models.TextChoices):
    YES = "yes", "Came"
    ONLINE = "online", "Came online"
    NO = "no", "Did not come"


class Invitee(Changeable):
    """Somebody asked about or invited to one review: papers out and back, invited, came, sent views.

    Name and relation are kept as they were, whatever becomes of the contact.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.CASCADE, related_name="invitees")
    contact = models.ForeignKey(Contact, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    relation = models.CharField(max_length=20, choices=Relation)
    email = models.EmailField(blank=True)
    paper_sent_on = models.DateField("consultation paper sent", null=True, blank=True)
    paper_back_on = models.DateField("consultation paper back", null=True, blank=True)
    invited_on = models.DateField("invited", null=True, blank=True)
    not_invited_why = models.CharField("why they are not invited", max_length=300, blank=True)
    came = models.CharField(max_length=10, choices=Came, blank=True)
    sent_views = models.BooleanField("sent their views", default=False)
    views = models.TextField("their views in a few words", blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="invitee_has_a_name"),
            models.UniqueConstraint(
                fields=["review", "contact"],
                condition=Q(contact__isnull=False),
                name="a_contact_is_invited_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name
