"""Time limits of this council, and which kinds of plan the service reviews, by date."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from holdfast.casework.audit.mutability import Changeable
from holdfast.domain.limits import UNITS

CERTAINTIES = ("H", "M", "L")


class OwnLimit(Changeable):
    """A limit this council holds itself to instead of that of ``domain/limits.toml``, first and last day included.

    ``law_changed``: it may be longer than the national one, because the law says so now.
    """

    rule_id = models.CharField(max_length=60)
    value = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=20, choices=[(unit, unit) for unit in UNITS])
    from_date = models.DateField("first day it holds")
    to_date = models.DateField("last day it holds", null=True, blank=True)
    source = models.CharField("where it comes from", max_length=300)
    certainty = models.CharField("how sure", max_length=1, choices=[(c, c) for c in CERTAINTIES])
    reason = models.TextField("why")
    law_changed = models.BooleanField("the law itself has changed", default=False)

    class Meta:
        ordering = ["rule_id", "from_date", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(unit__in=UNITS), name="own_limit_unit_is_in_the_list"),
            models.CheckConstraint(
                condition=Q(certainty__in=CERTAINTIES), name="own_limit_certainty_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="own_limit_ends_after_it_starts",
            ),
            models.UniqueConstraint(fields=["rule_id", "from_date"], name="one_own_limit_from_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.rule_id} from {self.from_date}"


class RemitKind(models.TextChoices):
    CARE = "care", "Reviews of children in care"
    PROTECTION = "protection", "Child protection conferences"
    NEED = "need", "Reviews of children in need"


class Remit(Changeable):
    """The service reviews this kind of plan from a day on, to a day (both included) or until further notice."""

    kind = models.CharField(max_length=20, choices=RemitKind)
    from_date = models.DateField("from")
    to_date = models.DateField("to", null=True, blank=True)
    reason = models.TextField("why", blank=True)

    class Meta:
        ordering = ["kind", "from_date", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=RemitKind.values), name="remit_kind_is_in_the_list"),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="remit_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["kind"], condition=Q(to_date__isnull=True), name="one_open_remit_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} from {self.from_date}"
