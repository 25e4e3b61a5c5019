"""A decision of the board whose day has passed while something is left to do is marked in words, on list and page."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.improvement.actions import recommendations
from holdfast.casework.improvement.models import Recommendation
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import improvement
from tests.builders.improvement import TODAY

LIST = reverse("recommendations_year", args=[ReportingYear(2017)])
PASSED, AHEAD = date(2017, 3, 28), date(2017, 6, 30)
MARK = '<strong class="hf-plan__late">Overdue</strong>'


def decided(due_on: date | None = PASSED, year_ending: int = 2017, **facts) -> Recommendation:
    asked = improvement.recommendation(year_ending=year_ending)
    improvement.decision(asked, due_on=due_on, **facts)
    return asked


def shown(client, asked: Recommendation) -> tuple[str, str]:
    """The list and the recommendation's own page."""
    own = reverse("recommendation", args=[asked.public_id])
    return client.get(LIST).content.decode(), client.get(own).content.decode()


@pytest.mark.parametrize("year_ending", [2017, 2016, 2014])
def test_a_day_that_has_passed_is_marked_of_this_year_and_of_earlier_ones(as_role, year_ending) -> None:
    client = as_role(Role.IRO_MANAGER)

    for page in shown(client, decided(year_ending=year_ending)):
        assert MARK in page
        assert "Tuesday 28 March 2017, 3 working days late" in page
    assert "1 decision of the board is overdue." in client.get(LIST).content.decode()


def test_several_are_counted(as_role) -> None:
    decided()
    decided(year_ending=2016)
    decided(AHEAD)

    page = as_role(Role.BOARD_READER).get(LIST).content.decode()

    assert "2 decisions of the board are overdue." in page
    assert page.count(MARK) == 2


def test_a_day_to_come_is_told_and_not_marked(as_role) -> None:
    for page in shown(as_role(Role.IRO_MANAGER), decided(AHEAD)):
        assert "Overdue" not in page
        assert "To be seen to by" in page


def test_what_is_due_today_is_not_late_yet(as_role) -> None:
    for page in shown(as_role(Role.IRO_MANAGER), decided(TODAY)):
        assert "Overdue" not in page


@pytest.mark.parametrize("facts", [{"due_on": None}, {"decided": "noted"}, {"decided": "refused"}])
def test_what_leaves_nothing_to_see_to_by_a_day_is_not_marked(as_role, facts) -> None:
    for page in shown(as_role(Role.IRO_MANAGER), decided(**facts)):
        assert "Overdue" not in page


@pytest.mark.parametrize(("done", "marked"), [(True, False), (False, True)])
def test_only_what_is_done_is_late_no_more(as_role, done, marked) -> None:
    asked = decided()
    recommendations.follow_up(
        recommendation=asked, said_on=TODAY, text="A post was added.", done=done, today=TODAY, by=None
    )

    for page in shown(as_role(Role.IRO_MANAGER), asked):
        assert (MARK in page) is marked


def test_the_latest_decision_gives_the_day(as_role) -> None:
    asked = decided(met_on=date(2017, 3, 1))
    improvement.decision(asked, decided="deferred", met_on=date(2017, 3, 20), due_on=AHEAD)

    for page in shown(as_role(Role.IRO_MANAGER), asked):
        assert "Overdue" not in page


def test_what_was_taken_back_is_late_for_nobody(as_role) -> None:
    asked = decided()
    Recommendation.objects.filter(pk=asked.pk).update(taken_back_on=TODAY)

    for page in shown(as_role(Role.IRO_MANAGER), asked):
        assert "Overdue" not in page
