"""Changes of what the service settles for itself: its own limits, and which plans it reviews. Managers only."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields
from holdfast.domain.limits import Limit

from .models import OwnLimit, Remit, RemitKind
from .rules import BeginsLater, check_not_laxer, check_own_limit, check_remit_kind, check_rule

_LIMIT = ("value", "unit", "to_date", "source", "certainty", "reason", "law_changed")
_DAY = timedelta(days=1)


@transaction.atomic
def set_limit(
    *,
    rule_id: str,
    value: int,
    unit: str,
    from_date: date,
    to_date: date | None = None,
    source: str,
    certainty: str,
    reason: str,
    law_changed: bool = False,
    by: Any,
) -> OwnLimit:
    """A limit of this council's own, from a day on or to a day; one that held then ends the day before.

    One that begins on the same day was a mistake and is put right. What stood there is kept. Raises NotAllowed, or
    ValidationError with a sentence per field: LaxerThanTheLaw unless the law changed, BeginsLater.
    """
    check_by(by, Permission.SET_RULES)
    rule = check_rule(rule_id, unit)
    given = OwnLimit(
        rule_id=rule_id, value=value, unit=unit, from_date=from_date, to_date=to_date,
        source=source, certainty=certainty, reason=reason, law_changed=law_changed,
    )  # fmt: skip
    given.full_clean(validate_unique=False, validate_constraints=False)
    check_own_limit(given)
    if not law_changed:
        check_not_laxer(rule, Limit(rule_id, value, unit, from_date, source, certainty, to_date))
    held = OwnLimit.objects.select_for_update().filter(rule_id=rule_id)
    _check_nothing_later(held, from_date, to_date)
    same = held.filter(from_date=from_date).first()
    if same is not None:
        changed = set_fields(record=same, values={name: getattr(given, name) for name in _LIMIT}, by=by)
        record(by=by, verb="limit.put_right", subject=same, detail={"rule": rule_id, "fields": changed})
        return same
    for before in held.filter(_holding(from_date)):
        _end(before, from_date - _DAY, "limit.ended", by)
    given.save()
    record(by=by, verb="limit.set", subject=given, detail={"rule": rule_id})
    return given


@transaction.atomic
def end_limit(*, limit: OwnLimit, to_date: date, by: Any) -> None:
    """The council's own limit holds up to and including this day; after it the national one does."""
    check_by(by, Permission.SET_RULES)
    _check_order(limit.from_date, to_date)
    _check_nothing_later(
        OwnLimit.objects.filter(rule_id=limit.rule_id).exclude(pk=limit.pk), limit.from_date, to_date
    )
    _end(limit, to_date, "limit.ended", by)


@transaction.atomic
def take_back_limit(*, limit: OwnLimit, by: Any) -> None:
    """An own limit that was entered by mistake never held. What stood there is kept."""
    check_by(by, Permission.SET_RULES)
    keep_what_is_removed(record=limit, fields=["rule_id", "from_date", *_LIMIT], by=by)
    record(by=by, verb="limit.taken_back", subject=limit, detail={"rule": limit.rule_id})
    limit.delete()


@transaction.atomic
def set_remit(*, kind: str, from_date: date, reason: str, to_date: date | None = None, by: Any) -> Remit:
    """The service reviews this kind of plan from a day on, or to a day.

    Raises NotAllowed, or ValidationError with a sentence per field: it is in the remit on one of those days already.
    """
    check_by(by, Permission.SET_RULES)
    check_remit_kind(kind)
    given = Remit(kind=kind, from_date=from_date, to_date=to_date, reason=reason)
    given.full_clean(validate_constraints=False)
    if not reason.strip():
        raise ValidationError({"reason": "Say why, for those who read the figures later."})
    if to_date is not None:
        _check_order(from_date, to_date)
    held = Remit.objects.select_for_update().filter(kind=kind)
    _check_nothing_later(held, from_date, to_date)
    if held.filter(Q(from_date=from_date) | _holding(from_date)).exists():
        raise ValidationError(
            {
                "from_date": f"{RemitKind(kind).label} are in the remit on that day already. End that entry first."
            }
        )
    given.save()
    record(by=by, verb="remit.set", subject=given, detail={"kind": kind})
    return given


@transaction.atomic
def end_remit(*, remit: Remit, to_date: date, by: Any) -> None:
    """The service reviews this kind of plan up to and including this day. Raises NotAllowed, ValidationError."""
    check_by(by, Permission.SET_RULES)
    _check_order(remit.from_date, to_date)
    _check_nothing_later(Remit.objects.filter(kind=remit.kind).exclude(pk=remit.pk), remit.from_date, to_date)
    _end(remit, to_date, "remit.ended", by)


def _holding(day: date) -> Q:
    return Q(from_date__lt=day) & (Q(to_date__isnull=True) | Q(to_date__gte=day))


def _end(entry: OwnLimit | Remit, to_date: date, verb: str, by: Any) -> None:
    if set_fields(record=entry, values={"to_date": to_date}, by=by):
        of = {"rule": entry.rule_id} if isinstance(entry, OwnLimit) else {"kind": entry.kind}
        record(by=by, verb=verb, subject=entry, detail={**of, "fields": ["to_date"]})


def _check_order(from_date: date, to_date: date) -> None:
    if to_date < from_date:
        raise ValidationError({"to_date": "The last day is before the first. Check both days."})


def _check_nothing_later(entries: Any, from_date: date, to_date: date | None) -> None:
    """Raises BeginsLater when an entry begins after the first day and on or before the last."""
    later = entries.filter(from_date__gt=from_date)
    if to_date is not None:
        later = later.filter(from_date__lte=to_date)
    first = later.order_by("from_date").first()
    if first is not None:
        raise BeginsLater(first.from_date)
