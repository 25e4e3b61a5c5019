"""One thing that happened, as the child's page tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from holdfast.domain.wording import weekday_and_date


@dataclass(frozen=True)
class Undo:
    """A button that takes an entry back."""

    url: str
    word: str


@dataclass(frozen=True)
class Event:
    """``order`` settles events of the same day: an end comes before a beginning. ``key``: the mark in the drawing."""

    day: date
    order: int
    kind: str
    title: str
    details: tuple[str, ...] = ()
    correct_url: str = ""
    key: str = ""
    undo: Undo | None = None
    open_url: str = ""

    @property
    def when(self) -> str:
        return weekday_and_date(self.day)
