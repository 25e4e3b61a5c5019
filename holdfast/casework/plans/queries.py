"""Questions about protection plans and plans of children in need."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import models
from django.db.models import Prefetch, Q

from holdfast.casework.people.models import Child

from .models import CoreGroup, NeedPlan, Protection


def protections_of(child: Child) -> models.QuerySet[Protection]:
    """Every child protection process of the child, oldest first, with its core groups."""
    groups = Prefetch("core_groups", CoreGroup.objects.order_by("held_on", "id"))
    return Protection.objects.filter(child=child).order_by("opened_on", "id").prefetch_related(groups)


def need_plans_of(child: Child) -> models.QuerySet[NeedPlan]:
    """Every plan of a child in need, oldest first."""
    return NeedPlan.objects.filter(child=child).order_by("agreed_on", "id")


def find_protection(child: Child, public_id: UUID) -> Protection | None:
    """One process of a child that was reached through the door; None when it is another child's or not there."""
    return protections_of(child).filter(public_id=public_id).first()


def find_need_plan(child: Child, public_id: UUID) -> NeedPlan | None:
    """One plan of a child that was reached through the door; None when it is another child's or not there."""
    return need_plans_of(child).filter(public_id=public_id).first()


def core_group_of(child: Child, pk: int) -> CoreGroup | None:
    """One core group of a child that was reached through the door, with its process."""
    groups = CoreGroup.objects.filter(protection__child=child, pk=pk)
    return groups.select_related("protection__child").first()


def open_protection(child: Child, on: date | None = None) -> Protection | None:
    """The process that is open (on a day), with or without a plan yet."""
    return protections_of(child).filter(_open(on, "opened_on", "closed_on", "ended")).last()


def plan_in_force(child: Child, on: date | None = None) -> Protection | None:
    """The process whose protection plan is in force (on a day)."""
    return protections_of(child).filter(_open(on, "started", "ended"), started__isnull=False).last()


def open_need_plan(child: Child, on: date | None = None) -> NeedPlan | None:
    """The plan of a child in need that is open (on a day)."""
    return need_plans_of(child).filter(_open(on, "agreed_on", "ended")).last()


def _open(on: date | None, begins: str, *ends: str) -> Q:
    """Open now, or begun by a day and not over at the end of it."""
    found = Q() if on is None else Q(**{f"{begins}__lte": on})
    for end in ends:
        over = Q(**{f"{end}__isnull": True})
        found &= over if on is None else over | Q(**{f"{end}__gt": on})
    return found
