"""The limits and the remit in force at this council."""

from __future__ import annotations

from holdfast.domain.limits import Book, Limit

from .models import OwnLimit, Remit, RemitKind


def book() -> Book:
    """The limits as this council holds them, for the tracks and timescales of ``domain``. Two queries."""
    own = tuple(
        Limit(x.rule_id, x.value, x.unit, x.from_date, x.source, x.certainty, x.to_date)
        for x in OwnLimit.objects.order_by("rule_id", "-from_date")
    )
    spans: dict[str, list] = {kind: [] for kind in RemitKind.values}
    for remit in Remit.objects.order_by("from_date"):
        spans[remit.kind].append((remit.from_date, remit.to_date))
    protection = {"protection": tuple(spans[RemitKind.PROTECTION])} if spans[RemitKind.PROTECTION] else {}
    return Book(own=own, need=tuple(spans[RemitKind.NEED]), **protection)
