"""The parts of a record as they are written, and both texts where two people wrote in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils import timezone

from holdfast.casework.records.models import Record
from holdfast.casework.records.queries import sections_by_key
from holdfast.casework.records.rules import tidy
from holdfast.casework.reviews.models import Review
from holdfast.domain.record_sections import sections_of


@dataclass(frozen=True)
class Part:
    """One part on the page. ``theirs`` and ``mine``: set where somebody else saved while this person was writing."""

    key: str
    title: str
    ask: str
    words: int
    needed: bool
    text: str
    version: int
    saved: str
    theirs: str = ""
    mine: str = ""

    @property
    def rows(self) -> int:
        return max(4, min(16, len(self.text) // 80 + self.text.count("\n") + 2))


def parts_of(review: Review, record: Record | None) -> list[Part]:
    """The parts of this kind of record with what stands in them."""
    written = sections_by_key(record)
    parts = []
    for one in sections_of(review.kind):
        section = written.get(one.key)
        saved = ""
        if section is not None and section.version:
            by = f" by {section.saved_by.name}" if section.saved_by else ""
            saved = f"Saved {timezone.localtime(section.saved_at):%H:%M on %-d %B %Y}{by}"
        parts.append(
            Part(
                key=one.key,
                title=one.title,
                ask=one.ask,
                words=one.words,
                needed=one.needed,
                text=section.text if section else "",
                version=section.version if section else 0,
                saved=saved,
            )
        )
    return parts


def both_texts(parts: list[Part], sent: Mapping[str, str], meanwhile: set[str]) -> list[Part]:
    """Where somebody else was quicker: their text, this person's, and both together to be made one."""
    found = []
    for part in parts:
        if part.key in meanwhile:
            mine = tidy(sent[f"text_{part.key}"])
            part = replace(
                part, theirs=part.text or "(they left it blank)", mine=mine, text=_both(part.text, mine)
            )
        found.append(part)
    return found


def _both(theirs: str, mine: str) -> str:
    return f"{theirs}\n\n{mine}" if theirs and mine else theirs or mine


def number(text: str | None) -> int:
    """A version as the form carries it; anything else is none."""
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0
