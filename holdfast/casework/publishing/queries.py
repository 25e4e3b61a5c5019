"""Questions about what was entered to be printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models

from holdfast.casework.audit.models import AuditEvent

from .models import (
    Population,
    PublishedFigure,
    RegionalCaseload,
    ReportText,
    SectionChoice,
    Term,
    TypedTable,
)


def texts_of(year_ending: int) -> dict[str, str]:
    """The author's words for a year's report, slot by slot: the latest of each."""
    written = ReportText.objects.filter(year_ending=year_ending).order_by("id").values_list("slot", "text")
    return dict(written)


def versions_of(year_ending: int, slot: str) -> models.QuerySet[ReportText]:
    """Every version of the words for one place, oldest first."""
    return ReportText.objects.filter(year_ending=year_ending, slot=slot).order_by("id")


def population_of(year_ending: int) -> Population | None:
    return Population.objects.filter(year_ending=year_ending).first()


def populations() -> models.QuerySet[Population]:
    """The populations entered, newest year first."""
    return Population.objects.order_by("-year_ending")


def published(tables: Iterable[str] | None = None) -> models.QuerySet[PublishedFigure]:
    """Figures that somebody published, of these tables or of all."""
    figures = PublishedFigure.objects.all()
    return figures if tables is None else figures.filter(table__in=list(tables))


def regional_caseloads(until: date | None = None) -> models.QuerySet[RegionalCaseload]:
    """What authorities of the region returned, oldest collection first; ``until``: collected by that day."""
    entered = RegionalCaseload.objects.order_by("collected_on", "authority", "id")
    return entered if until is None else entered.filter(collected_on__lte=until)


def typed_tables(year_ending: int, slot: str = "") -> models.QuerySet[TypedTable]:
    """The tables typed in for a year, of one slot or of all, in the order in which they are printed."""
    tables = TypedTable.objects.filter(year_ending=year_ending).order_by("slot", "order", "id")
    return tables.filter(slot=slot) if slot else tables


def choices_of(kind: str, year_ending: int) -> list[SectionChoice]:
    """Where the sections of a year's report stand: its own choices, or those of the latest year before it."""
    of_kind = SectionChoice.objects.filter(kind=kind, year_ending__lte=year_ending)
    latest = of_kind.order_by("-year_ending").values_list("year_ending", flat=True).first()
    return [] if latest is None else list(of_kind.filter(year_ending=latest).order_by("order", "id"))


def has_own_choices(kind: str, year_ending: int) -> bool:
    """Whether the year has choices of its own, and does not take those of an earlier one."""
    return SectionChoice.objects.filter(kind=kind, year_ending=year_ending).exists()


def arranged_before(kind: str, year_ending: int) -> models.QuerySet[AuditEvent]:
    """What was done to the order of a year's report, newest first."""
    events = AuditEvent.objects.filter(verb="sections.arranged", subject_type=SectionChoice._meta.label)
    return events.filter(detail__kind=kind, detail__year=year_ending).order_by("-id")


def latest_text(year_ending: int, slot: str) -> ReportText | None:
    """The words that stand in one place now."""
    return ReportText.objects.filter(year_ending=year_ending, slot=slot).order_by("-id").first()


def terms() -> models.QuerySet[Term]:
    """The words the service prefers, in the order of the alphabet."""
    return Term.objects.order_by("preferred")
