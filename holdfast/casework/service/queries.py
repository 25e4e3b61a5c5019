"""The limits and the remit in force at this council."""

from __future__ import annotations

from django.db import models

from holdfast.domain.limits import Book, Limit

from .models import OwnLimit, Remit, RemitKind


def book() -> Book:
    """The limits as this council holds them, for the tracks and timescales of ``domain``. Two queries."""
    own = tuple(as_domain(limit) for limit in OwnLimit.objects.order_by("rule_id", "-from_date"))
    spans: dict[str, list] = {kind: [] for kind in RemitKind.values}
    for remit in Remit.objects.order_by("from_date"):
        spans[remit.kind].append((remit.from_date, remit.to_date))
    protection = {"protection": tuple(spans[RemitKind.PROTECTION])} if spans[RemitKind.PROTECTION] else {}
    return Book(own=own, need=tuple(spans[RemitKind.NEED]), **protection)


def as_domain(own: OwnLimit) -> Limit:
    """A limit of the council's own, as the law in ``domain`` reads it."""
    return Limit(own.rule_id, own.value, own.unit, own.from_date, own.source, own.certainty, own.to_date)


def own_limits() -> models.QuerySet[OwnLimit]:
    """Every limit this council ever held itself to, the newest of each rule first."""
    return OwnLimit.objects.order_by("rule_id", "-from_date")


def remits() -> models.QuerySet[Remit]:
    """Every span in which the service reviewed a kind of plan, the newest of each kind first."""
    return Remit.objects.order_by("kind", "-from_date")
