"""Why the rows behind a figure are others than they were: what was changed, recorded or brought in since.

Read from what the records keep of their own changes (provenance), from the diary, and from the returns brought in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from django.db import models
from django.db.models import Q

from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.intake.models import ReturnIntake
from holdfast.casework.people.models import Child
from holdfast.casework.provenance.models import EVERY_FIELD, FieldChange, FromReturn, Owner
from holdfast.casework.provenance.queries import model_of

#: verbs of the diary that end so tell of reading, or of messages: they change no figure
_READING = ("read", "listed", "downloaded", "opened", "seen", "told", "written", "diary_read", "compared")
#: what a person writes and no figure is counted from
_WRITING = ("draft.", "officer_note.", "letter.", "feed.", "footprint.")


class Why(StrEnum):
    """In what way the records were changed."""

    CORRECTED = "corrected"  # a value was replaced
    DONE = "done"  # something was entered, finished or taken back: the diary's verb says what
    BROUGHT = "brought"  # a return brought the record
    TAKEN_BACK = "taken_back"  # a return, or a person, took the record back


@dataclass(frozen=True)
class Cause:
    """One change of a child’s records. ``field``, ``before``, ``after``: a value replaced; ``verb``: of the diary."""

    child: int
    at: datetime
    why: Why
    record_type: str
    record_id: int | None = None
    field: str = ""
    before: str = ""
    after: str = ""
    verb: str = ""
    by_return: bool = False
    by: int | None = None
    day: date | None = None  # the day the record is known by


#: kind of record -> the field of the day it is known by
_DAY_OF = {"reviews.Review": "held_on", "care.Episode": "started"}


def causes(
    children: Iterable[int], *, since: datetime, until: datetime | None = None
) -> dict[int, list[Cause]]:
    """What was changed of these children's records (ids) after a moment, oldest first; until another, if given."""
    wanted = set(children)
    if not wanted:
        return {}
    corrected = _corrected(wanted, since, until)
    told = {(one.record_type, one.record_id) for one in corrected}
    found = [*corrected, *_brought(wanted, since, until)]
    found += [
        one
        for one in _done(wanted, since, until)
        if not (one.verb.endswith(".corrected") and (one.record_type, one.record_id) in told)
    ]
    by_child: dict[int, list[Cause]] = defaultdict(list)
    for one in sorted(_with_days(found), key=lambda one: one.at):
        by_child[one.child].append(one)
    return dict(by_child)


def _with_days(found: list[Cause]) -> list[Cause]:
    """With the day each record is known by, where it is still there. A query for each kind."""
    days: dict[tuple[str, int | None], date | None] = {}
    for kind, field in _DAY_OF.items():
        wanted = {one.record_id for one in found if one.record_type == kind}
        if wanted:
            rows = model_of(kind)._base_manager.filter(pk__in=wanted).values_list("pk", field)
            days |= {(kind, pk): day for pk, day in rows}
    return [replace(one, day=days.get((one.record_type, one.record_id))) for one in found]


def _corrected(children: set[int], since: datetime, until: datetime | None) -> list[Cause]:
    """Values that were replaced, by a person or by a return."""
    changes = list(FieldChange.objects.filter(_between("changed_at", since, until)).order_by("id"))
    whose = _children_of({(one.record_type, one.record_id) for one in changes}, children)
    return [
        Cause(
            child=whose[one.record_type, one.record_id],
            at=one.changed_at,
            why=Why.TAKEN_BACK if one.field == EVERY_FIELD else Why.CORRECTED,
            record_type=one.record_type,
            record_id=one.record_id,
            field="" if one.field == EVERY_FIELD else one.field,
            before=one.before,
            after=one.after,
            by_return=one.source == Owner.RETURN,
            by=one.changed_by_id,
        )
        for one in changes
        if (one.record_type, one.record_id) in whose
    ]


def _done(children: set[int], since: datetime, until: datetime | None) -> list[Cause]:
    """What was entered, finished or taken back, as the diary tells it."""
    named = Q(subject_type=Child._meta.label, subject_id__in=[str(pk) for pk in children])
    for pk in children:
        named |= Q(detail__child=pk)
    events = AuditEvent.objects.filter(_between("at", since, until), named).order_by("id")
    found = []
    for one in events:
        room, _, deed = one.verb.partition(".")
        if deed in _READING or f"{room}.".startswith(_WRITING):
            continue
        is_child = one.subject_type == Child._meta.label
        child = int(one.subject_id) if is_child and one.subject_id else one.detail.get("child")
        if child in children:
            found.append(
                Cause(
                    child=child,
                    at=one.at,
                    why=Why.DONE,
                    record_type=one.subject_type,
                    record_id=int(one.subject_id) if one.subject_id.isdecimal() else None,
                    verb=one.verb,
                    by=int(one.actor_id) if one.actor_id else None,
                )
            )
    return found


def _brought(children: set[int], since: datetime, until: datetime | None) -> list[Cause]:
    """Records that a return brought."""
    ended = dict(
        ReturnIntake.objects.filter(_between("ended_at", since, until)).values_list("pk", "ended_at")
    )
    if not ended:
        return []
    found = []
    for model in _from_returns():
        rows = model._base_manager.filter(made_by_intake__in=list(ended), child__in=children).order_by("pk")
        found += [
            Cause(child, ended[intake], Why.BROUGHT, model._meta.label, pk, by_return=True)
            for pk, child, intake in rows.values_list("pk", "child", "made_by_intake")
        ]
    return found


def _between(field: str, since: datetime, until: datetime | None) -> Q:
    later = Q(**{f"{field}__gt": since})
    return later if until is None else later & Q(**{f"{field}__lte": until})


def _children_of(records: set[tuple[str, int]], among: set[int]) -> dict[tuple[str, int], int]:
    """Whose a record is, for those of these children. A query for each kind of record."""
    by_type: dict[str, list[int]] = defaultdict(list)
    for record_type, pk in records:
        by_type[record_type].append(pk)
    found: dict[tuple[str, int], int] = {}
    for record_type, pks in by_type.items():
        way = ways_to_a_child().get(record_type)
        if way is not None:
            rows: Any = model_of(record_type)._base_manager.filter(pk__in=pks, **{f"{way}__in": among})
            found |= {(record_type, pk): child for pk, child in rows.values_list("pk", way)}
    return found


@cache
def ways_to_a_child() -> dict[str, str]:
    """Kind of record -> the lookup that leads from it to its child, by the shortest way."""
    ways = {Child._meta.label: "pk"}
    waiting: list[tuple[type[models.Model], str]] = [(Child, "")]
    while waiting:
        model, way = waiting.pop(0)
        for link in model._meta.related_objects:
            belonging: Any = link.related_model
            if belonging._meta.label not in ways:
                ways[belonging._meta.label] = f"{link.field.name}__{way}" if way else link.field.name
                waiting.append((belonging, ways[belonging._meta.label]))
    return ways


def _from_returns() -> list[Any]:
    belonging = (link.related_model for link in Child._meta.related_objects)
    return [model for model in belonging if issubclass(model, FromReturn)]
