"""The sections of a report as the service wants them: in its order, under its titles, some left out, some of its own.

A reference to what is left out falls away, so that no sentence leads nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from holdfast.reports.content import (
    AuthorText,
    Block,
    Bullets,
    Chart,
    Inline,
    Paragraph,
    Ref,
    Section,
    Table,
)
from holdfast.reports.inputs import SectionOf

#: gives the author's place of a key, with what is written there, from what it asks for
Slot = Callable[[str, str], AuthorText]
LEFT_OUT = "a part this report leaves out"


def arranged(sections: Sequence[Section], template: Sequence[SectionOf], slot: Slot) -> tuple[Section, ...]:
    """``sections`` as ``template`` says; those it does not name stand after the one they follow in the program.

    ``slot`` makes the place for the author's words in a section the service added.
    """
    if not template:
        return tuple(sections)
    theirs = {one.key: one for one in template}
    ours = {section.key: section for section in sections}
    order = in_order([section.key for section in sections], [one.key for one in template])
    shown = [
        _titled(ours[key], theirs.get(key)) if key in ours else _added(theirs[key], slot)
        for key in order
        if _is_shown(key, ours, theirs)
    ]
    return whole(tuple(_parts(section, theirs) for section in shown))


def in_order(ours: Sequence[str], chosen: Sequence[str]) -> list[str]:
    """The keys chosen, in their order, with those of ours that were not chosen after the one they follow."""
    order = list(dict.fromkeys(chosen))
    for nth, key in enumerate(ours):
        if key not in order:
            before = ours[nth - 1] if nth else None
            order.insert(order.index(before) + 1 if before in order else 0, key)
    return order


def _is_shown(key: str, ours: dict[str, Section], theirs: dict[str, SectionOf]) -> bool:
    one = theirs.get(key)
    if one is None:
        return True
    return not one.hidden and (key in ours or one.added)


def _titled(section: Section, choice: SectionOf | None) -> Section:
    return replace(section, title=choice.title) if choice and choice.title else section


def _added(choice: SectionOf, slot: Slot) -> Section:
    """A section of the service's own: the author's words, and the tables typed in under them."""
    prompt = choice.prompt or f"What the report says under “{choice.title}”."
    return Section(f"section-{choice.key}", choice.title, (slot(choice.key, prompt),))


def _parts(section: Section, theirs: dict[str, SectionOf]) -> Section:
    kept = [part for part in section.parts if part.key not in theirs or not theirs[part.key].hidden]
    return replace(section, parts=tuple(_titled(part, theirs.get(part.key)) for part in kept))


def whole(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections without a reference to what is not among them."""
    there = frozenset(_keys(sections))
    return tuple(_whole(section, there) for section in sections)


def _keys(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield section.key
        yield from (block.key for block in section.blocks if isinstance(block, Table | Chart | Paragraph))
        yield from _keys(section.parts)


def _whole(section: Section, there: frozenset[str]) -> Section:
    blocks = tuple(
        _block(block, there)
        for block in section.blocks
        if not (isinstance(block, Chart) and block.table not in there)
    )
    return replace(section, blocks=blocks, parts=tuple(_whole(part, there) for part in section.parts))


def _block(block: Block, there: frozenset[str]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, content=_words(block.content, there))
    if isinstance(block, Bullets):
        return replace(block, items=tuple(_words(item, there) for item in block.items))
    return block


def _words(content: tuple[Inline, ...], there: frozenset[str]) -> tuple[Inline, ...]:
    """A sentence without its references to what is left out; the brackets around one go with it."""
    pieces = list(content)
    for nth, piece in enumerate(pieces):
        if isinstance(piece, Ref) and piece.key not in there:
            pieces[nth] = LEFT_OUT
            before, after = (pieces[at] if 0 <= at < len(pieces) else None for at in (nth - 1, nth + 1))
            if _ends(before, " (") and isinstance(after, str) and after.startswith(")"):
                assert isinstance(before, str)
                pieces[nth - 1], pieces[nth], pieces[nth + 1] = before[:-2], "", after[1:]
    return tuple(piece for piece in pieces if piece != "")


def _ends(piece: Inline | None, with_: str) -> bool:
    return isinstance(piece, str) and piece.endswith(with_)
