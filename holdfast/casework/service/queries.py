"""The limits and the remit in force at this council."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import Value

from holdfast.casework.access.models import User
from holdfast.casework.audit.queries import events_of_kind
from holdfast.domain.limits import Book, Limit

from .models import OwnLimit, Remit, RemitKind


def book() -> Book:
    """The limits as this council holds them, for the tracks and timescales of ``domain``. One query."""
    limits = OwnLimit.objects.order_by().values_list(
        Value("limit"), "rule_id", "from_date", "to_date", "value", "unit", "source", "certainty"
    )
    spans_of_remit = Remit.objects.order_by().values_list(
        Value("remit"), "kind", "from_date", "to_date", Value(0), Value(""), Value(""), Value("")
    )
    own: list[Limit] = []
    spans: dict[str, list] = {kind: [] for kind in RemitKind.values}
    # of two limits of a rule the later one is looked at first
    rows = sorted(limits.union(spans_of_remit, all=True), key=lambda row: row[2], reverse=True)
    for table, name, from_date, to_date, value, unit, source, certainty in rows:
        if table == "limit":
            own.append(Limit(name, value, unit, from_date, source, certainty, to_date))
        else:
            spans[name].insert(0, (from_date, to_date))
    protection = {"protection": tuple(spans[RemitKind.PROTECTION])} if spans[RemitKind.PROTECTION] else {}
    return Book(own=tuple(own), need=tuple(spans[RemitKind.NEED]), **protection)


def as_domain(own: OwnLimit) -> Limit:
    """A limit of the council's own, as the law in ``domain`` reads it."""
    return Limit(own.rule_id, own.value, own.unit, own.from_date, own.source, own.certainty, own.to_date)


def own_limits_of(beginning: str) -> tuple[Limit, ...]:
    """The council's own limits of the rules whose id begins so, for a ``Book`` of them alone. One query."""
    return tuple(as_domain(limit) for limit in own_limits().filter(rule_id__startswith=beginning))


def own_limits() -> models.QuerySet[OwnLimit]:
    """Every limit this council ever held itself to, the newest of each rule first."""
    return OwnLimit.objects.order_by("rule_id", "-from_date")


def remits() -> models.QuerySet[Remit]:
    """Every span in which the service reviewed a kind of plan, the newest of each kind first."""
    return Remit.objects.order_by("kind", "-from_date")


def find_limit(pk: int) -> OwnLimit | None:
    return OwnLimit.objects.filter(pk=pk).first()


def find_remit(pk: int) -> Remit | None:
    return Remit.objects.filter(pk=pk).first()


def who_set(entries: Iterable[OwnLimit]) -> dict[str, str]:
    """Who entered or last put right each entry, by its id; “the service itself” for the command line. Two queries."""
    ids = [str(one.pk) for one in entries]
    events = events_of_kind(OwnLimit, ids, ("limit.set", "limit.put_right"))
    people = User.objects.in_bulk({int(event.actor_id) for event in events if event.actor_id})
    return {
        event.subject_id: people[int(event.actor_id)].name if event.actor_id else "the service itself"
        for event in events
    }
