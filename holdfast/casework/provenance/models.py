"""Who owns each field of a record, and what stood in it before it changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from holdfast.casework.audit.mutability import AppendOnly, Changeable

#: In the place of a field's name: the record as a whole.
EVERY_FIELD = "*"


class Owner(models.TextChoices):
    RETURN = "return", "a return"
    TYPED = "typed", "typed here"


class FromReturn(Changeable):
    """A record that a return may bring: which import made it, if one did, and in which return years it stands."""

    made_by_intake = models.BigIntegerField(
        "import that made it; null: it was typed", null=True, editable=False
    )
    in_returns_from = models.PositiveSmallIntegerField(
        "first return year it stands in", null=True, editable=False
    )
    in_returns_to = models.PositiveSmallIntegerField(
        "last return year it stands in", null=True, editable=False
    )
    withdrawn_at = models.DateTimeField("taken back by a corrected return at", null=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(in_returns_from__isnull=True, in_returns_to__isnull=True)
                | models.Q(in_returns_from__lte=models.F("in_returns_to")),
                name="%(class)s_return_years_in_order",
            ),
        ]


class OwnedField(Changeable):
    """Who may change one field of one record: the returns, or only a person.

    A field without a row belongs to whoever made the record: a return (`made_by_intake`) or a person.
    """

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    field = models.CharField(max_length=60)
    owner = models.CharField(max_length=10, choices=Owner)
    set_at = models.DateTimeField(default=timezone.now)
    intake_id = models.BigIntegerField("import that set it", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record_type", "record_id", "field"], name="one_owner_of_a_field"
            ),
            models.CheckConstraint(condition=models.Q(owner__in=Owner.values), name="owner_is_in_the_list"),
            models.CheckConstraint(
                condition=models.Q(owner=Owner.TYPED, intake_id__isnull=True)
                | models.Q(owner=Owner.RETURN, intake_id__isnull=False),
                name="a_return_owns_by_an_import",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id} {self.field}: {self.owner}"


class FieldChange(AppendOnly):
    """What stood in a field before, and what came in its place. Values as text, a blank for none."""

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    field = models.CharField(max_length=60)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=10, choices=Owner)
    intake_id = models.BigIntegerField("import that changed it", null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["record_type", "record_id"], name="changes_of_a_record")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source__in=Owner.values), name="change_source_is_in_the_list"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id} {self.field}"


class ChangeReason(AppendOnly):
    """Why somebody changed a record, in their words; beside the last of the changes they made at once."""

    change = models.OneToOneField(FieldChange, models.PROTECT, related_name="why")
    reason = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="a_reason_says_something"),
        ]

    def __str__(self) -> str:
        return f"why {self.change}"
