"""Who is responsible for a child, from a day on. An officer must be independent of the child: see ``independence``."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import set_fields

from .independence import check_pairs
from .models import Allocation, AllocationRole, Child, ToldHow, Worker
from .queries import begun_after, responsible_on
from .rules import check_may_correct


class AllocatedLater(Exception):
    """Somebody is allocated from a later day already."""

    def __init__(self, first: date, child: Child | None = None) -> None:
        whom = f" to {child}" if child else ""
        super().__init__(
            f"Somebody’s allocation{whom} begins after that day. Choose a day from {first:%-d %B %Y} on."
        )


@transaction.atomic
def allocate(
    *,
    child: Child,
    worker: Worker,
    role: AllocationRole,
    starts: date,
    ends: date | None = None,
    accepting: Collection[str] = (),
    by: Any,
) -> Allocation:
    """Make a worker responsible for a child from a day on, or to a day; whoever was, is until the day before.

    An allocation that began on the same day was a mistake and is put right: nobody goes on seeing a child who was
    given to them by mistake. Raises AllocatedLater when somebody's allocation begins later than that; for an officer
    NotIndependent where the law refuses them, and NotAccepted for what speaks against them, until its keys are
    among ``accepting``.
    """
    check_by(by, Permission.ALLOCATE)
    Child.objects.select_for_update().get(pk=child.pk)
    warned = check_pairs([(child, worker)], role, starts, accepting)
    return start_allocation(child, worker, role, starts, ends, warned, by)


def start_allocation(
    child: Child,
    worker: Worker,
    role: AllocationRole,
    starts: date,
    ends: date | None,
    warned: list[str],
    by: Any,
) -> Allocation:
    """The writing itself, inside an action that has checked who may be allocated. Raises AllocatedLater."""
    held = Allocation.objects.filter(child=child, role=role)
    later = held.filter(starts__gt=starts).order_by("starts").last()
    if later is not None:
        raise AllocatedLater(later.starts)
    accepted = {"accepted": warned} if warned else {}
    mistaken = held.filter(starts=starts).first()
    if mistaken is not None:
        return _put_right(mistaken, worker, ends, accepted, by)
    held.filter(ends__isnull=True).update(ends=starts - timedelta(days=1))
    held.filter(ends__gte=starts).update(ends=starts - timedelta(days=1))
    allocation = Allocation.objects.create(child=child, worker=worker, role=role, starts=starts, ends=ends)
    detail = {"child": child.pk, "worker": worker.pk, "role": str(role), **accepted}
    record(by=by, verb="allocation.started", subject=allocation, detail=detail)
    return allocation


def _put_right(
    allocation: Allocation, worker: Worker, ends: date | None, accepted: dict[str, Any], by: Any
) -> Allocation:
    before, allocation.worker, allocation.ends = allocation.worker_id, worker, ends
    if before != worker.pk:  # what the child was told was of somebody else
        allocation.told_on, allocation.told_how = None, ""
    allocation.save(update_fields=["worker", "ends", "told_on", "told_how"])
    detail = {"child": allocation.child_id, "from": before, "worker": worker.pk, "role": str(allocation.role)}
    record(by=by, verb="allocation.put_right", subject=allocation, detail={**detail, **accepted})
    return allocation


@transaction.atomic
def note_told(*, allocation: Allocation, told_on: date, told_how: ToldHow | str, by: Any) -> list[str]:
    """The child was told who their officer is: on a day, in writing or by word of mouth. Returns what changed.

    Raises NotAllowed, NotYours, or ValidationError with a sentence per field.
    """
    child = allocation.child
    check_may_correct(by, child)
    if told_how not in ToldHow.values:
        raise ValidationError({"told_how": "Choose how the child was told."})
    if child.born and told_on < child.born:
        raise ValidationError({"told_on": "This day is before the child was born. Check the year."})
    changed = set_fields(record=allocation, values={"told_on": told_on, "told_how": told_how}, by=by)
    if changed:
        detail = {"child": child.pk, "fields": changed}
        record(by=by, verb="allocation.told", subject=allocation, detail=detail)
    return changed


@transaction.atomic
def allocate_all(
    *,
    children: Iterable[Child],
    worker: Worker,
    role: AllocationRole,
    starts: date,
    accepting: Collection[str] = (),
    by: Any,
) -> list[Allocation]:
    """Make one worker responsible for several children from a day on; whose they are already, stay as they are.

    Raises AllocatedLater, NotIndependent or NotAccepted (see `allocate`), and allocates nobody, when one of them
    cannot be.
    """
    check_by(by, Permission.ALLOCATE)
    chosen = list(children)
    later = begun_after(chosen, role, starts).last()
    if later is not None:
        raise AllocatedLater(later.starts, later.child)
    theirs = set(
        responsible_on(starts, role).filter(worker=worker, ends=None).values_list("child", flat=True)
    )
    new = [child for child in chosen if child.pk not in theirs]
    warned = check_pairs([(child, worker) for child in new], role, starts, accepting)
    return [start_allocation(child, worker, role, starts, None, warned, by) for child in new]


@transaction.atomic
def end_allocation(*, allocation: Allocation, ends: date, by: Any) -> None:
    """The worker is responsible up to and including this day. Raises ValidationError when it ends before it starts."""
    check_by(by, Permission.ALLOCATE)
    allocation.ends = ends
    allocation.full_clean()
    allocation.save(update_fields=["ends"])
    record(by=by, verb="allocation.ended", subject=allocation, detail={"child": allocation.child_id})
