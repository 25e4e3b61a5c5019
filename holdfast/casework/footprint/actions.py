"""Changes to an officer's footprint: entries made and taken back, praise given, taken back and seen."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Child, Worker
from holdfast.casework.provenance.actions import set_fields
from holdfast.casework.reviews.models import Review

from . import rules
from .models import Entry, EntryKind, Praise, Theme
from .queries import worker_of


@transaction.atomic
def enter(*, child: Child, kind: EntryKind | str, happened_on: date, text: str, on: date, by: Any) -> Entry:
    """One dated thing an officer did for a child. Pressed twice it is entered once. ``on``: today.

    Raises NotAllowed, NotYours, or ValidationError with a sentence per field.
    """
    rules.check_officer(by, child.pk)
    text = rules.check_text(text, "Write in a few words what you did.")
    rules.check_happened(happened_on, child, on)
    _hold(child)
    told = {"child": child, "kind": kind, "happened_on": happened_on, "text": text, "entered_by": by}
    same = Entry.objects.filter(**told, taken_back_on=None).first()
    if same is not None:
        return same
    entry = Entry(**told, officer=worker_of(by))
    entry.full_clean(exclude=["child", "officer", "entered_by"])
    entry.save()
    record(by=by, verb="footprint.entered", subject=entry, detail={"child": child.pk})
    return entry


@transaction.atomic
def take_back(*, entry: Entry, on: date, by: Any) -> None:
    """The entry was a mistake: it is counted no more, and stays to be put back."""
    _take_back(entry, on, by, "footprint.taken_back")


@transaction.atomic
def put_back(*, entry: Entry, by: Any) -> None:
    """The entry was right after all."""
    _take_back(entry, None, by, "footprint.put_back")


@transaction.atomic
def praise(
    *,
    child: Child,
    worker: Worker,
    theme: Theme | str,
    text: str,
    on: date,
    by: Any,
    review: Review | None = None,
) -> Praise:
    """Good practice for a child, sent to the worker and their manager. Pressed twice it is given once.

    Raises NotAllowed, NotYours, or ValidationError with a sentence per field.
    """
    rules.check_officer(by, child.pk)
    rules.check_review(review, child)
    rules.check_praised(worker, by)
    text = rules.check_text(text, "Write what was good, and what it brought the child.")
    _hold(child)
    told = {
        "child": child,
        "worker": worker,
        "theme": theme,
        "text": text,
        "given_on": on,
        "given_by": by,
        "review": review,
    }
    same = Praise.objects.filter(**told, taken_back_on=None).first()
    if same is not None:
        return same
    given = Praise(**told, officer=worker_of(by), team=worker.team)
    given.full_clean(exclude=["child", "worker", "officer", "given_by", "review"])
    given.save()
    record(by=by, verb="praise.given", subject=given, detail={"child": child.pk, "worker": worker.pk})
    return given


@transaction.atomic
def take_praise_back(*, praise: Praise, on: date, by: Any) -> None:
    """The praise was given by mistake: nobody is shown it any more, and it can be put back."""
    _take_back(praise, on, by, "praise.taken_back")


@transaction.atomic
def put_praise_back(*, praise: Praise, by: Any) -> None:
    """The praise was right after all."""
    _take_back(praise, None, by, "praise.put_back")


@transaction.atomic
def praise_seen(*, on: date, by: Any) -> int:
    """The praised worker has opened their praise: all of it that stands is seen. How many were new to them."""
    new = Praise.objects.select_for_update().filter(worker__user=by, seen_on=None, taken_back_on=None)
    found = list(new)
    for one in found:
        set_fields(record=one, values={"seen_on": on}, by=by)
        record(by=by, verb="praise.seen", subject=one, detail={"child": one.child_id})
    return len(found)


def _take_back(thing: Entry | Praise, on: date | None, by: Any, verb: str) -> None:
    rules.check_officer(by, thing.child_id)
    thing.refresh_from_db(from_queryset=type(thing)._base_manager.select_for_update())
    if (thing.taken_back_on is None) is (on is None):
        return  # pressed twice
    set_fields(record=thing, values={"taken_back_on": on}, by=by)
    record(by=by, verb=verb, subject=thing, detail={"child": thing.child_id})


def _hold(child: Child) -> None:
    """Two presses of a button come one after the other."""
    Child._base_manager.select_for_update().get(pk=child.pk)
