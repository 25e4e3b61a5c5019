"""Changes to children, workers and allocations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from holdfast.casework.access import actions as access
from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Permission, Role
from holdfast.casework.access.rules import check_by, check_password
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import set_fields, take_ownership
from holdfast.casework.provenance.models import Owner

from .models import Allocation, AllocationRole, Child, Worker
from .queries import begun_after, responsible_on
from .rules import (
    CORRECTABLE,
    WORKS_WITH_CHILDREN,
    check_child,
    check_fields,
    check_may_correct,
    check_unlinked,
)


class AllocatedLater(Exception):
    """Somebody is allocated from a later day already."""

    def __init__(self, first: date, child: Child | None = None) -> None:
        whom = f" to {child}" if child else ""
        super().__init__(
            f"Somebody’s allocation{whom} begins after that day. Choose a day from {first:%-d %B %Y} on."
        )


@transaction.atomic
def add_child(*, number: str, by: Any, **facts: Any) -> Child:
    """A child typed in here, before any return speaks of them."""
    check_by(by, Permission.CORRECT_RECORDS)
    check_by(by, Permission.SEE_ALL_CHILDREN)
    check_fields(facts, CORRECTABLE)
    check_child(facts, on=timezone.localdate())
    child = Child(number=number, **facts)
    child.full_clean()
    child.save()
    given = ["number", *facts]
    take_ownership(record=child, fields=given, owner=Owner.TYPED)
    record(by=by, verb="child.added", subject=child, detail={"fields": given})
    return child


@transaction.atomic
def correct_child(*, child: Child, changes: Mapping[str, Any], by: Any, put_back: bool = False) -> list[str]:
    """Type other facts of a child; no return changes them from now on. Returns the fields that changed.

    ``put_back``: these stood there before, so that even a code that is in no list may stand there again.
    Raises NotAllowed, NotYours, or ValidationError with a sentence per field.
    """
    check_may_correct(by, child)
    check_fields(changes, CORRECTABLE)
    if not put_back:
        check_child(dict(changes), on=timezone.localdate())
    changed = set_fields(record=child, values=changes, by=by)
    if changed:
        verb = "child.put_back" if put_back else "child.corrected"
        record(by=by, verb=verb, subject=child, detail={"fields": changed})
    return changed


@transaction.atomic
def give_sign_in(
    *, username: str, name: str, role: Role, password: str, worker: Worker | None = None, by: Any
) -> User:
    """Somebody who may sign in from now on. In a role that has children allocated they are a worker too: this one,
    or a new one of their name.

    Raises ValidationError for a user name that is taken or a password that is easy to guess; AlreadySignsIn for a
    worker who has an account.
    """
    check_password(password, User(username=username, name=name))
    user = access.add_user(username=username, name=name, role=role, password=password, by=by)
    _work_as(user, worker, by)
    return user


@transaction.atomic
def give_role(*, user: User, role: Role, worker: Worker | None = None, by: Any) -> None:
    """Another role, and with a role that has children allocated the worker who goes with it.

    Raises LastManager; AlreadySignsIn for a worker who has an account.
    """
    access.change_role(user=user, role=role, by=by)
    _work_as(user, worker, by)


def _work_as(user: User, worker: Worker | None, by: Any) -> None:
    if Role(user.role) not in WORKS_WITH_CHILDREN or Worker.objects.filter(user=user).exists():
        return
    if worker is None:
        add_worker(name=user.name, user=user, by=by)
    else:
        link_worker(worker=worker, user=user, by=by)


@transaction.atomic
def link_worker(*, worker: Worker, user: User, by: Any) -> None:
    """The worker signs in as this user from now on and sees the children allocated to them.

    Raises AlreadySignsIn when the worker has an account.
    """
    check_by(by, Permission.MANAGE_USERS)
    check_unlinked(worker)
    worker.user = user
    worker.save(update_fields=["user"])
    record(by=by, verb="worker.linked", subject=worker, detail={"user": user.pk})


@transaction.atomic
def add_worker(*, name: str, by: Any, user: User | None = None) -> Worker:
    """Somebody who can be allocated to children; with a user they see those children when they sign in."""
    check_by(by, Permission.ALLOCATE)
    worker = Worker(name=name, user=user)
    worker.full_clean()
    worker.save()
    record(by=by, verb="worker.added", subject=worker)
    return worker


@transaction.atomic
def allocate(
    *,
    child: Child,
    worker: Worker,
    role: AllocationRole,
    starts: date,
    ends: date | None = None,
    by: Any,
) -> Allocation:
    """Make a worker responsible for a child from a day on, or to a day; whoever was, is until the day before.

    An allocation that began on the same day was a mistake and is put right: nobody goes on seeing a child who was
    given to them by mistake. Raises AllocatedLater when somebody's allocation begins later than that.
    """
    check_by(by, Permission.ALLOCATE)
    Child.objects.select_for_update().get(pk=child.pk)
    held = Allocation.objects.filter(child=child, role=role)
    later = held.filter(starts__gt=starts).order_by("starts").last()
    if later is not None:
        raise AllocatedLater(later.starts)
    mistaken = held.filter(starts=starts).first()
    if mistaken is not None:
        return _put_right(mistaken, worker, ends, by)
    held.filter(ends__isnull=True).update(ends=starts - timedelta(days=1))
    held.filter(ends__gte=starts).update(ends=starts - timedelta(days=1))
    allocation = Allocation.objects.create(child=child, worker=worker, role=role, starts=starts, ends=ends)
    detail = {"child": child.pk, "worker": worker.pk, "role": str(role)}
    record(by=by, verb="allocation.started", subject=allocation, detail=detail)
    return allocation


def _put_right(allocation: Allocation, worker: Worker, ends: date | None, by: Any) -> Allocation:
    before, allocation.worker, allocation.ends = allocation.worker_id, worker, ends
    allocation.save(update_fields=["worker", "ends"])
    detail = {"child": allocation.child_id, "from": before, "worker": worker.pk, "role": str(allocation.role)}
    record(by=by, verb="allocation.put_right", subject=allocation, detail=detail)
    return allocation


@transaction.atomic
def allocate_all(
    *, children: Iterable[Child], worker: Worker, role: AllocationRole, starts: date, by: Any
) -> list[Allocation]:
    """Make one worker responsible for several children from a day on; whose they are already, stay as they are.

    Raises AllocatedLater, and allocates nobody, when for one of them somebody's allocation begins after that day.
    """
    check_by(by, Permission.ALLOCATE)
    chosen = list(children)
    later = begun_after(chosen, role, starts).last()
    if later is not None:
        raise AllocatedLater(later.starts, later.child)
    theirs = set(
        responsible_on(starts, role).filter(worker=worker, ends=None).values_list("child", flat=True)
    )
    return [
        allocate(child=child, worker=worker, role=role, starts=starts, by=by)
        for child in chosen
        if child.pk not in theirs
    ]


@transaction.atomic
def end_allocation(*, allocation: Allocation, ends: date, by: Any) -> None:
    """The worker is responsible up to and including this day. Raises ValidationError when it ends before it starts."""
    check_by(by, Permission.ALLOCATE)
    allocation.ends = ends
    allocation.full_clean()
    allocation.save(update_fields=["ends"])
    record(by=by, verb="allocation.ended", subject=allocation, detail={"child": allocation.child_id})
