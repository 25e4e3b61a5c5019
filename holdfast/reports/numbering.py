"""Numbers for sections, paragraphs, tables and charts, and the words a reference prints as.

Every ink starts here, and here the self-check runs: a report that contradicts itself, or that refers to a
table it does not have, reaches no ink at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from holdfast.reports import markdown
from holdfast.reports.check import ReportRefused, check
from holdfast.reports.content import (
    AuthorText,
    Block,
    Bullets,
    Chart,
    Document,
    Finish,
    Inline,
    Paragraph,
    Ref,
    Section,
    SubHeading,
    Table,
)

#: sections and parts in the contents of a report that begins on the next page
_LONG_CONTENTS = 20
NOTHING_WRITTEN = "No text was written for this section."


class DanglingReference(ReportRefused):
    """A reference names something that is not in the report."""


class KeyUsedTwice(ReportRefused):
    """Two things in the report have the same key, so a reference cannot tell them apart."""


@dataclass(frozen=True)
class Prompt:
    """What an empty text slot shows in a draft."""

    text: str


@dataclass(frozen=True)
class Placed:
    """A block with its number: '3.2' for a paragraph, 'Table 4', 'Figure 1', '' for the rest."""

    number: str
    block: Paragraph | Bullets | SubHeading | Table | Chart | Prompt


@dataclass(frozen=True)
class PlacedSection:
    """A section with its number ('' for a part inside one), its blocks in print order, and its parts."""

    number: str
    key: str
    title: str
    blocks: tuple[Placed, ...]
    parts: tuple[PlacedSection, ...]


@dataclass(frozen=True)
class LaidOut:
    """A checked report, numbered. ``labels`` gives what a key prints as: 'Table 4', 'section 7'."""

    document: Document
    sections: tuple[PlacedSection, ...]
    labels: dict[str, str]

    @property
    def fills_a_page(self) -> bool:
        """Whether the title and the contents are a page of their own: a few lines would leave it empty."""
        return sum(1 + len(section.parts) for section in self.sections) >= _LONG_CONTENTS


def lay_out(document: Document) -> LaidOut:
    """Check a report, number it, and make sure that every reference leads somewhere.

    Raises a ReportRefused with a sentence that says what is wrong and where.
    """
    check(document)
    walk = _Walk(document.finish, short=document.short)
    sections = tuple(walk.section(section) for section in document.sections)
    for key, where in walk.references:
        if key not in walk.labels:
            raise DanglingReference(
                f"Section “{where}” refers to “{key}”, but nothing in the report has that key."
            )
    return LaidOut(document, sections, walk.labels)


class _Walk:
    """One pass over the tree in print order, counting."""

    def __init__(self, finish: Finish, *, short: bool = False) -> None:
        self.finish, self.short = finish, short
        self.labels: dict[str, str] = {}
        self.references: list[tuple[str, str]] = []
        self.tables = self.charts = self.sections = self.paragraphs = 0
        self.where = ""
        self.below = 2  # the level of a sub-heading here: one below the heading it stands under

    def section(self, section: Section) -> PlacedSection:
        self.where = section.title
        if self.short:
            self._label(section.key, f"“{section.title}”")
            return self._placed("", section)
        self.sections += 1
        self.paragraphs = 0
        number = str(self.sections)
        self._label(section.key, f"section {number}")
        return self._placed(number, section)

    def _placed(self, number: str, section: Section) -> PlacedSection:
        self.below = 2
        blocks = tuple(placed for block in section.blocks for placed in self._block(block))
        self.below = 3
        parts = tuple(self._part(part) for part in section.parts)
        parts = tuple(part for part in parts if part.blocks or part.parts)
        if not blocks and not parts:
            blocks = (self._paragraph(Paragraph((NOTHING_WRITTEN,))),)
        return PlacedSection(number, section.key, section.title, blocks, parts)

    def _part(self, part: Section) -> PlacedSection:
        blocks = tuple(placed for block in part.blocks for placed in self._block(block))
        if blocks:
            self._label(part.key, f"“{part.title}” in section {self.sections}")
        if part.parts:
            raise ReportRefused(f"The part “{part.title}” has parts of its own; a report has two levels.")
        return PlacedSection("", part.key, part.title, blocks, ())

    def _block(self, block: Block) -> Iterator[Placed]:
        if isinstance(block, Paragraph):
            yield self._paragraph(block)
        elif isinstance(block, Bullets):
            for item in block.items:
                self._note(item)
            yield Placed("", block)
        elif isinstance(block, SubHeading):
            self._note(block.content)
            yield Placed("", replace(block, level=self.below))
        elif isinstance(block, Table):
            self.tables += 1
            yield Placed(self._label(block.key, f"Table {self.tables}"), block)
        elif isinstance(block, Chart):
            self.charts += 1
            self.references.append((block.table, self.where))
            yield Placed(self._label(block.key, f"Figure {self.charts}"), block)
        else:
            yield from self._author_text(block)

    def _paragraph(self, paragraph: Paragraph) -> Placed:
        self.paragraphs += 1
        number = f"{self.paragraphs}." if self.short else f"{self.sections}.{self.paragraphs}"
        self._note(paragraph.content)
        if paragraph.key:
            self._label(paragraph.key, f"paragraph {number.rstrip('.')}")
        return Placed(number, paragraph)

    def _author_text(self, slot: AuthorText) -> Iterator[Placed]:
        written = slot.written if slot.written is not None else tuple(markdown.blocks(slot.text))
        if not written and self.finish is Finish.DRAFT:
            yield Placed("", Prompt(slot.prompt))
        for block in written:
            yield from self._block(block)

    def _note(self, content: tuple[Inline, ...]) -> None:
        self.references += [(piece.key, self.where) for piece in content if isinstance(piece, Ref)]

    def _label(self, key: str, label: str) -> str:
        if key in self.labels:
            raise KeyUsedTwice(f"“{key}” is used for {self.labels[key]} and again for {label}.")
        self.labels[key] = label
        return label
