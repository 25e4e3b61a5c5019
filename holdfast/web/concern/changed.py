"""What was changed of a concern beside its moves, and who moved it last: from the history kept of every value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import timezone

from holdfast.casework.access.models import User
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people.models import Worker
from holdfast.casework.provenance.models import FieldChange
from holdfast.casework.provenance.queries import corrected_by_people
from holdfast.casework.resolution.models import Concern, Stage, Told
from holdfast.domain.wording import long_date
from holdfast.web.concern.history import Happened


def changes_of(concern: Concern, on: date) -> list[Happened]:
    """Handed to somebody else, an answer put right, opened again, the child told later. Three queries at most."""
    stages = {stage.pk: stage for stage in concern.stages.all()}
    of_stages = corrected_by_people(Stage, stages, ["asked_id", "answer", "outcome"])
    of_concern = corrected_by_people(Concern, [concern.pk], ["closed_on", "child_told"])
    ids = {int(text) for one in of_stages if one.field == "asked_id" for text in (one.before, one.after)}
    names = {pk: worker.name for pk, worker in Worker.objects.in_bulk(ids).items()} if ids else {}
    told = [line for one in of_stages for line in _of_a_stage(one, stages[one.record_id], names, on)]
    return told + [line for one in of_concern for line in _of_the_concern(one, on)]


def _of_a_stage(change: FieldChange, stage: Stage, names: dict[int, str], on: date) -> Iterator[Happened]:
    order = 15 + 10 * stage.number
    if change.field == "asked_id":
        now, before = names.get(int(change.after), ""), names.get(int(change.before), "")
        yield Happened(
            _day(change, on), order - 6, f"{stage.name}: {now} asked instead of {before}", note=_who(change)
        )
    elif change.field == "answer":
        yield Happened(
            _day(change, on),
            order,
            f"{stage.name}: answer put right",
            f"Before: {change.before}",
            _who(change),
        )


def _of_the_concern(change: FieldChange, on: date) -> Iterator[Happened]:
    if change.field == "closed_on" and not change.after:
        why = getattr(change, "why", None)
        closed = long_date(date.fromisoformat(change.before))
        yield Happened(
            _day(change, on),
            800,
            f"Opened again{_by(change)}",
            why.reason if why else "",
            f"It had been closed on {closed}",
        )
    elif change.field == "child_told" and change.before == Told.NO and change.after:
        yield Happened(
            _day(change, on), 950, f"Has the child been told? {Told(change.after).label}", note=_who(change)
        )


def who_moved(concern: Concern, reader: Any) -> str:
    """“Jo Reed moved this on at 14:32. Look at how it stands now, and do it again if it is still needed.”"""
    last = events_about(concern).exclude(verb="concern.read").last()
    if last is None:
        return "This was moved on after you opened the page. Look at how it stands now."
    person = User.objects.filter(pk=int(last.actor_id)).first() if last.actor_id else None
    who = "You" if person and person.pk == reader.pk else person.name if person else "The service itself"
    at = timezone.localtime(last.at)
    day = "" if at.date() == timezone.localdate() else f" on {long_date(at.date())}"
    return (
        f"{who} moved this on at {at:%H:%M}{day}. Look at how it stands now, and do it again if it is still needed. "
        "What you wrote is not lost: it stands below."
    )


def _day(change: FieldChange, on: date) -> date:
    """The day it was changed; a page that speaks of an earlier day than the clock does not tell of later ones."""
    return min(timezone.localtime(change.changed_at).date(), on)


def _by(change: FieldChange) -> str:
    return f" by {change.changed_by.name}" if change.changed_by else ""


def _who(change: FieldChange) -> str:
    return change.changed_by.name if change.changed_by else "The service itself"
