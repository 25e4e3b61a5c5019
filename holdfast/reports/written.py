"""What the author wrote, with its live figures as they stand: in a whole report, and place by place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from holdfast.reports import markdown
from holdfast.reports.content import Audience, AuthorText, Block, Document, Finish, LiveFigure, Section
from holdfast.reports.live import asked, moved_words
from holdfast.reports.live_book import LiveBook, label_of

if TYPE_CHECKING:
    from holdfast.reports.inputs import Inputs

_PACK = re.compile(r"pack-q([1-4])-")
#: a live figure in the author's Markdown: its words and its address; one after a backslash is none
_LIVE = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\((figure:[^)\s]+)\)")


@dataclass(frozen=True)
class Place:
    """A live figure where it stands: in which of the author's places, its address, and how it reads."""

    slot: str
    address: str
    figure: LiveFigure

    @property
    def label(self) -> str:
        """What is counted: 'Children in care by age: 5 to 9'."""
        return label_of(self.figure.figure)

    @property
    def sentence(self) -> str:
        """What is to be done, in words: 'now 36 of 204 (17.6%); you wrote 35 of 204 (17.2%)'."""
        return moved_words(self.figure)


def resolved(document: Document, inputs: Inputs) -> Document:
    """The report with every place of the author's read and its live figures resolved against ``inputs``."""
    book = LiveBook(inputs, document.finish, document.audience)
    return replace(document, sections=tuple(_section(section, book) for section in document.sections))


def _section(section: Section, book: LiveBook) -> Section:
    return replace(
        section,
        blocks=tuple(_block(block, book) for block in section.blocks),
        parts=tuple(_section(part, book) for part in section.parts),
    )


def _block(block: Block, book: LiveBook) -> Block:
    if not isinstance(block, AuthorText):
        return block
    return replace(block, written=tuple(markdown.blocks(block.text, book.resolve)))


def live_figures(texts: Mapping[str, str], book: LiveBook) -> list[Place]:
    """Every live figure of these texts, in the order in which they stand."""
    return [
        Place(slot, found[2], book.resolve(found[2], _unescaped(found[1])))
        for slot, text in texts.items()
        for found in _LIVE.finditer(text)
    ]


def unconfirmed(inputs: Inputs, slots: set[str] | None = None) -> list[Place]:
    """The live figures that moved or are gone since the author last accepted them; of these places, or of all."""
    book = LiveBook(inputs, Finish.DRAFT, Audience.INSIDE)
    texts = {slot: text for slot, text in inputs.texts.items() if slots is None or slot in slots}
    return [one for one in live_figures(texts, book) if one.sentence]


def to_confirm(inputs: Inputs, slots: set[str] | None = None) -> list[str]:
    """What must be accepted or written otherwise before this report is signed off, in sentences.

    ``slots``: the places the report has; without them all of its kind.
    """
    return [
        f"In “{place_title(one.slot)}”: {one.sentence}. Accept the figure or write the sentence otherwise."
        for one in unconfirmed(inputs, slots)
        if kind_of(one.slot) == (inputs.kind, inputs.quarter)
    ]


def kind_of(slot: str) -> tuple[str, int]:
    """Which report a place belongs to, and its quarter: places of the annual report have no mark before them."""
    if slot.startswith("board-"):
        return "board", 0
    pack = _PACK.match(slot)
    return ("quarterly", int(pack[1])) if pack else ("annual", 0)


def place_title(slot: str) -> str:
    """“Legal context”, from the key the report knows a place by."""
    words = _PACK.sub("", slot).removeprefix("board-")
    return re.sub(r"[_-]+", " ", words).capitalize()


def accepted(text: str, book: LiveBook, only: str = "") -> str:
    """The text with the words of its live figures as they stand now: of one address, or of all.

    One that there is no more keeps its words: what to say instead is the author's to decide.
    """
    return _rewritten(text, lambda address: not only or address == only, book)


def _rewritten(text: str, wanted: Callable[[str], bool], book: LiveBook) -> str:
    def one(found: re.Match[str]) -> str:
        question = asked(found[2])
        now = book.words(question) if question and wanted(found[2]) else None
        return found[0] if now is None else f"[{now}]({found[2]})"

    return _LIVE.sub(one, text)


def _unescaped(words: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", words)
