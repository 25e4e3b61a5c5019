"""The work plan and the recommendations in the annual report: printed from what is entered, and quiet without."""

from __future__ import annotations

import pytest

from holdfast.reports import kinds
from holdfast.reports.check import tables
from holdfast.reports.content import Bullets, Document, Finish, Paragraph, Section
from holdfast.reports.ink import html
from holdfast.reports.numbering import NOTHING_WRITTEN, lay_out
from tests.reports import a_plan


def report(**facts) -> Document:
    return kinds.document(a_plan.inputs("annual", **facts))


def section(key: str, document: Document) -> Section:
    return next(one for one in document.sections if one.key == key)


def table(key: str, document: Document):
    return next(one for one in tables(document.sections) if one.key == key)


def words(row) -> list[str]:
    return [row.header, *(cell.text for cell in row.cells)]


def sentences(section: Section) -> list[str]:
    return ["".join(block.content) for block in section.blocks if isinstance(block, Paragraph)]


def test_the_plan_of_the_year_stands_as_aim_action_state_and_progress() -> None:
    document = report()

    progress = table("progress_plan", document)

    assert [column.label for column in progress.columns] == ["Action", "State", "Progress"]
    assert [words(row) for row in progress.rows] == [
        [
            "Reviews in time", "Book reviews ahead", "Done",
            "1 February 2017: Every review is booked a month ahead. Seen in: The diary.",
        ],
        ["Reviews in time", "Ask children before each review", "Under way", "–"],
    ]  # fmt: skip
    assert sentences(section("progress", document)) == [
        "The work plan for 2016/17 had 1 aim and 2 actions. 1 of 2 is done (50.0%); 1 is under way."
    ]
    assert progress.notes == ("Goes on in the plan for 2017/18: “Reviews in time”.",)


def test_the_plan_to_come_has_owners_days_themes_and_what_was_carried() -> None:
    to_come = table("priorities_plan", report())

    assert [words(row) for row in to_come.rows] == [
        ["Reviews in time", "Ask children before each review", "Officers", "30 September 2017"],
        ["Hear every child", "No action is entered for this aim.", "–", "–"],
    ]
    assert to_come.notes == (
        "“Reviews in time” serves the council's themes Trust.",
        "Carried from the plan for 2016/17: “Reviews in time”.",
    )


def test_what_is_asked_is_numbered_with_its_reason() -> None:
    asked = next(b for b in section("recommendations", report()).blocks if isinstance(b, Bullets))

    assert asked.numbered
    assert asked.items == (("Support the officers. Reason: Children are heard when officers have time.",),)


def test_what_came_of_earlier_recommendations_is_told_even_where_nothing_did() -> None:
    before = table("recommendations_before", report())

    assert [words(row) for row in before.rows] == [
        ["2014/15: Find more homes near by", "No decision is recorded.", "Nothing is recorded since."],
        [
            "2015/16: Note the report",
            "Corporate Parenting Board, 4 October 2016: agreed. Agreed in full. To be seen to: Head of service "
            "by 31 March 2017.",
            "1 February 2017: Every review is booked a month ahead. Seen in: The diary. Nothing is left to do.",
        ],
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["progress", "priorities"])
@pytest.mark.parametrize("finish", list(Finish))
def test_an_empty_plan_reads_well(key, finish) -> None:
    document = kinds.document(a_plan.inputs("annual", aims=(), recommendations=()), finish=finish)
    placed = next(one for one in lay_out(document).sections if one.key == key)

    (only,) = placed.blocks
    said = only.block.text if finish is Finish.DRAFT else "".join(only.block.content)
    assert said == NOTHING_WRITTEN if finish is Finish.FINAL else said.endswith(".")
    assert not any(one.key.endswith("_plan") for one in tables(document.sections))


def test_with_an_empty_plan_the_authors_words_stand_alone() -> None:
    document = report(aims=(), recommendations=(), texts={"progress": "The plan began in May."})

    placed = next(one for one in lay_out(document).sections if one.key == "progress")

    assert ["".join(one.block.content) for one in placed.blocks] == ["The plan began in May."]


def test_what_somebody_typed_in_a_plan_is_no_markup() -> None:
    aim = a_plan.AimLine("x", 2017, "<script>alert(1)</script>", actions=a_plan.AIMS[0].actions)

    assert "<script>alert" not in html.body(report(aims=(aim,)))
