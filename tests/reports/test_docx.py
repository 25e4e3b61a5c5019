"""The Word document: its structure is Word's own, so that it can be edited and read out."""

from __future__ import annotations

import io
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest
from docx import Document as open_document
from docx.oxml.ns import qn

from holdfast.reports.content import paragraph
from holdfast.reports.ink import docx
from tests.reports.documents import INJECTIONS, annual_draft, report


@pytest.fixture(scope="module")
def opened(word):
    return open_document(io.BytesIO(word))


def headings(opened) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in opened.paragraphs if p.style.name.startswith("Heading")]


def test_headings_are_real_headings(opened):
    document = annual_draft()

    assert headings(opened) == [
        each
        for section in document.sections
        for each in [("Heading 1", section.title), *(("Heading 2", part.title) for part in section.parts)]
    ]


def test_headings_and_paragraphs_are_numbered_by_one_list_of_words_own(opened):
    for name, level in (("Heading 1", "0"), ("Numbered paragraph", "1")):
        numbered = opened.styles[name].element.pPr.numPr
        assert numbered.find(qn("w:numId")).get(qn("w:val")) == "90"
        assert numbered.find(qn("w:ilvl")).get(qn("w:val")) == level


def test_every_table_repeats_a_marked_header_row_and_says_what_it_is(opened):
    assert len(opened.tables) == 44
    for table in opened.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        described = table._tbl.tblPr.find(qn("w:tblCaption"))
        assert described.get(qn("w:val")).startswith("Table ")
        assert table.style.name == "Report table"


def test_every_picture_has_its_words(opened):
    said = [shape._inline.docPr.get("descr") for shape in opened.inline_shapes]

    assert len(said) == 6
    assert all(text.split(" chart. ")[0] in ("Bar", "Line") for text in said)


def test_captions_and_references_are_fields(opened):
    fields = [e.text.split() for e in opened.element.iter(qn("w:instrText"))]
    bookmarks = {e.get(qn("w:name")) for e in opened.element.iter(qn("w:bookmarkStart"))}

    assert [each[0] for each in fields].count("SEQ") == 44 + 6
    assert [each[0] for each in fields].count("TOC") == 1
    leads_to = {each[1] for each in fields if each[0] == "REF"}
    assert leads_to
    assert leads_to <= bookmarks


def test_the_contents_are_filled_in_and_lead_to_the_headings(opened):
    entries = [p for p in opened.paragraphs if p.style.name.startswith("toc ")]
    bookmarks = {e.get(qn("w:name")) for e in opened.element.iter(qn("w:bookmarkStart"))}

    assert len(entries) == len(headings(opened))
    assert {p._p.find(qn("w:hyperlink")).get(qn("w:anchor")) for p in entries} <= bookmarks


def test_the_document_says_what_it_is_and_in_which_language(opened):
    core = opened.core_properties
    language = opened.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")

    assert core.title == "Independent reviewing officers' annual report 2016/17"
    assert core.author == "Marldon Council"
    assert core.language == language.get(qn("w:val")) == "en-GB"


def test_invented_data_is_marked_at_the_front_and_in_the_footer_of_every_page(opened):
    said = annual_draft().synthetic

    assert opened.paragraphs[0].text == said
    assert [section.footer.paragraphs[-1].text for section in opened.sections] == [said]


def test_the_same_document_makes_the_same_bytes(word):
    assert docx.render(annual_draft()) == word


def test_what_an_author_types_is_words_and_not_markup(opened):
    text = "\n".join(p.text for p in opened.paragraphs)

    assert [each for each in INJECTIONS if each not in text] == []


def test_every_part_of_the_file_is_sound_xml(word):
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        assert parts.testzip() is None
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(parts.read(name))


@pytest.mark.office
def test_a_word_processor_opens_it_with_its_outline(word, tmp_path):
    (tmp_path / "report.docx").write_bytes(word)

    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "fodt",
            "--outdir",
            tmp_path,
            tmp_path / "report.docx",
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )

    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    tree = ElementTree.parse(tmp_path / "report.fodt")
    found = [(h.get(f"{{{text}}}outline-level"), "".join(h.itertext())) for h in tree.iter(f"{{{text}}}h")]
    document = annual_draft()
    assert found == [
        each
        for section in document.sections
        for each in [("1", section.title), *(("2", part.title) for part in section.parts)]
    ]
    assert "Error: Reference source not found" not in (tmp_path / "report.fodt").read_text()


def test_a_report_of_few_sections_begins_below_its_contents():
    opened = open_document(io.BytesIO(docx.render(report(paragraph("Words.")))))

    assert not any(each.paragraph_format.page_break_before for each in opened.paragraphs)


def test_a_long_report_begins_on_the_page_after_its_contents(opened):
    breaks = [each.text for each in opened.paragraphs if each.paragraph_format.page_break_before]

    assert breaks == [annual_draft().sections[0].title]


def test_the_contents_of_a_year_s_report_stand_close_enough_for_one_page(opened):
    spaced = {opened.styles[name].paragraph_format.line_spacing for name in ("toc 1", "toc 2")}

    assert spaced == {1.0}
