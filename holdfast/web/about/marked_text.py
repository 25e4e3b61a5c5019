"""The few marks the guide is written with (Markdown), as GOV.UK's own elements. Everything else is shown as written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

Address = Callable[[str], str]

PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<link>[^)]+)\)")
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
#: (the mark, what stands for it)
INLINE = (
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\*(.+?)\*"), r"<em>\1</em>"),
    (re.compile(r"`(.+?)`"), r"<code>\1</code>"),
)


def as_html(text: str, address: Address) -> SafeString:
    """Headings of the second level, paragraphs, lists, tables, pictures, links and emphasis.

    ``address``: where a link leads here; a link for which it gives a blank is shown as its words.
    """
    blocks = (block.splitlines() for block in re.split(r"\n\s*\n", text.strip()))
    return mark_safe("\n".join(part for lines in blocks for part in _block(lines, address)))  # noqa: S308


def _block(lines: list[str], address: Address) -> Iterator[str]:
    first, whole = lines[0], " ".join(lines)
    if first.startswith("## "):
        words = first.removeprefix("## ")
        yield f'<h2 class="govuk-heading-m" id="{anchor(words)}">{_inline(words, address)}</h2>'
    elif found := PICTURE.fullmatch(whole):
        link, words = address(found["link"]), escape(found["words"])
        yield f'<p class="govuk-body"><img class="hf-picture" src="{escape(link)}" alt="{words}"></p>'
    elif first.startswith("|"):
        yield from _table(lines, address)
    elif first.startswith("- "):
        points = "\n".join(lines).removeprefix("- ").split("\n- ")
        items = "".join(f"<li>{_inline(' '.join(one.split()), address)}</li>" for one in points)
        yield f'<ul class="govuk-list govuk-list--bullet">{items}</ul>'
    elif any(line.startswith("- ") for line in lines):
        begin = next(number for number, line in enumerate(lines) if line.startswith("- "))
        yield from _block(lines[:begin], address)
        yield from _block(lines[begin:], address)
    else:
        yield f'<p class="govuk-body">{_inline(whole, address)}</p>'


def _table(lines: list[str], address: Address) -> Iterator[str]:
    """The first row heads the columns, the second only divides."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    heads = "".join(
        f'<th scope="col" class="govuk-table__header">{_inline(one, address)}</th>' for one in rows[0]
    )
    yield f'<div class="hf-scroll"><table class="govuk-table"><thead><tr>{heads}</tr></thead><tbody>'
    for first, *others in rows[2:]:
        cells = "".join(f'<td class="govuk-table__cell">{_inline(one, address)}</td>' for one in others)
        yield f'<tr><th scope="row" class="govuk-table__header">{_inline(first, address)}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _inline(text: str, address: Address) -> str:
    text = escape(text)
    text = LINK.sub(lambda found: _link(found[1], address(found[2])), text)
    for mark, element in INLINE:
        text = mark.sub(element, text)
    return text


def _link(words: str, to: str) -> str:
    return f'<a class="govuk-link govuk-link--no-visited-state" href="{to}">{words}</a>' if to else words


def anchor(words: str) -> str:
    """“What holds on every page” is reached at #what-holds-on-every-page."""
    return re.sub(r"[^a-z0-9 -]", "", words.lower()).replace(" ", "-")
