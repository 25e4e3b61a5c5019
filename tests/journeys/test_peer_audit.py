"""A month's peer audits, from the draw to what was agreed, by three people in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.checking.models import PeerAudit
from holdfast.casework.people.models import Worker
from tests.builders import checking as build
from tests.builders.people import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def enter(chromium: Any, live_server: Any) -> Iterator[Callable[[User], Any]]:
    """A window of their own for each person who signs in."""
    contexts = []

    def signed_in(user: User) -> Any:
        context = chromium.new_context(base_url=live_server.url, locale="en-GB")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto("/sign-in")
        page.get_by_label("User name").fill(user.username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_label("Password").press("Enter")
        page.wait_for_url("**/")
        return page

    yield signed_in
    for context in contexts:
        context.close()


@pytest.fixture
def team(world: Any) -> list[Worker]:
    return [build.officer(name) for name in ("Amara Obi", "Ben Lark")]


def draw(page: Any) -> None:
    page.get_by_role("link", name="Quality", exact=True).click()
    page.get_by_role("link", name="Peer audits", exact=True).click()
    page.get_by_label("Month").select_option("2017-02-01")
    page.get_by_label("Reviews of each officer").fill("1")
    page.get_by_label("Seed").fill("41")
    page.get_by_role("button", name="Draw the sample").click()
    page.get_by_text("2 reviews drawn from the 6 of 6 completed in February 2017").wait_for()


def choose(page: Any, question: str, answer: str) -> None:
    page.get_by_role("group", name=re.compile(question)).get_by_label(re.compile(f"^{answer}")).check()


def test_from_the_draw_to_what_was_agreed(enter, team, world):
    # Given the manager has drawn the month
    manager = enter(world.users[Role.IRO_MANAGER])
    draw(manager)
    audit = PeerAudit.objects.get(officer=team[0])

    # When the rater begins, leaves it half done and comes back from My work
    rater = enter(audit.rater.user)
    rater.get_by_role(
        "link", name=re.compile("Rate the review of 15 February 2017, held by Amara Obi")
    ).click()
    rater.get_by_text("The record of the review").wait_for()
    assert "Both ratings" not in rater.content()
    choose(rater, "legal status right", "Yes")
    rater.get_by_role("button", name="Save, and come back later").click()
    rater.get_by_text("Nobody else sees it").wait_for()
    rater.get_by_role("link", name="My work").first.click()
    rater.get_by_text("half done").wait_for()
    rater.get_by_role("link", name=re.compile("Rate the review")).click()

    # And finishes, it says first what is missing
    rater.get_by_role("button", name="Finish, and show both ratings").click()
    rater.get_by_text("Answer question 29.").first.wait_for()
    choose(rater, "placement meet", "Yes")
    choose(rater, "care plan as a whole", "Requires improvement")
    choose(rater, "council as a parent", "Good")
    rater.get_by_role("button", name="Finish, and show both ratings").click()

    # Then both see both, and the officer writes down what they agreed
    rater.get_by_text("1 grade apart").wait_for()
    officer = enter(team[0].user)
    officer.get_by_role("link", name=re.compile("Say what you agreed")).click()
    officer.get_by_text("1 grade apart").wait_for()
    officer.get_by_label("What you agreed").fill("The anchor of “good” asks for days; two were missing.")
    officer.get_by_role("button", name="Save what you agreed").click()
    officer.get_by_text("It stands beside the ratings").wait_for()

    # And the rater reads the record no longer, and the manager finds how far the two agree
    rater.reload()
    rater.get_by_role("paragraph").filter(has_text="two were missing").wait_for()
    assert "The record of the review" not in rater.content()
    manager.goto("/peer-audits/agreement")
    manager.get_by_text("0.0% (0 of 1)").first.wait_for()
    manager.get_by_text("One rating by both is too few").first.wait_for()
