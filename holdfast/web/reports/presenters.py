"""The places for the author's words, and how many of them are filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.reports.content import AuthorText


@dataclass(frozen=True)
class Place:
    key: str
    prompt: str
    text: str

    @property
    def title(self) -> str:
        """“Legal context”, from the key the report knows it by."""
        return self.key.replace("_", " ").capitalize()

    @property
    def is_written(self) -> bool:
        return bool(self.text.strip())


class Slots:
    """Every place in the order of print."""

    def __init__(self, slots: Sequence[AuthorText]) -> None:
        self.places = [Place(slot.key, slot.prompt, slot.text) for slot in slots]

    @property
    def written(self) -> int:
        return sum(place.is_written for place in self.places)

    @property
    def total(self) -> int:
        return len(self.places)

    def find(self, key: str) -> Place | None:
        return next((place for place in self.places if place.key == key), None)

    def after(self, key: str) -> Place | None:
        keys = [place.key for place in self.places]
        nth = keys.index(key) + 1
        return self.places[nth] if nth < len(keys) else None
