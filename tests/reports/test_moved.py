"""What moved: figures, and the rows behind them laid beside each other, changed by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from holdfast.indicators.figure import Figure
from holdfast.reports.moved import beside, changed, year_of

YEAR = "2016/17"


def figure(
    n: int, of: int | None = 10, group: str = "male", period: str = YEAR, table: str = "sex"
) -> Figure:
    return Figure(table, group, period, n, of, None)


def row(child: str, **facts: Any) -> dict[str, Any]:
    return {"child": child, "period": YEAR, **facts}


def told(moved: Any) -> list[tuple]:
    return [(one.child, one.differences) for one in moved]


def test_only_what_differs_is_told_in_the_order_of_print() -> None:
    before = [figure(3, table="uasc"), figure(4), figure(6, group="female")]
    now = [figure(5, table="uasc"), figure(5), figure(6, group="female"), figure(1, group="other")]

    found = changed(before, now)

    assert [(one.table, one.group, one.before, one.now) for one in found] == [
        ("sex", "male", figure(4), figure(5)),
        ("sex", "other", None, figure(1, group="other")),
        ("uasc", "male", figure(3, table="uasc"), figure(5, table="uasc")),
    ]


def test_a_figure_of_the_same_count_and_another_base_moved() -> None:
    assert len(changed([figure(4, 10)], [figure(4, 11)])) == 1


def test_a_period_only_one_side_speaks_of_is_not_compared() -> None:
    assert changed([figure(4)], [figure(4), figure(9, period="2015/16")]) == []


def test_a_period_is_in_its_year() -> None:
    assert {year_of(one).name for one in (YEAR, f"{YEAR} Q3", "2016-04", "2017-03")} == {YEAR}


def test_rows_that_came_went_changed_and_stayed() -> None:
    day, later = date(2016, 5, 3), date(2016, 5, 5)
    before = [
        row("A", held_on=day, code="PN1"),
        row("B", held_on=day, code="PN1"),
        row("C", held_on=day, code="PN1"),
    ]
    now = [
        row("A", held_on=day, code="PN1"),
        row("B", held_on=later, code="PN1"),
        row("D", held_on=day, code="PN1"),
    ]

    found = beside(before, now)

    assert told(found.changed) == [("B", (("held_on", day, later),))]
    assert [one.child for one in found.came] == ["D"]
    assert [one.child for one in found.went] == ["C"]
    assert found.same == 1


def test_of_several_rows_of_a_child_the_likest_are_one() -> None:
    first, second, moved = date(2016, 5, 3), date(2016, 11, 3), date(2016, 11, 9)
    before = [row("A", held_on=first, code="PN1"), row("A", held_on=second, code="PN2")]
    now = [row("A", held_on=moved, code="PN2"), row("A", held_on=first, code="PN4")]

    found = beside(before, now)

    assert told(found.changed) == [
        ("A", (("code", "PN1", "PN4"),)),
        ("A", (("held_on", second, moved),)),
    ]


def test_rows_that_agree_in_nothing_are_one_only_where_their_days_are_near() -> None:
    near = beside([row("A", held_on=date(2016, 5, 3))], [row("A", held_on=date(2016, 5, 30))])
    far = beside([row("A", held_on=date(2016, 5, 3))], [row("A", held_on=date(2016, 11, 3))])

    assert (len(near.changed), len(near.every)) == (1, 1)
    assert (len(far.came), len(far.went), len(far.changed)) == (1, 1, 0)


rows_of_children = st.lists(
    st.builds(
        row,
        st.sampled_from("ABC"),
        held_on=st.dates(date(2016, 4, 1), date(2016, 6, 30)) | st.none(),
        code=st.sampled_from(["PN1", "PN2", None]),
    ),
    max_size=12,
)


@given(rows_of_children, rows_of_children)
def test_every_row_is_told_once_whatever_changed(before: list, now: list) -> None:
    found = beside(before, now)

    assert len(found.went) + len(found.changed) + found.same == len(before)
    assert len(found.came) + len(found.changed) + found.same == len(now)
    assert all(one.differences for one in found.changed)
    again = beside(now, before)
    assert (len(again.came), len(again.went)) == (len(found.went), len(found.came))
