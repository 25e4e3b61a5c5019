"""The board paper: what stands in it, what is refused, and that each ink prints it on a few pages."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from docx import Document as open_word

from holdfast.reports import kinds
from holdfast.reports.board.unsettled import ImplicationBlank, unsettled
from holdfast.reports.check import tables
from holdfast.reports.content import Audience, Bullets, Document, Finish, Section
from holdfast.reports.ink import docx, html, pdf
from holdfast.reports.inputs import Implication, Inputs, Paper
from holdfast.reports.numbering import lay_out
from tests.reports import a_plan

BLANK = replace(a_plan.PAPER, implications=(*a_plan.PAPER.implications[:-1], Implication("Risk management")))


def paper(finish: Finish = Finish.FINAL, **facts) -> Document:
    return kinds.document(a_plan.inputs(**facts), finish=finish, made_on=date(2017, 5, 31))


def section(key: str, document: Document) -> Section:
    return next(one for one in document.sections if one.key == key)


def items(section: Section) -> list[str]:
    found = [block for block in section.blocks if isinstance(block, Bullets)]
    return ["".join(item) for block in found for item in block.items]


def test_its_sections_stand_in_the_order_of_a_committee_paper() -> None:
    assert [one.title for one in paper().sections] == [
        "Summary", "Key issues", "Headline figures", "Priorities for the coming year", "Recommendations",
        "Council plan", "Implications",
    ]  # fmt: skip


def test_paragraphs_are_numbered_from_first_to_last_and_sections_are_not() -> None:
    laid = lay_out(paper())
    numbers = [
        placed.number for one in laid.sections for placed in one.blocks if placed.number.rstrip(".").isdigit()
    ]

    assert numbers == [f"{n}." for n in range(1, len(numbers) + 1)]
    assert {one.number for one in laid.sections} == {""}
    assert laid.labels["board-implications"] == "“Implications”"


def test_every_headline_says_what_it_was_counted_from_and_what_it_was() -> None:
    said = items(section("board-figures", paper()))

    assert said[0] == "Boys: 108 of 204 (52.9%), against 98 of 191 published for 2015/16."
    assert said[1].startswith("Children and young people in care, excluding short breaks: Number: 204")
    assert "per 10,000 (204 of " in said[2]
    assert len(said) == 3


def test_the_table_has_the_year_before_and_the_other_areas_beside() -> None:
    (headlines,) = [one for one in tables(paper().sections) if one.key == "headlines"]

    assert [column.label for column in headlines.columns][:2] == ["2016/17", "2015/16"]
    assert headlines.rows[0].header == "Boys"
    assert headlines.rows[0].cells[0].denominator == 204
    assert not any(column.words for column in headlines.columns), "figures stand under one another"


def test_priorities_stand_in_the_order_chosen_and_an_aim_that_went_is_left_out() -> None:
    assert items(section("board-priorities-section", paper())) == [
        "Hear every child.", "Reviews in time. Children wait",
    ]  # fmt: skip


def test_recommendations_have_their_reasons_and_themes_their_links() -> None:
    document = paper()

    assert items(section("board-recommendations-section", document)) == [
        "Support the officers. Reason: Children are heard when officers have time."
    ]
    assert items(section("board-council-plan-section", document)) == [
        "Listening (Council plan): Officers bring what children say."
    ]


def test_eight_heads_are_answered_and_none_is_said() -> None:
    (grid,) = [one for one in tables(paper().sections) if one.key == "implications"]

    assert [(row.header, row.cells[0].text) for row in grid.rows][::7] == [
        ("Financial", "None"), ("Risk management", "None"),
    ]  # fmt: skip
    assert len(grid.rows) == 8


def test_a_finished_paper_with_a_blank_head_is_refused_by_name() -> None:
    with pytest.raises(ImplicationBlank, match=r"not answered for: Risk management\. Where there are none"):
        paper(paper=BLANK)


def test_a_draft_marks_the_blank_head() -> None:
    assert "Not answered yet" in html.body(paper(Finish.DRAFT, paper=BLANK))


@pytest.mark.parametrize("finish", list(Finish))
def test_a_paper_of_which_nothing_is_chosen_is_a_draft_only(finish) -> None:
    empty = a_plan.inputs(paper=None, aims=(), recommendations=())
    if finish is Finish.FINAL:
        with pytest.raises(ImplicationBlank, match="No implication is answered"):
            kinds.document(empty, finish=finish)
    else:
        assert "To be written" in html.body(kinds.document(empty, finish=finish))


def test_what_is_missing_is_said_in_sentences() -> None:
    whole = replace(a_plan.PAPER, headlines=a_plan.PAPER.headlines[:2])

    assert unsettled(a_plan.inputs(paper=whole)) == []
    assert unsettled(a_plan.inputs(paper=Paper(), aims=(), recommendations=())) == [
        "No headline figure is chosen.",
        "No priority is chosen from the next year’s work plan.",
        "No recommendation is entered for 2016/17.",
        "No link to the council’s themes is written.",
        "No implication is answered.",
    ]
    assert unsettled(a_plan.inputs())[0].startswith(
        "Not counted for 2016/17, so not printed: no_such_table gone"
    )


def test_the_authors_markdown_stands_in_its_place() -> None:
    texts = {"board-concerns": "Officers raised **drift** most.", "board-summary": "- One\n- Two"}

    body = html.body(paper(texts=texts))

    assert "Officers raised <strong>drift</strong> most." in body
    assert "To be written" not in body


@pytest.mark.parametrize("audience", list(Audience))
def test_every_ink_prints_it_for_both_audiences(audience) -> None:
    document = kinds.document(
        a_plan.inputs(), finish=Finish.FINAL, audience=audience, made_on=date(2017, 5, 31)
    )

    page, word, printed = (
        html.render(document),
        docx.render(document),
        pypdf.PdfReader(io.BytesIO(pdf.render(document))),
    )

    assert "Contents" not in page
    assert 2 <= len(printed.pages) <= 4
    headings = [p.text for p in open_word(io.BytesIO(word)).paragraphs if p.style.name == "Heading 1"]
    assert (headings[0], headings[-1]) == ("Summary", "Implications")


def test_inputs_of_a_paper_are_kept_and_read_back() -> None:
    kept = a_plan.inputs()

    assert Inputs.from_bytes(kept.to_bytes()) == kept
