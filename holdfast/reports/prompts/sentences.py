"""The author's text sentence by sentence, with what was typed told from what is a live figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.reports import markdown
from holdfast.reports.content import Bullets, Inline, LiveFigure

_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘\"'(])")


@dataclass(frozen=True)
class Sentence:
    """One sentence and the paragraph of its place it stands in. ``typed`` has blanks for live figures."""

    words: str
    typed: str
    paragraph: int

    @property
    def place(self) -> str:
        return f"paragraph {self.paragraph}"


def sentences(text: str) -> Iterator[Sentence]:
    """Every sentence of the text in order."""
    for nth, block in enumerate(markdown.blocks(text), start=1):
        items = block.items if isinstance(block, Bullets) else (block.content,)
        for item in items:
            yield from _sentences(item, nth)


def _sentences(content: tuple[Inline, ...], nth: int) -> Iterator[Sentence]:
    words = markdown.said(content)
    typed = "".join(
        " " * len(piece.words) if isinstance(piece, LiveFigure) else markdown.said((piece,))
        for piece in content
    )
    at = 0
    for end in [*_ENDS.finditer(words), None]:
        until = end.start() if end else len(words)
        if words[at:until].strip():
            yield Sentence(words[at:until], typed[at:until], nth)
        at = end.end() if end else until
