"""The diary of one child's record: who was shown it, who changed what, what returns brought and changed, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from holdfast.casework.access.models import User
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.intake.models import ReturnIntake
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import brought_by_returns, changed_by_returns, diary_of
from holdfast.casework.provenance.models import FieldChange
from holdfast.web.child.deeds import brought_in_words, changed_in_words, deed_of
from holdfast.web.listing import PER_PAGE, Listing, listing


@dataclass(frozen=True)
class Entry:
    at: datetime
    who: str
    role: str
    deed: str


def entries_about(child: Child, page: int, address: Callable[[int], str]) -> Listing[Entry]:
    """One page of all there is, the newest entries first: a fixed number of queries, however many there are.

    Returns bring and change a child's record a few times a year; the rest comes from the diary, as far as this page.
    """
    events = diary_of(child)
    returns = _of_returns(child)
    total = events.count() + len(returns)
    page = min(page, max(1, -(-total // PER_PAGE)))
    newest = [*_told(events.reverse()[: page * PER_PAGE]), *returns]
    newest.sort(key=lambda entry: entry.at, reverse=True)
    return listing(newest[(page - 1) * PER_PAGE : page * PER_PAGE], page, address, total=total)


def _told(events: Iterable[AuditEvent]) -> list[Entry]:
    found = list(events)
    people = User.objects.in_bulk({int(event.actor_id) for event in found if event.actor_id})
    return [_event(event, people) for event in found]


def _event(event: AuditEvent, people: dict[int, User]) -> Entry:
    if not event.actor_id:
        return _entry(event.at, None, deed_of(event))
    person = people.get(int(event.actor_id))
    if person is None:
        return Entry(event.at, "An account since removed", "", deed_of(event))
    return _entry(event.at, person, deed_of(event))


def _of_returns(child: Child) -> list[Entry]:
    """What each import brought and changed, and each difference that was settled for the return afterwards."""
    brought, changed = brought_by_returns(child), list(changed_by_returns(child))
    ids = {intake for _, intake, _ in brought} | {change.intake_id for change in changed}
    intakes = ReturnIntake.objects.select_related("received_by").in_bulk(ids)
    entries = []
    for pk, made in groupby(sorted(brought, key=_child_first), key=lambda row: row[1]):
        deed = brought_in_words((kind, count) for kind, _, count in made)
        entries.append(_entry(_ended(intakes[pk]), intakes[pk].received_by, deed))
    for (at, _), some in groupby(changed, key=lambda change: _moment(change, intakes)):
        changes = list(some)
        entries.append(_entry(at, changes[0].changed_by, changed_in_words(changes)))
    return entries


def _child_first(row: tuple[str, int, int]) -> tuple[int, bool, str]:
    kind, intake, _ = row
    return (intake, kind != Child._meta.label, kind)


def _moment(change: FieldChange, intakes: dict[int, ReturnIntake]) -> tuple[datetime, int | None]:
    """All that an import changed, it changed when it ended; what was settled later has a time of its own."""
    intake = intakes[change.intake_id]
    return (max(change.changed_at, _ended(intake)), change.intake_id)


def _ended(intake: ReturnIntake) -> datetime:
    return intake.ended_at or intake.received_at


def _entry(at: datetime, person: User | None, deed: str) -> Entry:
    if person is None:
        return Entry(at, "The service itself", "on its own machine", deed)
    return Entry(at, person.name, person.get_role_display(), deed)
