"""The demo's plans, recommendations and paper are entered through the actions, whole and with nothing left blank."""

from __future__ import annotations

from itertools import pairwise

import pytest

from holdfast.casework.improvement import queries
from holdfast.casework.improvement.implications import HEADS
from holdfast.demo.loading import improvement
from holdfast.demo.quarters import TODAY
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.workplan.linked_figures import group_named

pytestmark = pytest.mark.django_db

YEAR = ReportingYear(2017)


@pytest.fixture(autouse=True)
def _entered() -> None:
    improvement.enter()


def test_yorks_two_plans_are_there_and_one_aim_goes_on() -> None:
    aims = list(queries.aims([2017, 2018]))

    assert [(one.year_ending, one.actions.count()) for one in aims] == [
        (2017, 3), (2017, 4), (2017, 7), (2018, 6), (2018, 5),
    ]  # fmt: skip
    assert [one.title for one in aims if one.carried_from] == ["Strengthening professional relationships"]
    assert all(one.owner and one.due_on for aim in aims for one in aim.actions.all())


def test_nothing_is_said_of_a_day_to_come_and_each_entry_follows_the_last() -> None:
    said = [list(one.progress.all()) for aim in queries.aims([2017]) for one in aim.actions.all()]

    assert all(one.said_on <= TODAY for each in said for one in each)
    assert all(a.said_on < b.said_on for each in said for a, b in pairwise(each))
    assert queries.overdue(TODAY).exists()


def test_the_board_decided_about_the_year_before_and_something_is_open() -> None:
    before = list(queries.recommendations([2016]))

    assert all(one.decisions.all() for one in before)
    assert len(queries.still_open(2017)) == 1
    assert len(queries.recommendations([2017])) == 3


def test_the_paper_leaves_no_head_blank_and_names_figures_that_are_counted() -> None:
    paper = queries.paper_of(2017)

    assert set(paper.implications) == set(HEADS)
    assert all(group_named(one["table"], one["group"], YEAR) for one in paper.headlines)
    assert len(paper.priorities) == 2
    assert len(paper.links) == 3


def test_each_figure_of_an_aim_is_in_the_catalogue() -> None:
    linked = [one for one in queries.aims([2017, 2018]) if one.table]

    assert linked
    assert all(group_named(one.table, one.group, YEAR) for one in linked)
