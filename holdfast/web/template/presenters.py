"""The sections of a report as the page lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from holdfast.casework.access.models import User
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.publishing.actions_sections import Placing
from holdfast.reports.annual.outline import Outlined


@dataclass(frozen=True)
class Part:
    key: str
    title: str
    hidden: bool


@dataclass(frozen=True)
class Line:
    """A section in its place. ``number`` is the one it is printed with; empty where it is left out."""

    key: str
    title: str
    number: str
    hidden: bool
    added: bool
    renamed_from: str
    first: bool
    last: bool
    parts: tuple[Part, ...]


def lines(sections: Sequence[Outlined], placed: Sequence[Placing]) -> list[Line]:
    """One line for each section, in the order of the report."""
    ours = {section.key: section for section in sections}
    choices = {one.key: one for one in placed}
    among = [one for one in placed if one.key in ours or one.added]
    made, number = [], 0
    for nth, one in enumerate(among):
        number += not one.hidden
        section = ours.get(one.key)
        program = section.title if section else ""
        made.append(
            Line(
                key=one.key,
                title=one.title or program,
                number="" if one.hidden else str(number),
                hidden=one.hidden,
                added=one.added,
                renamed_from=program if one.title and program and one.title != program else "",
                first=nth == 0,
                last=nth == len(among) - 1,
                parts=tuple(_part(part, choices.get(part.key)) for part in section.parts) if section else (),
            )
        )
    return made


def _part(part: Outlined, choice: Placing | None) -> Part:
    return Part(part.key, (choice and choice.title) or part.title, bool(choice and choice.hidden))


@dataclass(frozen=True)
class Deed:
    at: datetime
    who: str
    did: str


_DID = {
    "up": "moved up: {}",
    "down": "moved down: {}",
    "hide": "left out: {}",
    "show": "shown again: {}",
    "titled": "titled: {}",
    "added": "added: {}",
    "removed": "taken out: {}",
    "reset": "went back to the program’s order",
}


def deeds(events: Iterable[AuditEvent], listed: Sequence[Line]) -> list[Deed]:
    """What was done to the order, in words. A section that is there no more is named by its key."""
    found = list(events)
    titles = {line.key: line.title for line in listed}
    titles |= {part.key: part.title for line in listed for part in line.parts}
    people = {str(user.pk): str(user) for user in User.objects.filter(pk__in=_ids(found))}
    return [
        Deed(
            event.at,
            people.get(event.actor_id, ""),
            _DID.get(event.detail["did"], "changed: {}").format(
                titles.get(event.detail["section"], event.detail["section"])
            ),
        )
        for event in found
    ]


def _ids(events: Iterable[AuditEvent]) -> set[str]:
    return {event.actor_id for event in events if event.actor_id}
