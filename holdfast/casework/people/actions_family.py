"""Which children belong together, and which workers are not independent of a child."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields

from .models import Child, FamilyTie, Ground, Interest, TieKind, Worker
from .queries import NotYours, children_for
from .rules import check_may_correct

_TIE = ["child", "other", "kind", "apart"]


class TiedAlready(ValidationError):
    """The two children belong together on record already."""

    def __init__(self) -> None:
        super().__init__({"other": "These two belong together on record already. Look at the list above."})


@transaction.atomic
def tie(*, child: Child, other: Child, kind: TieKind, apart: str = "", by: Any) -> FamilyTie:
    """The two are brothers or sisters, or ``child`` is the parent of ``other``; ``apart`` as in the record.

    Raises NotAllowed, NotYours when either is not theirs to see, or ValidationError (TiedAlready).
    """
    check_may_correct(by, child)
    check_may_correct(by, other)
    if child.pk == other.pk:
        raise ValidationError({"other": "This is the same child. Choose the other one."})
    both_ways = Q(child=child, other=other) | Q(child=other, other=child)
    if FamilyTie.objects.filter(both_ways, kind=kind).exists():
        raise TiedAlready
    made = FamilyTie(child=child, other=other, kind=kind, apart=apart.strip())
    made.full_clean()
    made.save()
    _record_both(made, "family_tie.added", by)
    return made


@transaction.atomic
def untie(*, tie: FamilyTie, by: Any) -> None:
    """The two do not belong together after all. What stood there is kept."""
    check_may_correct(by, tie.child)
    check_may_correct(by, tie.other)
    keep_what_is_removed(record=tie, fields=_TIE, by=by)
    _record_both(tie, "family_tie.removed", by)
    tie.delete()


def _record_both(tie: FamilyTie, verb: str, by: Any) -> None:
    """One row in the diary of each of the two."""
    for child, other in ((tie.child_id, tie.other_id), (tie.other_id, tie.child_id)):
        detail = {"child": child, "other": other, "kind": str(tie.kind)}
        record(by=by, verb=verb, subject=tie, detail=detail)


@transaction.atomic
def note_interest(
    *,
    worker: Worker,
    ground: Ground,
    starts: date,
    ends: date | None = None,
    child: Child | None = None,
    note: str = "",
    by: Any,
) -> Interest:
    """The worker is not independent of this child, or (no child) of every child, for a time.

    Raises NotAllowed, NotYours, or ValidationError with a sentence per field.
    """
    check_by(by, Permission.ALLOCATE)
    if child is not None and by is not None and not children_for(by).filter(pk=child.pk).exists():
        raise NotYours
    _check_order(starts, ends)
    made = Interest(worker=worker, child=child, ground=ground, note=note.strip(), starts=starts, ends=ends)
    made.full_clean()
    made.save()
    detail = {"worker": worker.pk, "child": child.pk if child else None, "ground": str(ground)}
    record(by=by, verb="interest.noted", subject=made, detail=detail)
    return made


@transaction.atomic
def end_interest(*, interest: Interest, ends: date, by: Any) -> None:
    """It holds up to and including this day. Raises NotAllowed, ValidationError."""
    check_by(by, Permission.ALLOCATE)
    _check_order(interest.starts, ends)
    if set_fields(record=interest, values={"ends": ends}, by=by):
        detail = {"worker": interest.worker_id, "child": interest.child_id, "fields": ["ends"]}
        record(by=by, verb="interest.ended", subject=interest, detail=detail)


def _check_order(starts: date, ends: date | None) -> None:
    if ends is not None and ends < starts:
        raise ValidationError({"ends": "The last day is before the first. Check both days."})
