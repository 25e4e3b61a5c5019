"""Each kind of the author's words in each ink."""

from __future__ import annotations

import io

import pytest
from docx import Document as open_word
from docx.oxml.ns import qn
from pypdf import PdfReader

from holdfast.reports.content import (
    Bullets,
    Emphasis,
    FigureKey,
    Link,
    LiveFigure,
    Strong,
    SubHeading,
    bullets,
    paragraph,
)
from holdfast.reports.ink import docx, html, pdf
from tests.reports.documents import report

KEY = FigureKey("age", "5_9", "2016/17")
MOVED = "now 36 of 204 (17.6%); you wrote 35 of 204 (17.2%)"
REPORT = report(
    SubHeading(("Under ", Emphasis("it"))),
    paragraph(
        "Plain <b>, ", Strong("bold <i>"), ", ", Emphasis("stressed #x"), ", ", Link("a & b", "https://a.org/?b=1&c=2"),
        ", ",
        LiveFigure("12 of 20 (60.0%)", KEY), "; ", LiveFigure("36 of 204 (17.6%)", KEY, moved_from="35 of 204 (17.2%)"),
        "; ", LiveFigure("3 of 9", KEY, missing=True), ".",
    ),
    Bullets((("first",), ("second",)), numbered=True),
    bullets("loose"),
    Bullets((("again first",),), numbered=True),
)  # fmt: skip


def test_html_has_a_tag_for_each_and_escapes_them_all():
    body = html.body(REPORT, lambda key: f"/rows?of={key.group}&all")

    assert '<h3 class="sub">Under <em>it</em></h3>' in body
    assert "Plain &lt;b&gt;, <strong>bold &lt;i&gt;</strong>, <em>stressed #x</em>" in body
    assert '<a href="https://a.org/?b=1&amp;c=2" rel="noreferrer">a &amp; b</a>' in body
    assert '<a href="/rows?of=5_9&amp;all">12 of 20 (60.0%)</a>' in body
    assert f'<strong class="moved">{MOVED}</strong>' in body
    assert "there is no such figure any more; you wrote 3 of 9" in body
    assert '<ol class="list"><li>first</li><li>second</li></ol>' in body


def test_word_has_runs_links_and_lists_of_its_own():
    opened = open_word(io.BytesIO(docx.render(REPORT)))
    runs = {run.text: run for found in opened.paragraphs for run in found.runs}

    assert runs["bold <i>"].bold
    assert runs["stressed #x"].italic
    assert runs[MOVED].bold
    assert str(runs[MOVED].font.color.rgb) == "942514"
    link = next(one for one in opened.element.iter(qn("w:hyperlink")) if one.get(qn("r:id")))
    assert opened.part.rels[link.get(qn("r:id"))].target_ref == "https://a.org/?b=1&c=2"
    assert [one.style.name for one in opened.paragraphs if one.text == "Under it"] == ["Heading 2"]
    numbers = {
        one.text: one._p.pPr.numPr.numId.val for one in opened.paragraphs if one.style.name == "List Number"
    }
    assert numbers["first"] == numbers["second"] != numbers["again first"]


def test_pdf_prints_each_and_its_link_leads_there():
    reader = PdfReader(io.BytesIO(pdf.render(REPORT)))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())

    for words in (
        "Under it",
        "bold <i>",
        "stressed #x",
        "12 of 20 (60.0%)",
        MOVED,
        "1. first",
        "2. second",
        "1. again",
    ):
        assert words in text
    links = [
        note.get_object()["/A"].get("/URI") for page in reader.pages for note in page.get("/Annots") or ()
        if "/A" in note.get_object()
    ]  # fmt: skip
    assert "https://a.org/?b=1&c=2" in links


@pytest.mark.parametrize("words", ["*a* $x$ #panic() @b <c> [d] `e` \\", "”“’ – é"])
def test_what_a_run_holds_is_words_to_the_compiler(words):
    reader = PdfReader(io.BytesIO(pdf.render(report(paragraph(Strong(words), " ", Emphasis(words))))))

    assert "".join(reader.pages[-1].extract_text().split()).count("".join(words.split())) == 2
