"""Changes to the record of a child's care. Each ends with the periods of care in step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Child
from holdfast.casework.people.rules import check_fields, check_may_correct
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields, take_ownership
from holdfast.casework.provenance.models import Owner
from holdfast.domain.reporting_year import ReportingYear

from . import rules
from .models import AsylumStatus, CareLeaverYear, Episode, HealthYear, Milestone, MilestoneKind
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


@transaction.atomic
def come_into_care(
    *,
    child: Child,
    started: date,
    legal_status: str,
    place: str,
    by: Any,
    started_at: time | None = None,
    **facts: Any,
) -> Episode:
    """Care begins, or begins again. Raises ValidationError with a sentence per field.

    Under section 20 ``started_at`` is needed: a child is looked after once 24 hours have passed.
    """
    _lock(child, by)
    rules.check_comes_into_care(child, started, legal_status, started_at)
    facts = {"legal_status": legal_status, "place": place, **facts}
    if started_at is not None:
        facts["started_at"] = started_at
    return add_episode(child=child, started=started, by=by, reason_started="S", **facts)


@transaction.atomic
def change_care(
    *,
    child: Child,
    on: date,
    by: Any,
    legal_status: str = "",
    place: str = "",
    provider: str = "",
    place_post: str = "",
    location: str = "",
    same_carer: bool = False,
    reason_moved: str = "",
) -> Episode:
    """The legal status changes, the placement, or both: the open episode ends that day and the next one begins.

    What is not given stays as it is. The reason for the new episode (RNE) follows from what changed.
    Raises ValidationError with a sentence per field.
    """
    _lock(child, by)
    before = rules.check_next_day(_open_episode(child), on)
    moves = bool(place)
    changes_status = bool(legal_status) and legal_status != before.legal_status
    if not (moves or changes_status):
        raise rules.refuse("legal_status", "This is the legal status now. Choose another one.")
    if moves and not same_carer and not reason_moved:
        raise rules.refuse("reason_moved", "Choose why the placement changed.")
    ends = {"ended": on, "reason_ended": rules.CONTINUES}
    if moves and not same_carer:
        ends["reason_moved"] = reason_moved
    correct_episode(episode=before, changes=ends, by=by)
    facts = {
        "reason_started": rules.reason_for_new_episode(moves, changes_status, same_carer),
        "legal_status": legal_status or before.legal_status,
        "need": before.need,
        "place": place or before.place,
        "provider": provider if moves else before.provider,
        "place_post": place_post if moves else before.place_post,
        "location": location if moves and not (same_carer and not location) else before.location,
        "home_post": before.home_post,
        "urn": "" if moves else before.urn,
    }
    return add_episode(child=child, started=on, by=by, **facts)


@transaction.atomic
def leave_care(*, child: Child, on: date, reason: str, by: Any) -> Episode:
    """Care ends. ``reason``: why (REC). Raises ValidationError with a sentence per field."""
    _lock(child, by)
    episode = rules.check_next_day(_open_episode(child), on)
    if not reason or reason == rules.CONTINUES:
        raise rules.refuse("reason", "Choose why care ended.")
    try:
        correct_episode(episode=episode, changes={"ended": on, "reason_ended": reason}, by=by)
    except ValidationError as refusal:
        raise ValidationError({rules.LEAVING.get(f, f): s for f, s in refusal.message_dict.items()}) from None
    return episode


@transaction.atomic
def take_back_episode(*, episode: Episode, by: Any) -> None:
    """The child's last episode, typed here by mistake, stands no longer; the one before it is open again.

    Raises ValidationError unless it is the last one and no return brought it.
    """
    _lock(episode.child, by)
    before = rules.check_may_take_back(episode)
    set_fields(record=episode, values={"withdrawn_at": timezone.now()}, by=by)
    detail = {"child": episode.child_id}
    record(by=by, verb="episode.taken_back", subject=episode, detail=detail)
    if before is not None:
        correct_episode(
            episode=before, changes={"ended": None, "reason_ended": "", "reason_moved": ""}, by=by
        )
    keep_in_step([episode.child_id])


@transaction.atomic
def note_milestone(
    *, child: Child, kind: MilestoneKind, happened_on: date, note: str = "", by: Any
) -> Milestone:
    """A day that sets when reviews are due and is in no episode. Raises ValidationError with a sentence per field."""
    _lock(child, by)
    rules.check_milestone(child, kind, happened_on)
    milestone = Milestone(child=child, kind=kind, happened_on=happened_on, note=note.strip())
    milestone.full_clean()
    milestone.save()
    record(by=by, verb="milestone.noted", subject=milestone, detail={"child": child.pk, "kind": str(kind)})
    return milestone


@transaction.atomic
def remove_milestone(*, milestone: Milestone, by: Any) -> None:
    """A milestone that was entered by mistake; what stood there is kept."""
    _lock(milestone.child, by)
    keep_what_is_removed(record=milestone, fields=["kind", "happened_on", "note"], by=by)
    record(by=by, verb="milestone.removed", subject=milestone, detail={"child": milestone.child_id})
    milestone.delete()


def _lock(child: Child, by: Any) -> None:
    """One change of a child's care at a time. Raises NotAllowed or NotYours."""
    check_may_correct(by, child)
    Child.objects.select_for_update().get(pk=child.pk)


def _open_episode(child: Child) -> Episode | None:
    return rules.standing(child).filter(ended__isnull=True).order_by("started", "reading_order", "id").last()


def _check_in_year(code_list: str, field: str, changes: Mapping[str, Any], ending: int) -> None:
    rules.check_code(code_list, changes.get(field) or "", on=ReportingYear(ending).ends, field=field)


def _correct(one: models.Model, changes: Mapping[str, Any], verb: str, by: Any) -> list[str]:
    changed = set_fields(record=one, values=changes, by=by)
    if changed:
        record(by=by, verb=verb, subject=one, detail={"child": one.child_id, "fields": changed})
    return changed
