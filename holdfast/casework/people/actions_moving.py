"""Moving a whole caseload at once, and taking the move back, once and whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields
from holdfast.domain.wording import long_date

from .actions_allocating import AllocatedLater, start_allocation
from .independence import check_pairs
from .models import Allocation, AllocationRole, Child, Move, MovedAllocation, Worker
from .queries import begun_after, responsible_on

_ALLOCATION = ["child", "worker", "role", "starts", "ends"]


class NothingToMove(Exception):
    """What was asked for cannot be moved; the sentence says why."""


class CannotUndo(Exception):
    """The move cannot be taken back any more; the sentence says why."""


@transaction.atomic
def move_caseload(
    *,
    from_worker: Worker,
    to: Worker | Iterable[tuple[Child, Worker]],
    starts: date,
    accepting: Collection[str] = (),
    by: Any,
) -> Move:
    """An officer's children go to one other officer (all of them), or each to the one named, from a day on.

    Raises NotAllowed, NothingToMove, AllocatedLater, NotIndependent or NotAccepted (see `allocate`); then nobody is
    moved.
    """
    check_by(by, Permission.ALLOCATE)
    role = AllocationRole.IRO
    theirs = {
        one.child_id: one
        for one in responsible_on(starts, role)
        .filter(worker=from_worker)
        .select_related("child")
        .select_for_update(of=("self",))
    }
    pairs = [(one.child, to) for one in theirs.values()] if isinstance(to, Worker) else list(to)
    _check_moves(pairs, theirs, from_worker, starts)
    warned = check_pairs(pairs, role, starts, accepting)
    move = Move.objects.create(role=role, starts=starts, made_by=by)
    for child, worker in pairs:
        ended = theirs[child.pk]
        before = ended.ends
        made = start_allocation(child, worker, role, starts, None, warned, by)
        MovedAllocation.objects.create(move=move, made=made, worker=worker, ended=ended, ended_before=before)
    detail = {"from": from_worker.pk, "count": len(pairs)}
    record(by=by, verb="caseload.moved", subject=move, detail=detail)
    return move


def _check_moves(
    pairs: list[tuple[Child, Worker]], theirs: dict[int, Allocation], from_worker: Worker, starts: date
) -> None:
    day = long_date(starts)
    if not pairs:
        raise NothingToMove(
            f"{from_worker.name} has no child on {day}. Choose another officer or another day."
        )
    if len({child.pk for child, _ in pairs}) < len(pairs):
        raise NothingToMove("One child is named twice. Name each child once.")
    for child, worker in pairs:
        if child.pk not in theirs:
            raise NothingToMove(f"{child} is not with {from_worker.name} on {day}. Look at the list again.")
        if worker.pk == from_worker.pk:
            raise NothingToMove(
                f"{child} is with {from_worker.name} already. Choose somebody else, or leave {child} out."
            )
        if theirs[child.pk].starts == starts:
            raise NothingToMove(
                f"{child} comes to {from_worker.name} on {day}, the very day of the move. Choose a later day."
            )
    later = begun_after([child for child, _ in pairs], AllocationRole.IRO, starts).last()
    if later is not None:
        raise AllocatedLater(later.starts, later.child)


@transaction.atomic
def undo_move(*, move: Move, by: Any) -> int:
    """Every child of the move is with the officer they were with before, as if it had not been. Gives how many.

    Raises NotAllowed; CannotUndo when it was undone before or one of the allocations has changed since.
    """
    check_by(by, Permission.ALLOCATE)
    move.refresh_from_db(from_queryset=Move.objects.select_for_update())
    if move.undone_at is not None:
        raise CannotUndo("This move was undone before.")
    moved = list(move.moved.select_related("made__child", "ended", "worker"))
    for one in moved:
        _check_unchanged(one, move)
    for one in moved:
        _take_back(one, by)
    move.undone_at = timezone.now()
    move.save(update_fields=["undone_at"])
    record(by=by, verb="caseload.moved_back", subject=move, detail={"count": len(moved)})
    return len(moved)


def _check_unchanged(one: MovedAllocation, move: Move) -> None:
    made, ended = one.made, one.ended
    if made is None or ended is None:
        raise CannotUndo("An allocation of this move is no longer there. Allocate the children one by one.")
    stands = made.worker_id == one.worker_id and made.starts == move.starts and made.ends is None
    if not stands or ended.ends is None or ended.ends >= move.starts:
        raise CannotUndo(
            f"Somebody has changed who is responsible for {made.child} since. Nothing was undone; "
            "allocate the children one by one."
        )


def _take_back(one: MovedAllocation, by: Any) -> None:
    made, ended = one.made, one.ended
    keep_what_is_removed(record=made, fields=_ALLOCATION, by=by)
    detail = {"child": made.child_id, "worker": made.worker_id, "role": str(made.role)}
    record(by=by, verb="allocation.taken_back", subject=made, detail=detail)
    made.delete()
    set_fields(record=ended, values={"ends": one.ended_before}, by=by)
