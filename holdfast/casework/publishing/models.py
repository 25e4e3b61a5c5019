"""What is entered to be printed beside our own figures. None of it is ever computed from the record."""

from __future__ import annotations

import uuid

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
    published_on = models.DateField("when it was published", null=True, blank=True)

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
    published_on = models.DateField("when it was published or collected", null=True, blank=True)
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


class SectionChoice(Changeable):
    """Where a section stands in a year's report of one kind, whether it is shown, and what it is called.

    ``key``: of a section the program has, or of one the service added (``added``), which holds only the author's words
    and typed tables. A year without choices takes those of the latest year before it that has some.
    """

    kind = models.CharField(max_length=20)
    year_ending = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60)
    order = models.PositiveSmallIntegerField(default=0)
    hidden = models.BooleanField(default=False)
    added = models.BooleanField(default=False)
    title = models.CharField("its own title; blank: the program's", max_length=200, blank=True)
    prompt = models.TextField("what the author is asked to write there", blank=True)

    class Meta:
        ordering = ["kind", "year_ending", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "year_ending", "key"], name="one_choice_per_section"),
        ]

    def __str__(self) -> str:
        return f"{self.key} in {self.year_ending}"


class TypedTable(Changeable):
    """A table the service typed in, because no record here holds its figures yet; printed as typed in.

    ``columns``: headings, the first that of the rows; ``rows``: lists of texts as long as ``columns``.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    year_ending = models.PositiveSmallIntegerField()
    slot = models.CharField("the author's place it stands under", max_length=100)
    order = models.PositiveSmallIntegerField(default=0)
    caption = models.CharField(max_length=300)
    columns = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    base = models.CharField("what its shares are of", max_length=300, blank=True)
    source = models.CharField(max_length=300)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["year_ending", "slot", "order", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(source=""), name="typed_table_names_its_source"),
            models.CheckConstraint(condition=~Q(caption=""), name="typed_table_has_a_caption"),
        ]

    def __str__(self) -> str:
        return self.caption


class RegionalCaseload(Changeable):
    """The mean caseload one authority of the region returned; ``value`` is empty where no return came in."""

    collected = models.CharField("when it was collected, such as November 2014", max_length=60)
    collected_on = models.DateField("its day, or the last day of its month")
    authority = models.CharField(max_length=200)
    is_us = models.BooleanField(default=False)
    role = models.CharField("whom its officers serve", max_length=200, blank=True)
    value = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["collected_on", "authority", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["collected_on", "authority"], name="one_regional_caseload_per_authority"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="regional_caseload_names_its_source"),
        ]

    def __str__(self) -> str:
        return f"{self.authority}, {self.collected}"


class Term(Changeable):
    """A word the service uses, and those it does not want in what it publishes."""

    preferred = models.CharField(max_length=100, unique=True)
    instead_of = models.JSONField("words not to use", default=list)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["preferred"]
        constraints = [models.CheckConstraint(condition=~Q(preferred=""), name="term_is_a_word")]

    def __str__(self) -> str:
        return self.preferred


class PublicRule(AppendOnly):
    """The greatest count that is hidden from the public, from a day on. Without one it is 5."""

    threshold = models.PositiveSmallIntegerField()
    reason = models.TextField()
    set_at = models.DateTimeField(default=timezone.now)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(threshold__gte=2), name="public_rule_hides_two_at_least")
        ]

    def __str__(self) -> str:
        return f"counts of 1 to {self.threshold} are hidden"
