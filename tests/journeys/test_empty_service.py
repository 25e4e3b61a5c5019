"""A service of one's own: from nobody and nothing to an officer who sees their child."""

from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner

from holdfast.config.cli import main
from tests.web.intake.test_intake import EPISODES, HEADER, REVIEWS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEW = "seven quiet herons"


def come_in(window: Any, username: str, password: str) -> None:
    window.goto("/sign-in")
    window.get_by_label("User name").fill(username)
    window.get_by_label("Password").fill(password)
    window.get_by_role("button", name="Sign in").click()
    window.wait_for_url("**/")


def press(window: Any, name: str) -> None:
    window.get_by_role("button", name=name).click()


def test_from_an_empty_service_to_an_officer_who_sees_their_child(window: Any) -> None:
    # Given an empty service, whose first manager is made on the command line
    made = CliRunner().invoke(
        main, ["user", "add", "morgan", "--name", "Morgan Vale", "--password-stdin"], input=f"{NEW}\n"
    )
    assert made.exit_code == 0, made.output

    # When the manager signs in and gives an officer their sign-in
    come_in(window, "morgan", NEW)
    window.get_by_role("link", name="People").click()
    window.get_by_role("button", name="Add somebody").click()
    window.get_by_label("Name", exact=True).fill("Sam Fielding")
    window.get_by_label("User name").fill("sam")
    window.get_by_label("Independent Reviewing Officer").check()
    press(window, "Give them a sign-in")
    window.get_by_role("heading", name="Sam Fielding can sign in").wait_for()
    secret = window.locator(".hf-answer dd").nth(1).inner_text()

    # And brings in a return
    window.goto("/bring-data-in/new")
    tables = {"header": HEADER, "episodes": EPISODES, "reviews": REVIEWS}
    window.get_by_label("Files of the return").set_input_files(
        [
            {"name": f"{name}.csv", "mimeType": "text/csv", "buffer": text.encode()}
            for name, text in tables.items()
        ]
    )
    press(window, "Read the files")
    press(window, "Load these records")

    # Then the import says that nobody is allocated, and leads to the page that allocates
    window.get_by_role("heading", name="2 children have nobody allocated").wait_for()
    window.get_by_role("link", name="Allocate these children").click()
    window.get_by_label("Who").select_option(label="Sam Fielding: 0 children")
    window.get_by_label("A1").check()
    press(window, "Check who will be allocated")
    window.get_by_role("heading", name="Check who will be allocated").wait_for()
    press(window, "Allocate this child")
    window.get_by_text("Saved. 1 child is allocated to Sam Fielding").wait_for()
    assert "A1" not in window.locator("table").inner_text()

    # And gives the child a name, which no return carries
    window.goto("/children")
    window.get_by_role("link", name="A1", exact=True).click()
    window.get_by_role("link", name="Correct name").click()
    window.get_by_label("Name").fill("Alice Arden")
    press(window, "Check what will change")
    press(window, "Save this change")
    window.get_by_role("heading", name="Alice Arden").wait_for()
    press(window, "Sign out")

    # And the officer sees this child and no other
    come_in(window, "sam", secret)
    window.goto("/children")
    seen = window.locator("table").inner_text()
    assert "Alice Arden" in seen
    assert "B2" not in seen
