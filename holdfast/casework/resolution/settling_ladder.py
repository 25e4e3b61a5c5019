"""Changes of the ladder a council climbs, and of who answers for each of its roles. Managers only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Worker
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields
from holdfast.casework.service.queries import book
from holdfast.casework.service.rules import FIRST_DAY, LAST_DAY
from holdfast.domain.resolution import ladders
from holdfast.domain.resolution.ladders import Ladder
from holdfast.domain.wording import long_date

from .models import Answerer, Concern, OwnLadder
from .rules import entered_meanwhile

TOTAL = "resolution.total"


@transaction.atomic
def set_ladder(*, content: Mapping[str, Any], from_date: date, reason: str, on: date, by: Any) -> OwnLadder:
    """Concerns raised from a day on climb this ladder; those raised before keep theirs. ``on``: today.

    One that begins on the same day and is still to come is put right. Raises NotAllowed, or ValidationError with a
    sentence per field: a fault of the ladder, more working days than the law gives, a day gone by, no reason.
    """
    check_by(by, Permission.SET_RULES)
    total = book().on(TOTAL, from_date) if FIRST_DAY <= from_date <= LAST_DAY else None
    wrong: dict[str, Any] = {}
    found = list(ladders.faults(content))
    if not found and total and _days(content) > total.value:
        found = [
            f"The formal stages take {_days(content)} working days together, and all of them may take "
            f"{total.value} at most ({total.source}). Give the stages fewer days."
        ]
    if found:
        wrong["stages"] = found
    if not on <= from_date <= LAST_DAY:
        wrong["from_date"] = (
            f"Choose {long_date(on)} or a later day: concerns raised before then climb the ladder that held."
        )
    if not reason.strip():
        wrong["reason"] = "Say why the ladder is changed."
    if wrong:
        raise ValidationError(wrong)
    kept = ladders.as_content(ladders.read(content))
    same = OwnLadder.objects.select_for_update().filter(from_date=from_date).first()
    if same is not None:
        changed = set_fields(record=same, values={"content": kept, "reason": reason.strip()}, by=by)
        record(by=by, verb="ladder.put_right", subject=same, detail={"fields": changed})
        return same
    made = OwnLadder(content=kept, from_date=from_date, reason=reason.strip())
    made.full_clean()
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        raise entered_meanwhile() from None
    record(by=by, verb="ladder.set", subject=made, detail={"stages": len(kept["stages"])})
    return made


@transaction.atomic
def take_back_ladder(*, ladder: OwnLadder, by: Any) -> None:
    """A ladder set by mistake never held. Raises NotAllowed, or ValidationError once concerns climb it."""
    check_by(by, Permission.SET_RULES)
    after = OwnLadder.objects.filter(from_date__gt=ladder.from_date).order_by("from_date").first()
    climbing = Concern.objects.filter(raised_on__gte=ladder.from_date)
    if after is not None:
        climbing = climbing.filter(raised_on__lt=after.from_date)
    if climbing.exists():
        raise ValidationError(
            "Concerns were raised on this ladder. Set another one from a later day instead."
        )
    keep_what_is_removed(record=ladder, fields=["content", "from_date", "reason"], by=by)
    record(by=by, verb="ladder.taken_back", subject=ladder)
    ladder.delete()


@transaction.atomic
def name_answerer(
    *, role: str, worker: Worker, team: str = "", starts: date, ends: date | None = None, by: Any
) -> Answerer:
    """Who answers for a role of the ladder, for one team or (blank) for every team, from a day on or to a day.

    Several may answer for one role. Raises NotAllowed, or ValidationError with a sentence per field: they do already.
    """
    check_by(by, Permission.SET_RULES)
    Worker.objects.select_for_update().get(pk=worker.pk)  # named twice at once, they are named once
    given = Answerer(role=role.strip(), worker=worker, team=team.strip(), starts=starts, ends=ends)
    wrong = {}
    if not given.role:
        wrong["role"] = "Choose the role of the ladder."
    if not FIRST_DAY <= starts <= LAST_DAY:
        wrong["starts"] = "Check the year: nothing is kept for that day."
    if ends and ends < starts:
        wrong["ends"] = "The last day is before the first. Check both days."
    same = Answerer.objects.select_for_update().filter(role=given.role, worker=worker, team=given.team)
    beside = same.filter(Q(ends__isnull=True) | Q(ends__gte=starts))
    if ends is not None:
        beside = beside.filter(starts__lte=ends)
    if not wrong and beside.exists():
        wrong["worker"] = f"{worker.name} answers for this role already on one of those days."
    if wrong:
        raise ValidationError(wrong)
    given.full_clean(validate_constraints=False)
    given.save()
    record(by=by, verb="answerer.named", subject=given, detail={"worker": worker.pk})
    return given


@transaction.atomic
def end_answerer(*, answerer: Answerer, ends: date, by: Any) -> None:
    """They answer for the role up to and including this day. Raises NotAllowed, ValidationError."""
    check_by(by, Permission.SET_RULES)
    if ends < answerer.starts:
        raise ValidationError({"ends": "The last day is before the first. Check both days."})
    if set_fields(record=answerer, values={"ends": ends}, by=by):
        detail = {"worker": answerer.worker_id, "fields": ["ends"]}
        record(by=by, verb="answerer.ended", subject=answerer, detail=detail)


@transaction.atomic
def take_back_answerer(*, answerer: Answerer, by: Any) -> None:
    """Somebody named by mistake never answered for the role. Raises NotAllowed."""
    check_by(by, Permission.SET_RULES)
    keep_what_is_removed(record=answerer, fields=["role", "worker_id", "team", "starts", "ends"], by=by)
    record(by=by, verb="answerer.taken_back", subject=answerer, detail={"worker": answerer.worker_id})
    answerer.delete()


def own_ladders() -> list[OwnLadder]:
    """Every ladder this council set, the newest first."""
    return list(OwnLadder.objects.order_by("-from_date"))


def ladder_from(own: list[OwnLadder], day: date) -> Ladder:
    """The ladder a concern raised on a day climbs: the newest of the council's own, else the shipped one in force."""
    held = next((one for one in own if one.from_date <= day), None)
    return ladders.read(held.content) if held else ladders.in_force()


def find_ladder(public_id: Any) -> OwnLadder | None:
    return OwnLadder.objects.filter(public_id=public_id).first()


def answerers_named() -> list[Answerer]:
    """Everybody ever named for a role, by role and team, the newest first."""
    found = Answerer.objects.select_related("worker", "worker__user")
    return list(found.order_by("role", "team", "-starts", "worker__name"))


def find_answerer(pk: int) -> Answerer | None:
    return Answerer.objects.select_related("worker").filter(pk=pk).first()


def _days(content: Mapping[str, Any]) -> int:
    return sum(one.get("days") or 0 for one in content["stages"][1:])
