"""What stands beside the author's words: figures that moved, what changed since last year, what to look at again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from holdfast.reports.content import AuthorText
from holdfast.reports.live import asked
from holdfast.reports.prompts.changes import Change, changes
from holdfast.reports.prompts.lint import Finding, lint
from holdfast.reports.terms import FoundTerm, found_terms
from holdfast.reports.written import Place, live_figures, place_title
from holdfast.web.words.opened import Written


@dataclass(frozen=True)
class Beside:
    """Everything about one place's words as they stand, saved or not."""

    written: Written
    slot: str
    text: str

    @cached_property
    def figures(self) -> list[Place]:
        return live_figures({self.slot: self.text}, self.written.book)

    @cached_property
    def moved(self) -> list[Place]:
        """Each address once, however often it stands in the words."""
        return list({one.address: one for one in self.figures if one.sentence}.values())

    @cached_property
    def may_accept(self) -> bool:
        return any(not one.figure.missing for one in self.moved)

    @cached_property
    def changes(self) -> list[Change]:
        return changes(self.slot, self.written.inputs)

    @cached_property
    def findings(self) -> list[Finding]:
        return lint(self.text, self.written.inputs)

    @cached_property
    def terms(self) -> list[FoundTerm]:
        return found_terms(self.text, self.written.inputs.terms)

    @property
    def live(self) -> dict[str, str | None]:
        """Address -> what it reads as now, for the editor; None where there is no such figure."""
        now = {}
        for one in self.figures:
            wanted = asked(one.address)
            now[one.address] = self.written.book.words(wanted) if wanted else None
        return now

    def live_instead(self, choice: str) -> str:
        """The text with one typed number made live; ``choice``: the number of the finding and of its offer."""
        finding, _, offer = choice.partition(":")
        try:
            found = self.findings[int(finding)]
            chosen = found.offers[int(offer)]
        except (ValueError, IndexError):
            return self.text
        return self.text.replace(found.words, f"[{chosen.words}]({chosen.address})", 1)

    def with_change(self, choice: str) -> str:
        """The text with one of the sentences that were offered at its end."""
        try:
            offered = self.changes[int(choice)]
        except (ValueError, IndexError):
            return self.text
        return f"{self.text.rstrip()}\n\n{offered.markdown}".lstrip()


@dataclass(frozen=True)
class PlaceLine:
    """One place in the list of a report: what is left to do there."""

    place: AuthorText
    beside: Beside

    @property
    def key(self) -> str:
        return self.place.key

    @property
    def title(self) -> str:
        return place_title(self.place.key)

    @property
    def is_written(self) -> bool:
        return bool(self.place.text.strip())

    @property
    def left(self) -> list[str]:
        """'2 figures moved', '1 word to look at': in words, the weightiest first."""
        counted = (
            (len(self.beside.moved), "figure moved", "figures moved"),
            (len(self.beside.terms), "word the service does not use", "words the service does not use"),
            (len(self.beside.findings), "thing to look at again", "things to look at again"),
        )
        return [f"{number} {one if number == 1 else many}" for number, one, many in counted if number]


@dataclass(frozen=True)
class PlaceList:
    """Every place of a report in the order of print."""

    written: Written

    @cached_property
    def lines(self) -> list[PlaceLine]:
        return [PlaceLine(one, Beside(self.written, one.key, one.text)) for one in self.written.places]

    @property
    def filled(self) -> int:
        return sum(line.is_written for line in self.lines)

    @property
    def total(self) -> int:
        return len(self.lines)

    @property
    def moved(self) -> list[tuple[PlaceLine, Place]]:
        return [(line, one) for line in self.lines for one in line.beside.moved]

    @property
    def terms(self) -> list[tuple[PlaceLine, FoundTerm]]:
        return [(line, one) for line in self.lines for one in line.beside.terms]
