"""What the actions of a plan share: a record changed in its fields, moved among its neighbours, taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models, transaction

from holdfast.casework.audit.actions import record as note
from holdfast.casework.improvement.models import Action, Aim, Recommendation
from holdfast.casework.improvement.rules import check_not_overtaken
from holdfast.casework.provenance.actions import set_fields


@transaction.atomic
def change(
    *, record: models.Model, values: Mapping[str, Any], seen: int | None, by: Any, verb: str
) -> list[str]:
    """Other values in a record's fields; the names of those that changed. Raises Overtaken."""
    type(record)._base_manager.select_for_update().get(pk=record.pk)
    check_not_overtaken(record, seen)
    changed = set_fields(record=record, values=values, by=by)
    if changed:
        note(by=by, verb=verb, subject=record, detail={"fields": changed})
    return changed


def next_place(neighbours: models.QuerySet) -> int:
    """The place behind the last of them."""
    last = neighbours.aggregate(last=models.Max("order"))["last"]
    return 0 if last is None else last + 1


@transaction.atomic
def move(*, record: Aim | Action | Recommendation, up: bool, by: Any, verb: str) -> bool:
    """One place up or down among those that stand beside it; False where it is at that end already."""
    standing = list(_neighbours(record).select_for_update())
    places = [one.pk for one in standing]
    nth = places.index(record.pk) if record.pk in places else -1
    other = nth - 1 if up else nth + 1
    if nth < 0 or not 0 <= other < len(standing):
        return False
    standing[nth], standing[other] = standing[other], standing[nth]
    for place, one in enumerate(standing):
        set_fields(record=one, values={"order": place}, by=by)
    note(by=by, verb=verb, subject=record, detail={"place": other + 1})
    return True


@transaction.atomic
def take_back(*, record: Aim | Action | Recommendation, on: date, by: Any, verb: str) -> None:
    """Out of the plan and of every report to come; what stood there stays, and it can be put back."""
    if set_fields(record=record, values={"taken_back_on": on}, by=by):
        note(by=by, verb=verb, subject=record)


@transaction.atomic
def put_back(*, record: Aim | Action | Recommendation, by: Any, verb: str) -> None:
    if set_fields(record=record, values={"taken_back_on": None}, by=by):
        note(by=by, verb=verb, subject=record)


def _neighbours(record: Aim | Action | Recommendation) -> models.QuerySet:
    if isinstance(record, Action):
        return Action.objects.filter(aim=record.aim_id, taken_back_on=None)
    return type(record).objects.filter(year_ending=record.year_ending, taken_back_on=None)
