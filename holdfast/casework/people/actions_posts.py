"""Who works how much, for whom, and registered until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import set_fields
from holdfast.domain.wording import long_date

from .models import AllocationRole, Post, Worker
from .rules import WORKER_CORRECTABLE, check_fields, check_line_of_management


@transaction.atomic
def hold_post(
    *,
    worker: Worker,
    fte: Decimal,
    starts: date,
    ends: date | None = None,
    role: AllocationRole = AllocationRole.IRO,
    by: Any,
) -> Post:
    """The worker holds this share of a full post from a day on, or to a day; other hours end the day before.

    A post of the same first day was a mistake and is put right. Raises NotAllowed, or ValidationError with a sentence
    per field.
    """
    check_by(by, Permission.SET_RULES)
    _check_post(fte, starts, ends)
    held = Post.objects.select_for_update().filter(worker=worker, role=role)
    later = held.filter(starts__gt=starts)
    if ends is not None:
        later = later.filter(starts__lte=ends)
    first = later.order_by("starts").first()
    if first is not None:
        raise ValidationError(
            {
                "starts": f"Other hours begin on {long_date(first.starts)}. Choose that day or a later one, "
                "or give a last day before it."
            }
        )
    same = held.filter(starts=starts).first()
    if same is not None:
        changed = set_fields(record=same, values={"fte": fte, "ends": ends}, by=by)
        record(by=by, verb="post.put_right", subject=same, detail={"worker": worker.pk, "fields": changed})
        return same
    for before in held.filter(Q(starts__lt=starts) & (Q(ends=None) | Q(ends__gte=starts))):
        _end(before, starts - timedelta(days=1), by)
    post = Post(worker=worker, role=role, fte=fte, starts=starts, ends=ends)
    post.full_clean(validate_constraints=False)
    post.save()
    record(by=by, verb="post.held", subject=post, detail={"worker": worker.pk, "role": str(role)})
    return post


@transaction.atomic
def end_post(*, post: Post, ends: date, by: Any) -> None:
    """The worker holds the post up to and including this day. Raises NotAllowed, ValidationError."""
    check_by(by, Permission.SET_RULES)
    _check_post(post.fte, post.starts, ends)
    _end(post, ends, by)


@transaction.atomic
def correct_worker(*, worker: Worker, changes: Mapping[str, Any], by: Any) -> list[str]:
    """Another line manager (``manager_id``), team, work e-mail or registration. Returns the fields that changed.

    Raises NotAllowed, or ValidationError when somebody would come to manage themselves.
    """
    check_by(by, Permission.SET_RULES)
    check_fields(changes, WORKER_CORRECTABLE)
    if "manager_id" in changes:
        check_line_of_management(worker, changes["manager_id"])
    changed = set_fields(record=worker, values=changes, by=by)
    if changed:
        record(by=by, verb="worker.corrected", subject=worker, detail={"fields": changed})
    return changed


def _check_post(fte: Decimal, starts: date, ends: date | None) -> None:
    if not Decimal(0) < fte <= Decimal(1):
        raise ValidationError(
            {
                "fte": "A share of a full post is more than 0 and at most 1, such as 0.6 for three days of five."
            }
        )
    if ends is not None and ends < starts:
        raise ValidationError({"ends": "The last day is before the first. Check both days."})


def _end(post: Post, ends: date, by: Any) -> None:
    if set_fields(record=post, values={"ends": ends}, by=by):
        record(by=by, verb="post.ended", subject=post, detail={"worker": post.worker_id, "fields": ["ends"]})
