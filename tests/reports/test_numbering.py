"""Numbers and references: given by the report, never by hand."""

import pytest

from holdfast.reports.content import AuthorText, Bullets, Finish, Paragraph, Ref, Section, bullets, paragraph
from holdfast.reports.markdown import blocks
from holdfast.reports.numbering import (
    NOTHING_WRITTEN,
    DanglingReference,
    KeyUsedTwice,
    Prompt,
    lay_out,
)
from tests.reports.documents import annual_draft, distribution, report


def test_sections_and_paragraphs_are_numbered_in_order():
    laid = lay_out(annual_draft())

    assert [section.number for section in laid.sections] == [str(n) for n in range(1, 14)]
    for section in laid.sections:
        blocks = [*section.blocks, *(placed for part in section.parts for placed in part.blocks)]
        numbers = [placed.number for placed in blocks if isinstance(placed.block, Paragraph)]
        assert numbers == [f"{section.number}.{n}" for n in range(1, len(numbers) + 1)]


def test_tables_and_figures_are_numbered_through_the_report_without_a_gap():
    labels = lay_out(annual_draft()).labels.values()

    assert [label for label in labels if label.startswith("Table ")] == [f"Table {n}" for n in range(1, 45)]
    assert [label for label in labels if label.startswith("Figure ")] == [f"Figure {n}" for n in range(1, 7)]


def test_the_sections_stand_in_the_order_readers_know():
    assert [section.key for section in annual_draft().sections] == [
        "introduction",
        "reporting_period",
        "legal_context",
        "local_context",
        "changes",
        "service",
        "performance",
        "profile",
        "impact",
        "progress",
        "priorities",
        "summary",
        "recommendations",
    ]


def test_a_reference_prints_as_the_number_of_what_it_leads_to():
    table = distribution(("Under 1", 1), base=1)

    laid = lay_out(report(paragraph("See ", Ref("ages"), " and ", Ref("para"), ".", key="para"), table))

    assert laid.labels == {"only": "section 1", "para": "paragraph 1.1", "ages": "Table 1"}


def test_a_reference_to_nothing_fails_loudly():
    with pytest.raises(DanglingReference) as refused:
        lay_out(report(paragraph("See ", Ref("no-such-table"), ".")))

    assert str(refused.value) == (
        "Section “The only section” refers to “no-such-table”, but nothing in the report has that key."
    )


def test_a_reference_inside_a_list_is_checked_too():
    with pytest.raises(DanglingReference):
        lay_out(report(Bullets(((Ref("nowhere"),),))))


def test_a_key_used_twice_is_refused():
    table = distribution(("Under 1", 1), base=1)

    with pytest.raises(KeyUsedTwice, match="“ages” is used for Table 1 and again for Table 2"):
        lay_out(report(table, table))


def test_an_empty_slot_is_a_prompt_in_a_draft_and_nothing_in_a_final_edition():
    slot = AuthorText("why", "What lies behind it.")

    draft = lay_out(report(paragraph("One."), slot)).sections[0].blocks
    final = lay_out(report(paragraph("One."), slot, finish=Finish.FINAL)).sections[0].blocks

    assert [placed.block for placed in draft] == [paragraph("One."), Prompt("What lies behind it.")]
    assert [placed.block for placed in final] == [paragraph("One.")]


def test_a_section_left_empty_says_so_in_a_final_edition():
    laid = lay_out(report(AuthorText("why", "?"), finish=Finish.FINAL))

    assert [placed.block for placed in laid.sections[0].blocks] == [paragraph(NOTHING_WRITTEN)]


def test_a_part_left_empty_is_left_out_of_a_final_edition():
    document = report(paragraph("One."), finish=Finish.FINAL)
    part = Section("part", "A part", (AuthorText("why", "?"),))
    section = Section("other", "Other", (paragraph("Two."),), (part,))

    laid = lay_out(type(document)(**{**vars(document), "sections": (section,)}))

    assert laid.sections[0].parts == ()
    assert "part" not in laid.labels


def test_an_authors_text_becomes_paragraphs_and_lists_and_nothing_else():
    text = "First line\nsame paragraph.\r\n\r\nWe ask for:\n- one thing\n  that goes on\n- another\n\n# not a heading"

    assert list(blocks(text)) == [
        paragraph("First line same paragraph."),
        paragraph("We ask for:"),
        bullets("one thing that goes on", "another"),
        paragraph("# not a heading"),
    ]


def test_control_characters_are_taken_out_of_an_authors_text():
    assert list(blocks("a\x00b\x0bc\ud800d")) == [paragraph("abcd")]


def test_an_empty_text_is_no_paragraph():
    assert list(blocks(" \n\n ")) == []
