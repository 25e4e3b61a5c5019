"""The server is killed while somebody types, and started again: nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.people import PASSWORD
from tests.journeys.own_server import Service, cookies, wait_for

pytestmark = [pytest.mark.browser]


def test_the_draft_survives_a_killed_server(chromium: Any, service: Service):
    # Given an officer who writes the record of a review
    review = service.make_world()
    service.start()
    context = chromium.new_context(base_url=f"http://127.0.0.1:{service.port}", locale="en-GB")
    page = context.new_page()
    page.goto(f"/sign-in?next=/reviews/{review}/record")
    page.get_by_label("User name").fill("sam")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Password").press("Enter")
    page.wait_for_url("**/record")
    page.get_by_label("What the child says").fill("Before the server was killed.")
    wait_for(page, r"Saved \d\d:\d\d as a draft")

    # When the server is killed while they type
    service.kill()
    page.get_by_label("The plan").fill("While the server was gone.")
    wait_for(page, r"Not saved since \d\d:\d\d; kept on this device until you are back")

    # Then another browser, once it runs again, is offered what the service had
    service.start()
    other = chromium.new_context(base_url=f"http://127.0.0.1:{service.port}", storage_state=cookies(context))
    again = other.new_page()
    again.goto(f"/reviews/{review}/record")
    again.get_by_role("button", name="Use what you wrote").wait_for()
    other.close()

    # And the page that was open sends the rest by itself, and offers all of it when it is opened again
    wait_for(page, "Saved")
    page.reload()
    page.get_by_role("button", name="Use what you wrote").click()
    assert page.get_by_label("What the child says").input_value() == "Before the server was killed."
    assert page.get_by_label("The plan").input_value() == "While the server was gone."
    page.get_by_role("button", name="Save the record").click()
    page.get_by_text("Saved at").wait_for()
    context.close()
