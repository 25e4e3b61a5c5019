"""Questions about concerns. `concerns_for` is the one door: nobody sees a concern that is not theirs to know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import AllocationRole, Child, Worker
from holdfast.casework.people.queries import NotYours, children_for, responsible_on
from holdfast.domain.resolution import ladders
from holdfast.domain.resolution.ladders import Ladder

from .categories import all_categories, categories_on
from .facts import RECORDS_OF_A_CONCERN, facts_of, ladder_of, standing_of
from .models import Answerer, Concern, OwnLadder, Stage

__all__ = [
    "answerers",
    "categories_on",
    "category_label",
    "concerns_for",
    "concerns_of",
    "concerns_to_answer",
    "facts_of",
    "find_concern",
    "find_stage",
    "ladder_of",
    "ladder_on",
    "open_concern",
    "open_concerns",
    "standing_of",
    "together_with",
]

#: roles that follow from who is responsible for the child, where nobody is named for them
_SOCIAL_WORKER = "social worker"
_THEIR_MANAGER = ("team manager", "line manager")


class NoConcern(NotYours):
    """The concern is not one this person may know of, or is not there: the two are not told apart."""

    def __init__(self) -> None:
        Exception.__init__(self, "This concern is not among those you can see.")


def concerns_for(user: Any) -> models.QuerySet[Concern]:
    """The concerns this user may know of: of the children they may see, and those put to them; else none."""
    if not may(user, Permission.SEE_CONCERNS):
        return Concern.objects.none()
    put_to_them = Stage.objects.filter(concern=OuterRef("pk"), asked__user=user)
    theirs = Q(child__in=children_for(user)) | Exists(put_to_them)
    return _with_records(Concern.objects.filter(theirs))


def find_concern(user: Any, public_id: UUID | str) -> Concern:
    """The concern an action is to change, which leaves its own row in the diary. Raises NotYours."""
    try:
        wanted = public_id if isinstance(public_id, UUID) else UUID(str(public_id))
    except ValueError:
        raise NoConcern from None
    found = concerns_for(user).filter(public_id=wanted).first()
    if found is None:
        raise NoConcern
    return found


@transaction.atomic
def open_concern(user: Any, public_id: UUID | str) -> Concern:
    """One concern, for reading: leaves a row in the diary. Raises NotYours."""
    concern = find_concern(user, public_id)
    record(by=user, verb="concern.read", subject=concern, detail={"child": concern.child_id})
    return concern


def find_stage(concern: Concern, public_id: UUID | str) -> Stage | None:
    """A stage of a concern that was reached through its door."""
    return next((one for one in concern.stages.all() if str(one.public_id) == str(public_id)), None)


def open_concerns(children: Iterable[Child] | models.QuerySet[Child], on: date) -> models.QuerySet[Concern]:
    """The concerns of these children that are not closed, the oldest first."""
    found = Concern.objects.filter(child__in=children, closed_on=None, raised_on__lte=on)
    return _with_records(found).order_by("raised_on", "id")


def concerns_of(child: Child) -> models.QuerySet[Concern]:
    """Every concern of a child who was reached through their door, the oldest first."""
    return _with_records(Concern.objects.filter(child=child)).order_by("raised_on", "id")


def concerns_to_answer(user: Any, on: date) -> models.QuerySet[Concern]:
    """The concerns whose open stage is put to this user and not answered, the oldest first."""
    waiting = _waiting_stages().filter(concern=OuterRef("pk"), asked__user=user, opened_on__lte=on)
    found = concerns_for(user).filter(Exists(waiting), closed_on=None)
    return found.order_by("raised_on", "id")


def together_with(concern: Concern, user: Any) -> models.QuerySet[Concern]:
    """The same concern about brothers and sisters, those the user may know of."""
    if concern.together is None:
        return Concern.objects.none()
    return concerns_for(user).filter(together=concern.together).exclude(pk=concern.pk)


def ladder_on(day: date) -> Ladder:
    """The ladder a concern raised on a day climbs: the council's own, or the one that is shipped as in force."""
    own = OwnLadder.objects.filter(from_date__lte=day).order_by("from_date", "id").last()
    return ladders.read(own.content) if own else ladders.in_force()


def category_label(code: str) -> str:
    """The newest name of a category; a code that is in no list is its own name."""
    return next((one.label for one in all_categories(date.max) if one.code == code), code)


def answerers(role: str, child: Child, on: date) -> list[Worker]:
    """Who answers for a role of the ladder about a child on a day: those named for the child's team, then for every
    team; where nobody is named, the child's own social worker or that worker's manager. Never the reviewing officer.
    """
    workers = [
        one.worker
        for one in responsible_on(on, AllocationRole.SOCIAL_WORKER)
        .filter(child=child)
        .select_related("worker__user", "worker__manager__user")
        .order_by("starts", "id")
    ]
    teams = {one.team.casefold() for one in workers if one.team}
    found: list[Worker] = []
    for one in ladders.roles_of(role):
        found += _named(one, teams, on) or _by_place(one, workers)
    officers = set(
        responsible_on(on, AllocationRole.IRO).filter(child=child).values_list("worker", flat=True)
    )
    return [one for one in dict.fromkeys(found) if one.pk not in officers]


def _named(role: str, teams: set[str], on: date) -> list[Worker]:
    rows = Answerer.objects.filter(Q(ends=None) | Q(ends__gte=on), role__iexact=role, starts__lte=on)
    known = list(rows.select_related("worker__user").order_by("starts", "id"))
    of_team = [row.worker for row in known if row.team and row.team.casefold() in teams]
    return of_team + [row.worker for row in known if not row.team]


def _by_place(role: str, workers: list[Worker]) -> list[Worker]:
    if role.casefold() == _SOCIAL_WORKER:
        return workers
    if role.casefold() in _THEIR_MANAGER:
        return [one.manager for one in workers if one.manager]
    return []


def _waiting_stages() -> models.QuerySet[Stage]:
    """The last stage of its concern, opened and not answered."""
    later = Stage.objects.filter(concern=OuterRef("concern"), number__gt=OuterRef("number"))
    return Stage.objects.filter(~Exists(later), opened_on__isnull=False, answered_on=None)


def _with_records(found: models.QuerySet[Concern]) -> models.QuerySet[Concern]:
    return found.select_related("child", "officer").prefetch_related(*RECORDS_OF_A_CONCERN)
