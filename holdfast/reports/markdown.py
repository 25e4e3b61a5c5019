"""The author's Markdown as blocks of a report.

What has a meaning: an empty line ends a paragraph; lines beginning ``- `` or ``* ``, or ``1. `` and so on, make a list;
``### `` begins a sub-heading; ``**bold**``, ``*italic*`` and ``[words](address)`` within a line; a backslash takes the
meaning from the sign after it. Everything else, HTML included, is printed as it was typed: no text is lost, and text
typed before there was any Markdown reads as before. The lines are read here; what stands within a line is read by
markdown-it-py, the library that CommonMark's own tests hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from holdfast.reports.content import (
    Bullets,
    Emphasis,
    Inline,
    Link,
    LiveFigure,
    Paragraph,
    Strong,
    SubHeading,
)
from holdfast.reports.live import Resolver, is_address, unresolved

#: control characters and half characters, which no document may hold
UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: where a link may lead, besides a live figure
SCHEMES = ("http", "https", "mailto")
_BULLET = re.compile(r"[-*] +(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})\. +(?=\S)")
_HEADING = re.compile(r"### +(?=\S)")

Written = Paragraph | Bullets | SubHeading


def blocks(text: str, resolve: Resolver = unresolved) -> Iterator[Written]:
    """What the author wrote, block by block. ``resolve`` gives a live figure as it stands now."""
    for kind, lines in _pieces(text):
        if kind == "heading":
            yield SubHeading(inline(lines[0], resolve))
        elif kind == "paragraph":
            yield Paragraph(inline(" ".join(lines), resolve))
        else:
            yield Bullets(tuple(inline(line, resolve) for line in lines), kind == "numbers")


def inline(line: str, resolve: Resolver = unresolved) -> tuple[Inline, ...]:
    """One line's words as runs."""
    tokens = _reader().parseInline(line)
    return _joined(_runs(tokens[0].children or [], resolve)) if tokens else ()


def plain(text: str) -> str:
    """The words alone, one block a line, live figures as the author last saw them: to look for words in."""
    return "\n".join(
        " ".join(said(item) for item in (one.items if isinstance(one, Bullets) else (one.content,)))
        for one in blocks(text)
    )


def said(content: Iterable[Inline]) -> str:
    """What runs read as, one after the other; a reference, whose number is not known yet, as nothing."""
    return "".join(piece if isinstance(piece, str) else getattr(piece, "words", "") for piece in content)


def _pieces(text: str) -> Iterator[tuple[str, list[str]]]:
    """(paragraph, heading, bullets or numbers; its lines): a line that continues an item is joined to it."""
    readable = UNREADABLE.sub("", text.replace("\r\n", "\n"))
    kind, lines = "", list[str]()
    for line in (*(line.strip() for line in readable.split("\n")), ""):
        found, words = _kind_of(line, kind)
        if (found != kind or found == "heading") and lines:
            yield kind, lines
            lines = []
        if found in ("bullets", "numbers") and words is None:
            lines[-1] += f" {line}"
        elif found:
            lines.append(line if words is None else words)
        kind = found


def _kind_of(line: str, before: str) -> tuple[str, str | None]:
    """What a line is, and its words without the mark that says so; None where it has no such mark."""
    if not line:
        return "", None
    if mark := _HEADING.match(line):
        return "heading", line[mark.end() :]
    if mark := _BULLET.match(line):
        return "bullets", line[mark.end() :]
    mark = _NUMBER.match(line)
    # a year at the beginning of a line is no list: lists begin at 1
    if mark and (mark[1] == "1" or before == "numbers"):
        return "numbers", line[mark.end() :]
    return (before if before in ("bullets", "numbers") else "paragraph"), None


@cache
def _reader() -> MarkdownIt:
    """Only emphasis, links and the backslash; an address that leads elsewhere is no link, but text."""
    reader = MarkdownIt("zero").enable(["emphasis", "link", "escape"])
    reader.validateLink = _leads_somewhere  # type: ignore[method-assign]
    return reader


def _leads_somewhere(address: str) -> bool:
    if is_address(address):
        return True
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc or (parts.scheme == "mailto" and parts.path))


def _runs(tokens: list[Token], resolve: Resolver) -> Iterator[Inline]:
    """Runs of one line. A link holds its words alone; what is bold and italic is bold."""
    around: list[type[Strong] | type[Emphasis]] = []
    link, words = "", ""
    for token in tokens:
        if token.type == "link_open":
            link, words = str(token.attrGet("href") or ""), ""
        elif token.type == "link_close":
            yield from _linked(link, words, resolve)
            link = ""
        elif token.type in ("strong_open", "em_open"):
            around.append(Strong if token.type == "strong_open" else Emphasis)
        elif token.type in ("strong_close", "em_close"):
            around.pop()
        elif link:
            words += token.content
        elif token.content:
            yield (Strong if Strong in around else around[0])(token.content) if around else token.content


def _linked(address: str, words: str, resolve: Resolver) -> Iterator[Inline]:
    if is_address(address):
        yield resolve(address, words)
    else:
        yield Link(words or address, address)


def _joined(runs: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbours of one kind as one run: the reader gives a text in pieces."""
    found: list[Inline] = []
    for run in runs:
        last = found[-1] if found else None
        if isinstance(run, str) and isinstance(last, str):
            found[-1] = last + run
        elif isinstance(run, Strong | Emphasis) and type(last) is type(run):
            found[-1] = type(run)(last.words + run.words)
        else:
            found.append(run)
    return tuple(found)


def live_figures(content: Iterable[Inline]) -> list[LiveFigure]:
    """The live figures among runs."""
    return [piece for piece in content if isinstance(piece, LiveFigure)]
