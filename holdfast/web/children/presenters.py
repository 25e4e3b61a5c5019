"""The children list in words: its counts, its choices, its empty states, and its columns as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.web.child_now import ChildNow
from holdfast.web.children.filters import AGES, CARE, DUE, NOBODY, SORTS, Filters, is_due
from holdfast.web.code_words import words

CSV_HEADER = (
    "Number", "Name", "Age", "Legal status", "Since", "Placement", "Since", "IRO", "Social worker", "Last review",
    "Next review due by",
)  # fmt: skip


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Heading:
    label: str
    url: str
    order: str  # the value of aria-sort


@dataclass(frozen=True)
class Chosen:
    """A filter in force, and the address without it."""

    label: str
    url: str


@dataclass(frozen=True)
class ChildList:
    """``everybody``: all that the search finds; ``shown``: those that fit the filters too."""

    everybody: Sequence[ChildNow]
    shown: Sequence[ChildNow]
    filters: Filters

    @property
    def summary(self) -> str:
        """“204 children, 3 of them with a late review and 12 with one due in four weeks.”"""
        late = sum(is_due(child, "late") for child in self.shown)
        soon = sum(is_due(child, "soon") for child in self.shown)
        count = len(self.shown)
        head = f"{count:,} {'child or young person' if count == 1 else 'children and young people'}"
        return f"{head}; {late:,} with a late review, {soon:,} with one due in the next four weeks."

    @property
    def care_choices(self) -> list[Choice]:
        return [Choice(value, label, value == self.filters.care) for value, label in CARE.items()]

    @property
    def legal_choices(self) -> list[Choice]:
        return self._codes("legal_status", "LS", self.filters.legal)

    @property
    def place_choices(self) -> list[Choice]:
        return self._codes("place", "PLACE", self.filters.place)

    @property
    def iro_choices(self) -> list[Choice]:
        people = {str(child.iro.id): child.iro.name for child in self.everybody if child.iro}
        by_name = sorted(people.items(), key=lambda pair: pair[1])
        choices = [(NOBODY, "Nobody allocated"), *by_name]
        return [Choice(value, label, value == self.filters.iro) for value, label in choices]

    @property
    def age_choices(self) -> list[Choice]:
        return [Choice(value, label, value == self.filters.age) for value, (label, *_) in AGES.items()]

    @property
    def due_choices(self) -> list[Choice]:
        return [Choice(value, label, value == self.filters.due) for value, label in DUE.items()]

    @property
    def headings(self) -> list[Heading]:
        """Column headings that sort, and say how the list is sorted now."""
        headings = []
        for key, (label, _) in SORTS.items():
            order = {key: "ascending", f"-{key}": "descending"}.get(self.filters.sort, "none")
            headings.append(
                Heading(label, self.filters.with_(sort=f"-{key}" if order == "ascending" else key), order)
            )
        names = [heading.label for heading in headings]
        return [
            headings[names.index(n)]
            for n in ("Name", "Age", "Legal status", "Placement", "IRO", "Next review")
        ]

    @property
    def in_force(self) -> list[Chosen]:
        """The filters that were chosen, each with the address without it."""
        pairs = (
            ("legal", self.legal_choices), ("place", self.place_choices), ("iro", self.iro_choices),
            ("age", self.age_choices), ("due", self.due_choices),
        )  # fmt: skip
        chosen = [
            Chosen(choice.label, self.filters.with_(**{key: ""}))
            for key, choices in pairs
            for choice in choices
            if choice.chosen
        ]
        if self.filters.search:
            chosen.append(Chosen("your search", self.filters.with_(search="", care="now")))
        return chosen

    @property
    def download_query(self) -> str:
        return self.filters.with_(page=1)

    def _codes(self, attribute: str, field: str, chosen: str) -> list[Choice]:
        codes = (
            {getattr(c.episode, attribute): c.on for c in self.everybody if c.episode}
            if self.everybody
            else {}
        )
        choices = [Choice(code, words(field, code, on), code == chosen) for code, on in codes.items() if code]
        return sorted(choices, key=lambda choice: choice.label)


def csv_rows(children: Iterable[ChildNow]) -> Iterable[list[object]]:
    for child in children:
        yield [
            child.child.number,
            child.child.name,
            child.age,
            child.legal_status,
            _iso(child.legal_status_since),
            child.place,
            _iso(child.placement.started if child.placement else None),
            child.iro.name if child.iro else "",
            child.social_worker.name if child.social_worker else "",
            _iso(child.reviews[-1] if child.reviews else None),
            _iso(child.review_due_on),
        ]


def _iso(day: date | None) -> str:
    """Dates in a spreadsheet sort as they stand."""
    return day.isoformat() if day else ""
