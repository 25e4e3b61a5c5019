"""What is entered to be printed beside our own figures. None of it is ever computed from the record."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.audit.mutability import AppendOnly, Changeable

#: the publisher under which an authority keeps its own earlier figures
OURSELVES = "us"


class Population(Changeable):
    """How many people aged 0 to 17 live in the authority: a mid-year estimate somebody published."""

    year_ending = models.PositiveSmallIntegerField(unique=True)
    aged_0_17 = models.PositiveIntegerField()
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["year_ending"]
        constraints = [
            models.CheckConstraint(condition=Q(aged_0_17__gt=0), name="population_is_not_nought"),
            models.CheckConstraint(condition=~Q(source=""), name="population_names_its_source"),
        ]

    def __str__(self) -> str:
        return f"population for the year to March {self.year_ending}"


class PublishedFigure(Changeable):
    """A figure as somebody printed it: ourselves in an earlier year, the region, the nation. Shown beside ours."""

    publisher = models.CharField("whose figure (us, the region, England)", max_length=100)
    table = models.CharField(max_length=60)
    group = models.CharField(max_length=60)
    period = models.CharField(max_length=20)
    numerator = models.BigIntegerField(null=True, blank=True)
    denominator = models.BigIntegerField(null=True, blank=True)
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    printed = models.CharField("as it is printed", max_length=40)
    source = models.CharField(max_length=300)
    note = models.CharField("what its reader must know, such as another base", max_length=300, blank=True)

    class Meta:
        ordering = ["table", "period", "publisher", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["publisher", "table", "group", "period"], name="one_published_figure_per_cell"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="published_figure_names_its_source"),
        ]

    def __str__(self) -> str:
        return f"{self.publisher}: {self.table} {self.group} {self.period}"


class ReportText(AppendOnly):
    """The author's words for one place in a year's report. A new version is a new row; the latest is printed."""

    year_ending = models.PositiveSmallIntegerField()
    slot = models.CharField(max_length=100)
    text = models.TextField(blank=True)
    written_at = models.DateTimeField(default=timezone.now)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["year_ending", "slot"], name="report_text_by_slot")]
        constraints = [models.CheckConstraint(condition=~Q(slot=""), name="report_text_has_a_slot")]

    def __str__(self) -> str:
        return f"{self.slot}, year to March {self.year_ending}"
