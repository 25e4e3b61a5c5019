"""Imports from their arrival to their end, and settling where they differ from what stands here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.people.rules import NotYours, children_for

from . import settling
from .models import Finding, FindingKind, Keep, Mismatch, ReturnIntake
from .process import this_process
from .rules import (
    BROKEN_OFF,
    WAITS_FOR,
    AlreadySettled,
    AnotherImportLoads,
    check_move,
    forgotten_since,
    is_broken_off,
)
from .states import ENDED, UNDER_WAY, State


@transaction.atomic
def receive(*, years: Iterable[int] = (), public_id: UUID | None = None, by: Any) -> ReturnIntake:
    """A return has come in and is being read. `public_id` is given where its files are put away before."""
    check_by(by, Permission.IMPORT_RETURNS)
    intake = ReturnIntake.objects.create(
        received_by=by, years=sorted(years), process=this_process(), public_id=public_id or uuid4()
    )
    record(by=by, verb="return.received", subject=intake)
    return intake


@transaction.atomic
def note_findings(*, intake: ReturnIntake, faults: Sequence[Any], warnings: Sequence[Any], by: Any) -> None:
    """Keep what reading found: faults (file, row, column, found, expected), warnings (type, child, …, message)."""
    Finding.objects.bulk_create(
        (
            Finding(
                intake=intake,
                kind=FindingKind.FAULT,
                file=fault.file,
                row=fault.row,
                column=fault.column or "",
                found=fault.found,
                expected=fault.expected,
                message=str(fault),
            )
            for fault in faults
        ),
        batch_size=1000,
    )
    Finding.objects.bulk_create(
        (
            Finding(
                intake=intake,
                kind=FindingKind.WARNING,
                type=warning.type,
                child_number=warning.child or "",
                file=warning.file,
                row=warning.row,
                column=warning.column or "",
                message=warning.message,
            )
            for warning in warnings
        ),
        batch_size=1000,
    )
    detail = {"faults": len(faults), "warnings": len(warnings)}
    record(by=by, verb="return.findings_noted", subject=intake, detail=detail)


def has_been_read(*, intake: ReturnIntake, years: Iterable[int], refused: bool, by: Any) -> None:
    """Reading has ended: refused when something could not be understood, else waiting to be loaded."""
    _move(
        intake, State.REFUSED if refused else State.WAITING, by=by, years=sorted(years), progress=100, step=""
    )


def tell_progress(*, intake: ReturnIntake, step: str, progress: int) -> None:
    """How far reading has come, of 100. Not a change of records: no row in the diary."""
    intake.step, intake.progress, intake.alive_at = step[:200], max(0, min(100, progress)), timezone.now()
    intake.save(update_fields=["step", "progress", "alive_at"])


def begin_loading(*, intake: ReturnIntake, by: Any) -> None:
    """Claim the one place for loading. Raises AnotherImportLoads when it is taken."""
    check_by(by, Permission.IMPORT_RETURNS)
    end_broken_off()
    try:
        with transaction.atomic():
            _move(intake, State.LOADING, by=by, process=this_process(), progress=0, step="")
    except IntegrityError:
        intake.refresh_from_db()
        raise AnotherImportLoads from None


def has_been_loaded(*, intake: ReturnIntake, counts: dict[str, Any], by: Any) -> None:
    """All of it is in the record. Called in the transaction that put it there."""
    _move(intake, State.LOADED, by=by, counts=counts, progress=100, step="")


def has_stopped(*, intake: ReturnIntake, error: BaseException, by: Any) -> None:
    """It stopped by an error, or somebody broke it off; the record is as it was."""
    if isinstance(error, Exception):
        message = f"The import stopped by an error ({type(error).__name__}). Nothing was loaded."
        _move(intake, State.FAILED, by=by, message=message, step="")
    else:
        _move(
            intake,
            State.INTERRUPTED,
            by=by,
            message="The import was broken off. Nothing was loaded.",
            step="",
        )


def end_broken_off() -> int:
    """End the imports whose process is gone: they left the record as it was. Returns how many.

    Only those that look gone are locked: a page that shows progress must not wait for the import to let go of the pen.
    """
    under_way = ReturnIntake.objects.filter(state__in=UNDER_WAY)
    return sum(_end_if_broken_off(one.pk) for one in under_way if is_broken_off(one))


@transaction.atomic
def _end_if_broken_off(pk: int) -> bool:
    """Looks again with the row locked: it may have gone on. A row that somebody else has locked is being worked on."""
    intake = ReturnIntake.objects.select_for_update(skip_locked=True).filter(pk=pk).first()
    if intake is None or not is_broken_off(intake):
        return False
    _move(intake, State.INTERRUPTED, by=None, step="", message=BROKEN_OFF)
    return True


@transaction.atomic
def end_forgotten() -> int:
    """End the imports that nobody loaded for a week, so that their files need not lie about. Returns how many."""
    waiting = ReturnIntake.objects.select_for_update(skip_locked=True).filter(
        state=State.WAITING, alive_at__lt=forgotten_since()
    )
    message = f"Nobody loaded it within {WAITS_FOR.days} days, so its files were removed. Nothing was loaded."
    forgotten = list(waiting)
    for intake in forgotten:
        _move(intake, State.INTERRUPTED, by=None, message=message)
    return len(forgotten)


def give_up(*, intake: ReturnIntake, by: Any) -> None:
    """Leave an import that waits to be loaded unloaded."""
    check_by(by, Permission.IMPORT_RETURNS)
    _move(intake, State.INTERRUPTED, by=by, message="Given up before it was loaded.")


@transaction.atomic
def settle(*, mismatch: Mismatch, keep: Keep | str, by: Any) -> None:
    """Say which of the two is right: 'ours' stays and the return is not asked again, 'return' takes its place.

    Raises AlreadySettled, NotAllowed, NotYours.
    """
    check_by(by, Permission.SETTLE_MISMATCHES)
    keep = Keep(keep)
    mismatch.refresh_from_db(from_queryset=Mismatch.objects.select_for_update())
    if mismatch.settled_at is not None:
        raise AlreadySettled
    if by is not None and not children_for(by).filter(pk=mismatch.child_id).exists():
        raise NotYours
    if keep == Keep.RETURN:
        settling.follow_the_return(mismatch, by)
    mismatch.kept, mismatch.settled_at, mismatch.settled_by = keep, timezone.now(), by
    mismatch.save(update_fields=["kept", "settled_at", "settled_by"])
    detail = {
        "child": mismatch.child_id,
        "record": mismatch.record_type,
        "field": mismatch.field,
        "kept": str(keep),
    }
    record(by=by, verb="mismatch.settled", subject=mismatch, detail=detail)


@transaction.atomic
def _move(intake: ReturnIntake, to: State, *, by: Any, **facts: Any) -> None:
    intake.refresh_from_db(from_queryset=ReturnIntake.objects.select_for_update())
    check_move(intake, to)
    now = timezone.now()
    facts |= {"state": to, "alive_at": now, "ended_at": now if to in ENDED else None}
    for name, value in facts.items():
        setattr(intake, name, value)
    intake.save(update_fields=list(facts))
    record(by=by, verb=f"return.{to.value}", subject=intake)
