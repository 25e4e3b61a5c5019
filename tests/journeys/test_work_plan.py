"""The work plan and the board paper by keyboard alone, each page looked at by axe, wide and at 320 pixels."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.improvement.models import Aim, Progress
from holdfast.casework.improvement.queries import paper_of
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import improvement
from tests.journeys.test_by_keyboard import tab_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

YEAR = ReportingYear(2017)


def test_a_manager_writes_an_aim_and_an_officer_says_how_far_it_is(window, sign_in, check_page) -> None:
    # Given a manager on an empty plan
    sign_in(Role.IRO_MANAGER)
    window.goto(reverse("workplan_year", args=[YEAR]))

    # When they add an aim with the keyboard
    tab_to(window, "Add an aim")
    window.keyboard.press("Enter")
    window.get_by_role("heading", name="Add an aim").wait_for()
    tab_to(window, "title")
    window.keyboard.type("Reviews in time")
    tab_to(window, "Add this aim")
    window.keyboard.press("Enter")
    window.get_by_role("heading", name="Reviews in time").wait_for()

    # And an action to it
    tab_to(window, "Add an action")
    window.keyboard.press("Enter")
    window.get_by_role("heading", name="Add an action").wait_for()
    tab_to(window, "text")
    window.keyboard.type("Book each review a month ahead")
    tab_to(window, "owner")
    window.keyboard.type("Service manager")
    tab_to(window, "Add this action")
    window.keyboard.press("Enter")
    window.get_by_role("link", name="Book each review a month ahead").wait_for()

    # And an officer says how far it is
    window.context.clear_cookies()
    sign_in(Role.IRO)
    window.goto(reverse("workplan_year", args=[YEAR]))
    tab_to(window, "Book each review")
    window.keyboard.press("Enter")
    window.get_by_role("heading", name="Progress of an action").wait_for()
    window.get_by_role("radio", name="Not started").focus()
    window.keyboard.press("ArrowDown")
    tab_to(window, "text")
    window.keyboard.type("The diary is set up.")
    tab_to(window, "Save this progress")
    window.keyboard.press("Enter")
    window.get_by_text("Saved at").wait_for()

    # Then it stands in the plan in words, and every page is fit for everybody
    assert Progress.objects.get().state == "under_way"
    check_page(reverse("workplan_year", args=[YEAR]))
    assert "Under way" in window.inner_text("main")
    check_page(reverse("workplan_action", args=[Aim.objects.get().actions.get().public_id]))


def test_a_board_paper_is_put_together_by_keyboard(window, sign_in, check_page) -> None:
    # Given a plan for next year and what the board is asked
    improvement.aim("Hear every child", year_ending=2018)
    improvement.recommendation()
    sign_in(Role.IRO_MANAGER)

    # When the manager searches a figure and adds it
    window.goto(reverse("board_paper_headlines", args=[YEAR]))
    tab_to(window, "search")
    window.keyboard.type("sex female")
    window.keyboard.press("Enter")
    window.wait_for_url("**search=sex+female")
    tab_to(window, "Add")
    window.keyboard.press("Enter")
    window.get_by_text("Saved at").wait_for()
    tab_to(window, "words-0")
    window.keyboard.type("Girls")
    window.keyboard.press("Enter")
    window.get_by_text("Saved at").wait_for()

    # And answers every head
    window.goto(reverse("board_paper_implications", args=[YEAR]))
    for group in window.get_by_role("group").all():
        group.get_by_label("None", exact=True).focus()
        window.keyboard.press("Space")
    tab_to(window, "Save")
    window.keyboard.press("Enter")
    window.wait_for_url(f"**{reverse('board_paper_year', args=[YEAR])}")

    # Then the paper has both, and every page is fit for everybody
    kept = paper_of(2017)
    assert (kept.headlines[0]["group"], kept.headlines[0]["words"]) == ("female", "Girls")
    assert len(kept.implications) == 8
    for name in ("year", "headlines", "priorities", "links", "implications", "preview"):
        check_page(reverse(f"board_paper_{name}", args=[YEAR]))


def test_what_the_board_decided_is_fit_for_everybody(window, sign_in, check_page) -> None:
    asked = improvement.recommendation(year_ending=2016)
    improvement.decision(asked, met_on=date(2016, 10, 4))
    improvement.recommendation("Support the officers")
    sign_in(Role.IRO_MANAGER)

    check_page(reverse("recommendations_year", args=[YEAR]))
    check_page(reverse("recommendation", args=[asked.public_id]))
    check_page(reverse("recommendation_decide", args=[asked.public_id]))
    check_page(reverse("workplan_themes"))
