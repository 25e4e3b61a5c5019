"""The diary of one child's record in words: who opened it, who changed what, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from holdfast.casework.access.models import User
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people.models import Child

#: The newest entries that one page shows.
MOST = 200

DEEDS = {
    "child.read": "opened the page",
    "child.added": "entered the child",
    "child.corrected": "corrected the record",
}


@dataclass(frozen=True)
class Entry:
    at: datetime
    who: str
    role: str
    deed: str


def entries_about(child: Child) -> list[Entry]:
    """The newest entries first: two queries, however many there are."""
    events = list(islice(events_about(child).reverse(), MOST))
    people = User.objects.in_bulk({int(event.actor_id) for event in events if event.actor_id})
    return [_entry(event, people) for event in events]


def _entry(event: AuditEvent, people: dict[int, User]) -> Entry:
    person = people.get(int(event.actor_id)) if event.actor_id else None
    deed = DEEDS.get(event.verb, event.verb.replace(".", " ").replace("_", " "))
    fields = event.detail.get("fields")
    if fields:
        names = [str(Child._meta.get_field(f).verbose_name) for f in fields if f in _FIELDS]
        deed += f": {', '.join(names)}"
    if not event.actor_id:
        return Entry(event.at, "The service itself", "on its own machine", deed)
    return Entry(event.at, person.name if person else "An account since removed", _role(person), deed)


_FIELDS = {field.name for field in Child._meta.get_fields()}


def _role(person: User | None) -> str:
    return person.get_role_display() if person else ""
