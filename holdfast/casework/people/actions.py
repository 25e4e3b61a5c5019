"""Changes to children, workers and what belongs to them. Those of allocations, posts, family and contacts stand in
files of their own and are reached from here too.
"""

from __future__ import annotations

from collections.abc import Mapping
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

from .actions_allocating import AllocatedLater, allocate, allocate_all, end_allocation, note_told
from .actions_contacts import add_contact, correct_contact, stop_contact
from .actions_family import end_interest, note_interest, tie, untie
from .actions_moving import CannotUndo, NothingToMove, move_caseload, undo_move
from .actions_posts import correct_worker, end_post, hold_post
from .independence import NotAccepted, NotIndependent
from .models import Child, Worker
from .rules import (
    CORRECTABLE,
    WORKS_WITH_CHILDREN,
    check_child,
    check_fields,
    check_may_correct,
    check_unlinked,
)

__all__ = [
    "AllocatedLater",
    "CannotUndo",
    "NotAccepted",
    "NotIndependent",
    "NothingToMove",
    "add_child",
    "add_contact",
    "add_worker",
    "allocate",
    "allocate_all",
    "correct_child",
    "correct_contact",
    "correct_worker",
    "end_allocation",
    "end_interest",
    "end_post",
    "give_role",
    "give_sign_in",
    "hold_post",
    "link_worker",
    "move_caseload",
    "note_interest",
    "note_told",
    "stop_contact",
    "tie",
    "undo_move",
    "untie",
]


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
