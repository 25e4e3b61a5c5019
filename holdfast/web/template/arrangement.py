"""The order of a report's sections as a list that can be changed: pure, one function for each thing a person does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from holdfast.casework.publishing.actions_sections import OWN, Placing
from holdfast.reports.annual.outline import Outlined
from holdfast.reports.arranged import in_order
from holdfast.reports.inputs import SectionOf


def placings(sections: Sequence[Outlined], template: Sequence[SectionOf]) -> list[Placing]:
    """Every section in its place, with what was chosen for it; parts that were chosen stand after the sections."""
    chosen = {one.key: one for one in template}
    ours = [section.key for section in sections]
    parts = {part.key for section in sections for part in section.parts}
    keys = [
        key for key in in_order(ours, [one.key for one in template]) if key in ours or _is_own(chosen, key)
    ]
    kept = [one.key for one in template if one.key in parts]
    return [_placing(chosen.get(key), key) for key in (*keys, *kept)]


def _is_own(chosen: dict[str, SectionOf], key: str) -> bool:
    return key in chosen and chosen[key].added


def _placing(choice: SectionOf | None, key: str) -> Placing:
    if choice is None:
        return Placing(key)
    return Placing(key, choice.title, choice.prompt, choice.hidden, choice.added)


def moved(placed: Sequence[Placing], key: str, by: int, ours: frozenset[str]) -> list[Placing]:
    """The section ``by`` places further up (less than nought) or down, as far as there are any. ``ours``: sections."""
    among = [one for one in placed if one.key in ours or one.added]
    rest = [one for one in placed if one not in among]
    at = [one.key for one in among].index(key)
    to = min(max(at + by, 0), len(among) - 1)
    among.insert(to, among.pop(at))
    return [*among, *rest]


def hidden(placed: Sequence[Placing], key: str, hide: bool) -> list[Placing]:
    """With the section, or the part, left out or shown again."""
    if key not in {one.key for one in placed}:
        return [*placed, Placing(key, hidden=hide)]
    return [replace(one, hidden=hide) if one.key == key else one for one in placed]


def titled(placed: Sequence[Placing], key: str, title: str, prompt: str) -> list[Placing]:
    """With a title of its own, or the program's where it is blank."""
    if key not in {one.key for one in placed}:
        return [*placed, Placing(key, title)]
    return [replace(one, title=title, prompt=prompt) if one.key == key else one for one in placed]


def added(placed: Sequence[Placing], title: str, prompt: str) -> list[Placing]:
    """With a section of the service's own before the last one that is shown."""
    words = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40] or "section"
    taken = {one.key for one in placed}
    key = next(
        key
        for key in (f"{OWN}{words}{nth}" for nth in ("", *(f"-{n}" for n in range(2, 1000))))
        if key not in taken
    )
    return [*placed, Placing(key, title, prompt, added=True)]


def without(placed: Sequence[Placing], key: str) -> list[Placing]:
    """Without a section the service added."""
    return [one for one in placed if one.key != key or not one.added]
