"""A table made with right sums gives no finding; one digit changed gives one. In every kind of file."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from holdfast.reports.checker.check import check
from holdfast.reports.checker.findings import Kind
from holdfast.reports.checker.reading import read
from tests.reports.checker.making import MAKERS

AREAS = ("North", "South", "East", "West", "Centre")
GROUPS = ("Apples", "Pears", "Plums", "Cherries", "Damsons", "Quinces")
kinds = st.sampled_from(sorted(MAKERS))
columns_of_counts = st.integers(2, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(1, 2_000), min_size=width, max_size=width), min_size=2, max_size=6
    )
)


def with_total(parts: list[list[int]]) -> list[list[str]]:
    total = [sum(column) for column in zip(*parts, strict=True)]
    rows = [[GROUPS[at], *map(str, row)] for at, row in enumerate(parts)]
    return [["Fruit", *AREAS[: len(total)]], *rows, ["Total", *map(str, total)]]


def found(kind: str, grid: list[list[str]], words: tuple[str, ...] = ()) -> list:
    return check(read(kind, MAKERS[kind]("Table 1: Fruit by area", grid, words)))


@settings(max_examples=60, deadline=None)
@given(columns_of_counts, kinds)
def test_right_sums_give_nothing(parts, kind):
    assert found(kind, with_total(parts)) == []


@settings(max_examples=120, deadline=None)
@given(columns_of_counts, kinds, st.data())
def test_one_digit_changed_gives_one_finding(parts, kind, data):
    grid = with_total(parts)
    row = data.draw(st.integers(1, len(grid) - 1))
    column = data.draw(st.integers(1, len(grid[0]) - 1))
    at = data.draw(st.integers(0, len(grid[row][column]) - 1))
    digit = data.draw(st.sampled_from("0123456789"))
    cell = grid[row][column]
    changed = cell[:at] + digit + cell[at + 1 :]
    assume(changed != cell and (changed[0] != "0"))
    grid[row][column] = changed

    (one,) = found(kind, grid)

    assert (one.rule, one.kind, one.column) == ("sum", Kind.WRONG, column - 1)
    right = sum(int(line[column]) for line in grid[1:-1])
    assert one.expected == f"{right:,}"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 300), min_size=4, max_size=4), min_size=2, max_size=5), kinds, st.data()
)
def test_a_year_of_quarters(rows, kind, data):
    assume(sum(any(row) for row in rows) > 2 and all(sum(row) != row[3] for row in rows))
    grid = [["Reviews", "Q1", "Q2", "Q3", "Q4", "2016/17"]]
    grid += [[GROUPS[at], *map(str, row), str(sum(row))] for at, row in enumerate(rows)]
    assert found(kind, grid) == []

    row = data.draw(st.integers(1, len(rows)))
    year = int(grid[row][5]) + data.draw(st.integers(1, 9))
    grid[row][5] = str(year)

    (one,) = found(kind, grid)
    assert (one.rule, one.row, one.column) == ("quarters", row - 1, 4)
    assert one.expected == f"{sum(rows[row - 1]):,}"


@settings(max_examples=80, deadline=None)
@given(st.integers(2, 900), st.data(), st.integers(0, 2), kinds)
def test_a_percentage_of_its_counts(whole, data, decimals, kind):
    part = data.draw(st.integers(1, whole))
    # whole tenths of thousandths, so that rounding is that of whole numbers
    scale = 10**decimals
    right, cut = (200 * part * scale + whole) // (2 * whole), (100 * part * scale) // whole

    def printed(number: int) -> str:
        return f"{number // scale}.{number % scale:0{decimals}d}" if decimals else str(number)

    def grid(share: int) -> list[list[str]]:
        return [["Answer", "Asked", "Other"], ["Yes", f"{part}/{whole} {printed(share)}%", "words"]]

    assert found(kind, grid(right)) == []
    (wrong,) = found(kind, grid(right + 3))
    assert (wrong.kind, wrong.expected) == (Kind.WRONG, f"{printed(right)}%")
    if cut != right:
        (one,) = found(kind, grid(cut))
        assert (one.kind, one.expected) == (Kind.CUT, f"{printed(right)}%")


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_hidden_and_blank_cells_are_no_slip(kind):
    grid = [
        ["Fruit", "North", "South", "East"],
        ["Apples", "c", "–", "1,200"],
        ["Pears", "12", "9", "n/a"],
        ["Plums", "8", "1", "3"],
        ["Total", "25", "10", "1,203"],
    ]
    assert found(kind, grid) == []


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_words_are_read_from_every_kind(kind):
    grid = [["Fruit", "North", "South"], ["Apples", "1", "2"], ["Pears", "3", "4"]]
    words = ("1.1 See Table 1.", "1.2 See Table 7.", "1.4 See paragraph 1.9.")

    ours = {(one.kind, one.where, one.printed) for one in found(kind, grid, words)}

    assert ours == {
        (Kind.REFERENCE, "Paragraph 1.2", "Table 7"),
        (Kind.NUMBERING, "Paragraph 1.3", "no such paragraph"),
        (Kind.REFERENCE, "Paragraph 1.4", "paragraph 1.9"),
    }


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_a_share_held_back_is_no_nought(kind):
    """The year of a public copy stands beside quarters that are hidden, each over its own number."""
    grid = [
        ["Measure", "Q1", "Q2", "Q3", "Q4", "2016/17"],
        ["Late", "c of 111", "c of 110", "c of 86", "4.6% 6 of 130", "3.4% 15 of 437"],
        ["Early", "9.0% 10 of 111", "9.1% 10 of 110", "11.6% 10 of 86", "7.7% 10 of 130", "9.2% 40 of 437"],
    ]
    assert found(kind, grid) == []


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_a_source_speaks_of_its_own_tables(kind):
    grid = [["Fruit", "North", "South"], ["Apples", "1", "2"], ["Pears", "3", "4"]]
    words = ("1.1 See Table 1.", "1.2 Source: another report of the year, Table 14.")
    assert found(kind, grid, words) == []
