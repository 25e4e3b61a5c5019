"""Questions about imports and what they found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Count

from holdfast.casework.people.queries import children_for

from .models import Finding, FindingKind, Mismatch, ReturnIntake
from .states import ENDED, State


def intakes() -> models.QuerySet[ReturnIntake]:
    """Every import, newest first, with who brought it in."""
    return ReturnIntake.objects.select_related("received_by").order_by("-received_at", "-id")


def faults_of(intake: ReturnIntake) -> models.QuerySet[Finding]:
    """What could not be understood, in the order it was found."""
    return intake.findings.filter(kind=FindingKind.FAULT).order_by("id")


def warnings_of(intake: ReturnIntake) -> models.QuerySet[Finding]:
    """What was understood but is wrong, in the order it was found."""
    return intake.findings.filter(kind=FindingKind.WARNING).order_by("id")


def warnings_by_type(intake: ReturnIntake) -> models.QuerySet[Finding, dict[str, Any]]:
    """How many warnings of each type, most first: rows of `type` and `count`."""
    return (
        warnings_of(intake).order_by().values("type").annotate(count=Count("id")).order_by("-count", "type")
    )


def warnings_by_child(intake: ReturnIntake) -> models.QuerySet[Finding, dict[str, Any]]:
    """How many warnings each child has, most first: rows of `child_number` and `count`."""
    told = warnings_of(intake).exclude(child_number="").order_by().values("child_number")
    return told.annotate(count=Count("id")).order_by("-count", "child_number")


def open_mismatches(user: Any) -> models.QuerySet[Mismatch]:
    """What waits to be settled, of children the user may see, oldest first."""
    waiting = Mismatch.objects.filter(settled_at__isnull=True, child__in=children_for(user))
    return waiting.select_related("child", "intake").order_by("id")


def not_ended(public_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these imports still need their files."""
    wanted = ReturnIntake.objects.filter(public_id__in=list(public_ids)).exclude(state__in=ENDED)
    return set(wanted.values_list("public_id", flat=True))


def known(public_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these are imports at all."""
    found = ReturnIntake.objects.filter(public_id__in=list(public_ids))
    return set(found.values_list("public_id", flat=True))


def loading_now() -> ReturnIntake | None:
    """The import that is being loaded, if one is."""
    return ReturnIntake.objects.filter(state=State.LOADING).first()
