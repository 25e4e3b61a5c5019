"""Questions about children. `children_for` is the only door to them: nobody sees a child they may not see."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_may, may
from holdfast.casework.audit.actions import record

from .models import Allocation, AllocationRole, Child


class NotYours(Exception):
    """The child is not one this person may see, or is not there: the two are not told apart."""

    def __init__(self) -> None:
        super().__init__(
            "This child is not among those you can see. If you should see them, ask your IRO manager to allocate you."
        )


def open_on(day: date) -> Q:
    """The allocations in force on a day."""
    return Q(starts__lte=day) & (Q(ends__isnull=True) | Q(ends__gte=day))


def children_for(user: Any, on: date | None = None) -> models.QuerySet[Child]:
    """The children this user may see: all, those allocated to them on the day (today), or none."""
    if may(user, Permission.SEE_ALL_CHILDREN):
        return Child.objects.all()
    if may(user, Permission.SEE_OWN_CHILDREN):
        theirs = Allocation.objects.filter(open_on(on or timezone.localdate()), worker__user=user)
        return Child.objects.filter(pk__in=theirs.values("child"))
    return Child.objects.none()


def children_behind_figures_for(user: Any) -> models.QuerySet[Child]:
    """Of the children behind a figure, those this user may be shown. Raises NotAllowed when the role shows none."""
    check_may(user, Permission.SEE_ROWS_BEHIND_FIGURES)
    return children_for(user)


@transaction.atomic
def open_child(user: Any, public_id: UUID | str) -> Child:
    """One child's record, for reading: leaves a row in the diary. Raises NotYours."""
    child = find_child(user, public_id)
    record(by=user, verb="child.read", subject=child)
    return child


def find_child(user: Any, public_id: UUID | str) -> Child:
    """The child an action is to change, which leaves its own row in the diary. Raises NotYours."""
    try:
        wanted = public_id if isinstance(public_id, UUID) else UUID(str(public_id))
    except ValueError:
        raise NotYours from None
    child = children_for(user).filter(public_id=wanted).first()
    if child is None:
        raise NotYours
    return child


def allocations() -> models.QuerySet[Allocation]:
    """For prefetching onto children that were reached through their door: oldest first, with the worker."""
    return Allocation.objects.select_related("worker").order_by("starts", "id")


def allocations_of(child: Child) -> models.QuerySet[Allocation]:
    """Everybody who was ever responsible for the child, oldest first, with the worker."""
    return allocations().filter(child=child)


def allocated(child: Child, role: AllocationRole, on: date | None = None) -> Allocation | None:
    """Who is responsible for the child on the day (today) in that role, if anybody."""
    day = on or timezone.localdate()
    return allocations_of(child).filter(open_on(day), role=role).last()
