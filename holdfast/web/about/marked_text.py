"""The guide's Markdown, read by a library, as GOV.UK's own elements. HTML in it is shown as it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

Address = Callable[[str], str]

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
MARKDOWN.add_render_rule("softbreak", lambda *_: " ")
CLASSES = {
    "heading_open": "govuk-heading-m",
    "paragraph_open": "govuk-body",
    "bullet_list_open": "govuk-list govuk-list--bullet",
    "table_open": "govuk-table",
    "th_open": "govuk-table__header",
    "td_open": "govuk-table__cell",
    "link_open": "govuk-link govuk-link--no-visited-state",
    "image": "hf-picture",
}


def as_html(text: str, address: Address) -> SafeString:
    """Headings, paragraphs, lists, tables, pictures, links and emphasis.

    ``address``: where a link leads here; a link for which it gives a blank is shown as its words.
    """
    tokens = list(_dressed(MARKDOWN.parse(text), address))
    return mark_safe(MARKDOWN.renderer.render(tokens, MARKDOWN.options, {}))  # noqa: S308  escaped by the library


def _dressed(tokens: Iterable[Token], address: Address) -> Iterator[Token]:
    """The tokens with our classes; the first cell of each row heads it, and a wide table scrolls by itself."""
    tokens, leads, heads_row, cell_heads = list(tokens), True, False, False
    for place, token in enumerate(tokens):
        if token.type == "link_open":
            leads = bool(address(str(token.attrGet("href"))))
        if token.type in ("link_open", "link_close") and not leads:
            continue
        for name in {"link_open": ["href"], "image": ["src"]}.get(token.type, []):
            token.attrSet(name, address(str(token.attrGet(name))))
        if token.type == "heading_open":
            token.attrSet("id", anchor(tokens[place + 1].content))
        if token.type == "tr_open":
            heads_row = True
        if token.type == "td_open" and heads_row:
            heads_row, cell_heads, token.tag = False, True, "th"
        if token.type in CLASSES:
            kind = "th_open" if token.tag == "th" else token.type
            scope = {"scope": "row" if cell_heads else "col"} if kind == "th_open" else {}
            token.attrs = {**scope, "class": CLASSES[kind], **token.attrs}
        if token.type == "td_close" and cell_heads:
            cell_heads, token.tag = False, "th"
        if token.children:
            token.children = list(_dressed(token.children, address))
        if token.type == "table_open":
            yield Token("scroll_open", "div", 1, attrs={"class": "hf-scroll"}, block=True)
        yield token
        if token.type == "table_close":
            yield Token("scroll_close", "div", -1, block=True)


def anchor(words: str) -> str:
    """“What holds on every page” is reached at #what-holds-on-every-page."""
    return re.sub(r"[^a-z0-9 -]", "", words.lower()).replace(" ", "-")
