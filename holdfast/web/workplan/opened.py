"""The records of the plan by the key in their address. What is not there answers 404."""

from __future__ import annotations

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import models
from django.http import Http404
from django.urls import reverse

from holdfast.casework.improvement.models import Action, Aim, Recommendation, Theme
from holdfast.casework.improvement.queries import years_with_plans
from holdfast.casework.improvement.rules import FIRST_YEAR, LAST_YEAR
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.figures import counting

Kind = TypeVar("Kind", bound=models.Model)


def aim_at(key: UUID) -> Aim:
    return _one(Aim.objects.select_related("carried_from"), key)


def action_at(key: UUID) -> Action:
    return _one(Action.objects.select_related("aim"), key)


def theme_at(key: UUID) -> Theme:
    return _one(Theme.objects.all(), key)


def asked_at(key: UUID) -> Recommendation:
    return _one(Recommendation.objects.select_related("theme"), key)


def _one(found: models.QuerySet[Kind], key: UUID) -> Kind:
    one = found.filter(public_id=key).first()
    if one is None:
        raise Http404
    return one


def years_offered(on: date) -> list[ReportingYear]:
    """The years a plan is looked at for: the next one and the two before, those that have reports or a plan."""
    running = ReportingYear.of(on).ending
    known = {year.ending for year in counting.years(on)} | set(years_with_plans())
    offered = known | {
        ending for ending in range(running - 2, running + 2) if FIRST_YEAR <= ending <= LAST_YEAR
    }
    return [ReportingYear(ending) for ending in sorted(offered, reverse=True)]


def check_offered(year: ReportingYear, on: date) -> list[ReportingYear]:
    """The years offered. Raises Http404 for another."""
    offered = years_offered(on)
    if year not in offered:
        raise Http404
    return offered


def plan_trail(year: ReportingYear) -> tuple[str, str]:
    return (f"Work plan {year}", reverse("workplan_year", args=[year]))


def asked_trail(year: ReportingYear) -> tuple[str, str]:
    return (f"Recommendations {year}", reverse("recommendations_year", args=[year]))
