"""The main journeys by keyboard alone, as a person without a mouse goes through them."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from tests.builders.people import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def focused(window: Any) -> str:
    return window.evaluate(
        "(() => { const e = document.activeElement;"
        " return (e.getAttribute('aria-label') || e.innerText || e.name || '').trim() })()"
    )


def tab_to(window: Any, words: str, most: int = 60) -> None:
    """Press Tab until the words are in focus; the focus must be seen."""
    for _ in range(most):
        window.keyboard.press("Tab")
        if words.lower() in focused(window).lower():
            outlined = window.evaluate(
                "() => { const s = getComputedStyle(document.activeElement);"
                " return s.outlineStyle !== 'none' || s.boxShadow !== 'none'"
                " || s.backgroundColor === 'rgb(255, 221, 0)' }"
            )
            assert outlined, f"nobody sees that “{words}” is in focus"
            return
    raise AssertionError(f"“{words}” is not reached with Tab; the last in focus was “{focused(window)}”")


def test_the_first_stop_is_a_link_past_the_menu(window, sign_in):
    # Given an officer on the home page
    sign_in(Role.IRO)

    # When they press Tab and Enter
    window.keyboard.press("Tab")
    assert focused(window) == "Skip to main content"
    window.keyboard.press("Enter")

    # Then they stand in the main part
    assert window.evaluate("document.activeElement.id") == "main-content"


def test_an_officer_signs_in_finds_a_misspelt_child_and_reads_why_the_review_is_due(window, world):
    # Given an officer at the front door, who types name and password
    window.goto("/")
    tab_to(window, "username")
    window.keyboard.type(world.users[Role.IRO].username)
    window.keyboard.press("Tab")
    window.keyboard.type(PASSWORD)
    window.keyboard.press("Enter")
    window.wait_for_url("**/")

    # When they press / and type the name with a slip
    window.locator("h1").wait_for()
    window.keyboard.press("/")
    window.keyboard.type("Alise")
    window.keyboard.press("Enter")
    window.wait_for_url("**/children?search=*")

    # Then the nearest name is offered, the name is not in the address, and the child's page says when and why
    assert "Alis" not in window.url
    assert "These names are the nearest" in window.inner_text("main")
    tab_to(window, "Alice Arden")
    window.keyboard.press("Enter")
    window.wait_for_url(f"**{reverse('child', args=[world.alice.public_id])}")
    said = window.inner_text("main")
    assert "Saturday 27 August 2016" in said
    assert "The second review is due within 3 months of the first review on 27 May 2016" in said


def test_an_officer_corrects_a_review_and_takes_it_back(window, world, sign_in):
    # Given an officer on a child's page
    sign_in(Role.IRO)
    window.goto(reverse("child_correct_review", args=[world.alice.public_id, world.review.public_id]))

    # When they change the day, check it and save it
    tab_to(window, "completed_on_0")
    window.keyboard.press("ControlOrMeta+A")
    window.keyboard.type("30")
    tab_to(window, "Check what will change")
    window.keyboard.press("Enter")
    window.get_by_role("heading", name="Check what will change").wait_for()
    assert "Monday 30 May 2016" in window.inner_text("main")
    world.review.refresh_from_db()
    assert world.review.completed_on.day == 27
    tab_to(window, "Save this change")
    window.keyboard.press("Enter")
    window.wait_for_url(f"**{reverse('child', args=[world.alice.public_id])}")

    # Then it is saved, is said to be, and one press takes it back
    assert "Saved at" in window.inner_text("main")
    world.review.refresh_from_db()
    assert world.review.completed_on.day == 30
    tab_to(window, "Undo it")
    window.keyboard.press("Enter")
    window.get_by_text("Undone at").wait_for()
    world.review.refresh_from_db()
    assert world.review.completed_on.day == 27


def test_a_wrong_date_is_named_and_the_focus_goes_to_it(window, world, sign_in):
    # Given a form with a day that does not exist
    sign_in(Role.IRO)
    window.goto(reverse("child_correct", args=[world.alice.public_id]))
    window.locator("#id_born").fill("31")
    window.locator("#id_born_1").fill("2")
    tab_to(window, "Check what will change")

    # When it is sent
    window.keyboard.press("Enter")

    # Then the summary is in focus and its link leads to the field
    window.get_by_role("alert").wait_for()
    assert "must be a day that exists" in focused(window)
    tab_to(window, "must be a day that exists")
    window.keyboard.press("Enter")
    assert window.evaluate("document.activeElement.id") == "id_born"


def test_a_number_opens_its_rows_and_a_row_the_child(window, world, sign_in):
    # Given a manager on the table of ages
    sign_in(Role.IRO_MANAGER)
    window.goto("/figures/2016-17/age")

    # When they open the number of the 10 to 15 year olds, and then the child
    tab_to(window, "10 to 15, 2016/17:")
    window.keyboard.press("Enter")
    window.get_by_role("heading", name="10 to 15, 2016/17").wait_for()
    tab_to(window, "Alice Arden")
    window.keyboard.press("Enter")
    window.get_by_role("heading", name="Alice Arden").wait_for()

    # Then back brings them to where they were
    window.go_back()
    window.get_by_role("heading", name="10 to 15, 2016/17").wait_for()


def test_without_javascript_the_forms_still_work(chromium, live_server, world):
    # Given a browser that runs no script
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()

    # When somebody signs in and searches
    page.goto("/sign-in")
    page.get_by_label("User name").fill(world.users[Role.IRO_MANAGER].username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Find a child").fill("birch")
    page.get_by_role("button", name="Find").click()

    # Then the child is found
    assert page.get_by_role("link", name="Benedict Birch").is_visible()
    context.close()
