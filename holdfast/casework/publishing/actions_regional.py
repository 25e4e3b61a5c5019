"""Mean caseloads that the authorities of the region returned, one collection at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields

from .models import RegionalCaseload

_FIELDS = ("collected", "authority", "is_us", "role", "value", "source")


@dataclass(frozen=True)
class Returned:
    """What one authority returned; ``value`` is None where no return came in."""

    authority: str
    value: Decimal | None = None
    role: str = ""
    is_us: bool = False


@transaction.atomic
def enter_regional_caseloads(
    *, collected: str, collected_on: date, source: str, returned: Sequence[Returned], by: Any
) -> int:
    """One collection as it stands now: what was entered for its day before is corrected, and who is not among
    ``returned`` any more is taken out. Returns how many rows changed. Raises ValidationError.
    """
    check_by(by, Permission.WRITE_REPORT)
    _check(returned)
    entered = RegionalCaseload.objects.select_for_update().filter(collected_on=collected_on)
    stands = {one.authority: one for one in entered}
    changed = 0
    for one in returned:
        values = {
            "collected": collected,
            "is_us": one.is_us,
            "role": one.role,
            "value": one.value,
            "source": source,
        }
        if one.authority in stands:
            changed += bool(set_fields(record=stands.pop(one.authority), values=values, by=by))
            continue
        made = RegionalCaseload(collected_on=collected_on, authority=one.authority, **values)
        made.full_clean()
        made.save()
        changed += 1
    for gone in stands.values():
        keep_what_is_removed(record=gone, fields=list(_FIELDS), by=by)
        gone.delete()
        changed += 1
    if changed:
        detail = {"collected_on": collected_on.isoformat(), "count": len(returned)}
        record(by=by, verb="regional_caseloads.entered", subject=RegionalCaseload, detail=detail)
    return changed


@transaction.atomic
def remove_regional_caseloads(*, collected_on: date, by: Any) -> None:
    """Take a whole collection out of every report. What stood there is kept."""
    check_by(by, Permission.WRITE_REPORT)
    for one in RegionalCaseload.objects.select_for_update().filter(collected_on=collected_on):
        keep_what_is_removed(record=one, fields=list(_FIELDS), by=by)
        one.delete()
    detail = {"collected_on": collected_on.isoformat()}
    record(by=by, verb="regional_caseloads.removed", subject=RegionalCaseload, detail=detail)


def _check(returned: Sequence[Returned]) -> None:
    names = [one.authority for one in returned]
    if not names:
        raise ValidationError("Enter one authority at least.")
    if len(names) != len(set(names)):
        twice = next(name for name in names if names.count(name) > 1)
        raise ValidationError(f"{twice} stands twice. Give each authority one line.")
    if sum(one.is_us for one in returned) > 1:
        raise ValidationError("Only one of the authorities can be ours.")
    if any(one.value is not None and one.value < 0 for one in returned):
        raise ValidationError("A caseload cannot be less than nought.")
