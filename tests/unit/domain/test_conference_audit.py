"""The three lists of the quarterly audit of conferences."""

from datetime import date

import pytest

from holdfast.domain.conference_audit import Listing, Plan, lists

Q3 = (date(2016, 10, 1), date(2016, 12, 31))


def on_lists(*plans):
    return [(listed.plan.key, listed.listing, listed.because_of) for listed in lists(plans, *Q3)]


@pytest.mark.parametrize(
    ("ended", "first_review", "is_listed"),
    [
        (date(2016, 10, 1), date(2016, 10, 1), True),
        (date(2016, 12, 31), date(2016, 12, 31), True),
        (date(2016, 9, 30), date(2016, 9, 30), False),
        (date(2017, 1, 1), date(2017, 1, 1), False),
        (date(2016, 11, 1), date(2016, 8, 1), False),  # a later conference ended it
        (date(2016, 11, 1), None, False),  # it ended without one
        (None, date(2016, 11, 1), False),
    ],
)
def test_ended_at_the_first_review_conference(ended, first_review, is_listed):
    found = on_lists(Plan("A", date(2016, 8, 1), ended, first_review, "p"))
    assert found == ([("p", Listing.ENDED_AT_FIRST, ended)] if is_listed else [])


@pytest.mark.parametrize(
    ("started", "ended", "is_listed"),
    [
        (date(2015, 9, 30), None, True),  # full on 30 December: the day after is past it
        (date(2015, 9, 29), date(2017, 1, 1), True),
        (date(2015, 10, 1), None, False),
        (date(2015, 9, 1), date(2016, 12, 31), False),
        (date(2015, 9, 1), date(2016, 3, 1), False),
    ],
)
def test_open_for_more_than_fifteen_months_on_the_last_day(started, ended, is_listed):
    assert bool(on_lists(Plan("A", started, ended))) is is_listed


@pytest.mark.parametrize(
    ("before", "started", "is_listed"),
    [
        (date(2014, 11, 5), date(2016, 11, 5), True),
        (date(2014, 11, 4), date(2016, 11, 5), False),
        (date(2016, 11, 5), date(2016, 11, 5), True),
        (date(2016, 5, 5), date(2016, 9, 30), False),
        (date(2016, 5, 5), date(2017, 1, 1), False),
    ],
)
def test_begun_within_two_years_of_an_earlier_plan(before, started, is_listed):
    earlier, later = Plan("A", date(2014, 1, 6), before, key=1), Plan("A", started, key=2)
    found = [one for one in on_lists(earlier, later) if one[1] is Listing.REPEAT]
    assert found == ([(2, Listing.REPEAT, before)] if is_listed else [])


def test_another_childs_plan_makes_no_repeat():
    assert on_lists(Plan("A", date(2015, 1, 5), date(2015, 6, 1)), Plan("B", date(2016, 11, 1))) == []


def test_the_latest_earlier_plan_is_the_one_named():
    plans = [Plan("A", date(2013, 1, 7), date(2014, 1, 6)), Plan("A", date(2014, 6, 2), date(2015, 6, 1))]
    assert on_lists(*plans, Plan("A", date(2016, 11, 1), key=3)) == [(3, Listing.REPEAT, date(2015, 6, 1))]


def test_a_plan_may_stand_on_several_lists():
    earlier = Plan("A", date(2015, 1, 5), date(2016, 9, 1))
    short = Plan("A", date(2016, 10, 3), date(2016, 12, 12), date(2016, 12, 12), "short")
    assert [listing for _, listing, _ in on_lists(earlier, short)] == [Listing.ENDED_AT_FIRST, Listing.REPEAT]
