"""What a concern can be about: York's 23 in its order, and a council's own list over them."""

from __future__ import annotations

from datetime import date

from holdfast.domain.resolution import categories
from holdfast.domain.resolution.categories import Category, laid_over

DAY = date(2026, 11, 20)


def test_york_has_twenty_three_in_three_groups_and_other() -> None:
    york = categories.york()

    assert len(york) == len({one.code for one in york}) == 23
    assert [sum(one.group == group for one in york) for group in categories.groups()] == [5, 5, 12, 1]
    assert [york[n].code for n in (0, 5, 10, 19, 22)] == [
        "placement",
        "exploitation",
        "decisions_not_done",
        "pep",
        "other",
    ]


def test_those_seen_elsewhere_are_marked_and_good_practice_is_none_of_them() -> None:
    more = [one for one in categories.shipped() if not one.york]

    assert len(more) == 11
    assert not {one.code for one in more} & {one.code for one in categories.york()}
    assert not any("good" in one.code for one in categories.shipped())
    assert all(one.source for one in categories.shipped())


def test_in_a_list_groups_keep_their_order_york_comes_first_in_each_and_other_last() -> None:
    listed = laid_over(())

    assert sorted(listed, key=str) == sorted(categories.shipped(), key=str)
    groups = [one.group for one in listed]
    assert groups == sorted(groups, key=list(categories.groups()).index)
    for group in categories.groups():
        york = [one.york for one in listed if one.group == group]
        assert york == sorted(york, reverse=True)
    assert listed[-1].code == "other"


def test_the_councils_own_stands_in_the_place_of_the_same_code_and_new_groups_before_other() -> None:
    renamed = Category("pep", "practice", "Education plan", "ours")
    health = Category("own_dentist", "health", "No dentist", "ours")

    listed = laid_over([renamed, health])

    assert [one.label for one in listed if one.code == "pep"] == ["Education plan"]
    assert [one.code for one in listed[-2:]] == ["own_dentist", "other"]
    assert len(listed) == len(categories.shipped()) + 1
    assert categories.group_label("health") == "health"
    assert categories.group_label("care_planning") == "Care planning"


def test_one_that_has_ended_is_not_offered_any_more() -> None:
    ended = Category("x", "practice", "X", "ours", from_date=date(2026, 1, 1), to_date=DAY)

    assert [ended.offered_on(date(2025, 12, 31)), ended.offered_on(DAY)] == [False, True]
    assert not ended.offered_on(date(2026, 11, 21))
    assert categories.york()[0].offered_on(DAY)
