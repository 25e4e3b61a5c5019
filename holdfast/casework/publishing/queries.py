"""Questions about what was entered to be printed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from .models import Population, PublishedFigure, ReportText


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
