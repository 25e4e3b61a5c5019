"""Changes to the record of a child's care. Each ends with the periods of care in step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models, transaction

from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Child
from holdfast.casework.people.rules import check_fields, check_may_correct
from holdfast.casework.provenance.actions import set_fields, take_ownership
from holdfast.casework.provenance.models import Owner
from holdfast.domain.reporting_year import ReportingYear

from . import rules
from .models import AsylumStatus, CareLeaverYear, Episode, HealthYear
from .periods import keep_in_step


@transaction.atomic
def add_episode(*, child: Child, started: date, by: Any, **facts: Any) -> Episode:
    """An episode typed in here. Raises ValidationError for what cannot be: an unknown code, an end before the start."""
    check_may_correct(by, child)
    check_fields(facts, rules.CORRECTABLE)
    episode = Episode(child=child, started=started, **facts)
    rules.check_episode(episode, {"started": started, **facts})
    episode.full_clean()
    episode.save()
    given = ["started", *facts]
    take_ownership(record=episode, fields=given, owner=Owner.TYPED)
    keep_in_step([child.pk])
    record(by=by, verb="episode.added", subject=episode, detail={"child": child.pk, "fields": given})
    return episode


@transaction.atomic
def correct_episode(
    *, episode: Episode, changes: Mapping[str, Any], by: Any, put_back: bool = False
) -> list[str]:
    """Type other facts of an episode; no return changes them from now on. Returns the fields that changed.

    ``put_back``: these stood there before, so that even a code that is in no list may stand there again.
    """
    check_may_correct(by, episode.child)
    check_fields(changes, rules.CORRECTABLE)
    episode.refresh_from_db(from_queryset=Episode.objects.select_for_update())
    if not put_back:
        rules.check_episode(episode, changes)
    changed = set_fields(record=episode, values=changes, by=by)
    if changed:
        keep_in_step([episode.child_id])
        detail = {"child": episode.child_id, "fields": changed}
        verb = "episode.put_back" if put_back else "episode.corrected"
        record(by=by, verb=verb, subject=episode, detail=detail)
    return changed


@transaction.atomic
def correct_health_year(*, health_year: HealthYear, changes: Mapping[str, Any], by: Any) -> list[str]:
    """Type other facts of a child's health in one year. Returns the fields that changed."""
    check_may_correct(by, health_year.child)
    check_fields(changes, rules.HEALTH_CORRECTABLE)
    rules.check_health(changes)
    if changes.get("sdq_reason"):
        _check_in_year("SDQ_REASON", "sdq_reason", changes, health_year.year_ending)
    return _correct(health_year, changes, "health_year.corrected", by)


@transaction.atomic
def correct_care_leaver_year(
    *, care_leaver_year: CareLeaverYear, changes: Mapping[str, Any], by: Any
) -> list[str]:
    """Type other facts of a care leaver in one year. Returns the fields that changed."""
    check_may_correct(by, care_leaver_year.child)
    check_fields(changes, rules.CARE_LEAVER_CORRECTABLE)
    for code_list, field in (("IN_TOUCH", "in_touch"), ("ACTIV", "activity"), ("ACCOM", "accommodation")):
        _check_in_year(code_list, field, changes, care_leaver_year.year_ending)
    return _correct(care_leaver_year, changes, "care_leaver_year.corrected", by)


@transaction.atomic
def correct_asylum_status(*, asylum_status: AsylumStatus, changes: Mapping[str, Any], by: Any) -> list[str]:
    """Type the day the status ceased. Returns the fields that changed."""
    check_may_correct(by, asylum_status.child)
    check_fields(changes, ("ceased",))
    return _correct(asylum_status, changes, "asylum_status.corrected", by)


def _check_in_year(code_list: str, field: str, changes: Mapping[str, Any], ending: int) -> None:
    rules.check_code(code_list, changes.get(field) or "", on=ReportingYear(ending).ends, field=field)


def _correct(one: models.Model, changes: Mapping[str, Any], verb: str, by: Any) -> list[str]:
    changed = set_fields(record=one, values=changes, by=by)
    if changed:
        record(by=by, verb=verb, subject=one, detail={"child": one.child_id, "fields": changed})
    return changed
