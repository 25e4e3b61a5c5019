"""Questions about entries and praise."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from holdfast.casework.people.models import Child, Worker
from holdfast.casework.people.queries import allocations_of, children_for

from .footsteps import Footstep, Step, counts, footprint
from .models import Entry, Praise

__all__ = ["Footstep", "Step", "counts", "footprint"]


def worker_of(user: Any) -> Worker | None:
    """The worker somebody is who signs in, if they are one."""
    return None if user is None else Worker.objects.filter(user=user).first()


def find_entry(child: Child, public_id: UUID) -> Entry | None:
    """An entry of a child that was reached through its door, taken back or not."""
    return Entry.objects.filter(child=child, public_id=public_id).first()


def find_praise(child: Child, public_id: UUID) -> Praise | None:
    """Praise about a child that was reached through its door, taken back or not."""
    return Praise.objects.filter(child=child, public_id=public_id).first()


def taken_back(child: Child) -> tuple[list[Entry], list[Praise]]:
    """What was taken back of a child's footprint, and could be put back."""
    gone = Q(taken_back_on__isnull=False)
    praise = Praise.objects.filter(gone, child=child).select_related("worker")
    return list(Entry.objects.filter(gone, child=child)), list(praise)


def praise_for(user: Any) -> models.QuerySet[Praise]:
    """The praise about children this user may see, the newest first."""
    found = Praise.objects.filter(child__in=children_for(user), taken_back_on=None)
    return found.select_related("child", "worker", "officer").order_by("-given_on", "-id")


def praise_received(user: Any) -> models.QuerySet[Praise]:
    """What this user and those they manage were praised for, the newest first."""
    whose = Q(worker__user=user) | Q(worker__manager__user=user)
    found = Praise.objects.filter(whose, taken_back_on=None)
    return found.select_related("child", "worker", "officer").order_by("-given_on", "-id")


def workers_to_praise(child: Child, besides: Any) -> tuple[list[Worker], list[Worker]]:
    """Those who are or were allocated to the child, the latest first, and everybody else; never oneself."""
    known: dict[int, Worker] = {}
    for one in allocations_of(child).order_by("-starts", "-id"):
        known.setdefault(one.worker_id, one.worker)
    others = Worker.objects.exclude(pk__in=known).order_by("name", "id")
    mine = getattr(besides, "pk", None)
    theirs = [worker for worker in known.values() if worker.user_id is None or worker.user_id != mine]
    return theirs, [worker for worker in others if worker.user_id is None or worker.user_id != mine]
