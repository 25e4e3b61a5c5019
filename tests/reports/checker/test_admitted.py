"""What a report says of its own numbers is no slip of it; what it hides or lists is none either."""

from __future__ import annotations

import openpyxl
import pytest

from holdfast.reports.checker.check import check
from holdfast.reports.checker.findings import Sure
from holdfast.reports.checker.printed import Report, in_order
from holdfast.reports.checker.readers.lines import walked
from holdfast.reports.checker.reading import read
from tests.reports.checker.making import MAKERS, as_html

GRID = [["Fruit", "North", "South"], ["Apples", "1", "2"], ["Pears", "3", "4"], ["Total", "4", "9"]]
SHARES = [
    ["Fruit", "North", "South"],
    ["Apples", "50%", "33%"],
    ["Pears", "30%", "33%"],
    ["Plums", "20%", "33%"],
]


def lines(*tables: list, under: str = "", before: str = "") -> Report:
    """Tables 1, 2, … with a paragraph before the first and one under each."""
    rows = [[before]] if before else []
    for nth, grid in enumerate(tables, start=1):
        rows += (
            [[f"Table {nth}: Fruit {nth}"], *grid, [under], []]
            if under
            else [[f"Table {nth}: Fruit {nth}"], *grid, []]
        )
    return in_order(walked(rows))


@pytest.mark.parametrize(
    "note",
    [
        "The parts of the South add up to 6.",
        "6 were counted; 9 is printed as published.",
    ],
)
def test_a_note_under_the_table_settles_a_total(note):
    assert len(check(lines(GRID))) == 1
    assert check(lines(GRID, under=note)) == []


@pytest.mark.parametrize(
    "note",
    [
        "The parts of the South add up to 7.",
        "6 and 9 are numbers.",
        "In 2006/09 they were printed.",
        "Apples and pears.",
    ],
)
def test_a_note_about_something_else_settles_nothing(note):
    assert len(check(lines(GRID, under=note))) == 1


def test_a_note_is_of_its_own_table():
    right = [*GRID[:3], ["Total", "4", "6"]]
    report = in_order(
        walked([["Table 1: Nuts"], *right, ["They add up to 6."], [], ["Table 2: Fruit"], *GRID])
    )
    assert len(check(report)) == 1


def test_percentages_said_to_be_rounded_need_not_be_100():
    assert [one.rule for one in check(lines(SHARES))] == ["hundred"]
    assert check(lines(SHARES, before="Percentages are rounded and may not add up to 100.")) == []
    wrong = [*SHARES[:3], ["Plums", "20%", "29%"]]
    assert [
        one.rule for one in check(lines(wrong, before="Percentages are rounded and may not add up."))
    ] == ["hundred"]


def test_a_column_that_repeats_what_was_published_is_only_to_be_looked_at():
    page = as_html("Table 1: Fruit", [["Fruit", "North", "South as published"], *GRID[1:]])
    (one,) = check(read("a.html", page))
    assert one.sure is Sure.LOOK
    assert one.sentence.endswith(
        "The column repeats what was published: say so under the table, or put it right there."
    )
    (sure,) = check(read("a.html", as_html("Table 1: Fruit", GRID)))
    assert sure.sure is Sure.CERTAIN


def test_what_is_held_back_is_no_evidence_that_two_rows_are_one():
    quarters = ["Reviews", "Q1", "Q2", "Q3", "Q4", "2016/17"]
    first = [
        quarters,
        ["With a rating of care", "111", "110", "86", "130", "437"],
        ["Other", "1", "2", "3", "4", "10"],
    ]
    second = [
        quarters,
        ["With a rating of plans", "111", "c", "85", "130", "c"],
        ["None", "c", "2", "3", "4", "c"],
    ]
    assert check(lines(first, second)) == []


def test_what_a_table_divides_by_agrees_with_a_row_by_chance():
    quarters = ["Reviews", "Q1", "Q2", "Q3"]
    first = [quarters, ["Aged under 4", "29", "14", "23"], ["Older", "40", "50", "61"]]
    second = [quarters, ["Back again", "1 of 29", "0 of 14", "2 of 29"], ["In words", "a", "b", "c"]]
    assert check(lines(first, second)) == []


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_an_answer_of_no_is_no_total(kind):
    grid = [
        ["Answer", "North", "South"],
        ["Yes", "8", "6"],
        ["No", "6", "1"],
        ["Not told", "0", "1"],
        ["Asked", "14", "8"],
    ]
    assert check(read(kind, MAKERS[kind]("Table 1: Answers", grid))) == []


def test_a_sheet_of_contents_is_no_table_of_figures(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Contents"
    for row in (
        ["Table", "Title", "Section"],
        ["Table 1", "Fruit", "2 In figures"],
        ["Table 2", "Nuts", "3 In words"],
    ):
        book.active.append(row)
    for nth, name in enumerate(("Fruit", "Nuts"), start=1):
        sheet = book.create_sheet(name)
        for row in (
            [f"Table {nth}: {name}"],
            ["Kind", "North", "South"],
            ["Apples", nth, 2],
            ["Pears", 3, 4],
        ):
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")

    assert check(read("a.xlsx", (tmp_path / "a.xlsx").read_bytes())) == []


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_a_row_beside_the_total_is_neither_a_total_nor_a_part(kind):
    grid = [["Fruit", "North", "South"], ["Apples", "1", "2"], ["Pears", "3", "4"], ["Total", "4", "6"]]
    grid += [["Nuts, not in the total", "9", "8"]]
    assert check(read(kind, MAKERS[kind]("Table 1: Fruit", grid))) == []


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_a_row_that_is_hidden_throughout_is_a_part_all_the_same(kind):
    grid = [
        ["Placement", "North", "South"],
        ["Foster care", "42", "46"],
        ["Other carers", "111", "112"],
        ["Parents", "25", "20"],
    ]
    grid += [["Elsewhere", "c", "c"], ["All children in care", "190", "190"]]
    assert check(read(kind, MAKERS[kind]("Table 1: Children", grid))) == []
