"""What somebody types survives an ended session and a lost network, and is gone from the device when it should be."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.drafts.models import Draft
from holdfast.casework.records.models import Section
from tests.builders.people import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TYPED = "Alice wants to see her brother more often."
AND_MORE = f"{TYPED} She said so twice."
#: longer than the script waits after the last key, and than it waits before it tries again
SOON = 15_000


@pytest.fixture
def record_page(window: Any, sign_in: Any, world: Any) -> str:
    """The officer has the record of Alice's review open."""
    sign_in(Role.IRO)
    address = reverse("record", args=[world.review.public_id])
    window.goto(address)
    return address


def views(window: Any) -> Any:
    return window.get_by_label("What the child says")


def kept_here(window: Any) -> str:
    """Everything of ours that this device holds."""
    return window.evaluate("JSON.stringify(localStorage)")


def wait_for(window: Any, words: str) -> None:
    window.locator("form[data-draft] [role=status]").get_by_text(re.compile(words)).wait_for(timeout=SOON)


def test_what_is_typed_is_kept_at_the_service_and_not_on_the_device(window, record_page, world):
    # When the officer types and pauses
    views(window).fill(TYPED)
    wait_for(window, r"Saved \d\d:\d\d as a draft")

    # Then the service has it, and the device has not
    draft = Draft.objects.get()
    assert (draft.user, draft.content["text_child_views"]) == (world.users[Role.IRO], TYPED)
    assert TYPED not in kept_here(window)

    # And when they come back without having saved, it is offered, and can be used and saved
    window.goto("/")
    window.goto(record_page)
    window.get_by_text(re.compile(r"You were writing here at \d\d:\d\d")).wait_for()
    assert views(window).input_value() == ""
    window.get_by_role("button", name="Use what you wrote").click()
    assert views(window).input_value() == TYPED
    window.get_by_role("button", name="Save the record").click()
    window.get_by_text("Saved at").wait_for()
    assert Section.objects.get(key="child_views").text == TYPED
    assert not Draft.objects.exists()


def test_what_is_left_is_not_offered_again(window, record_page):
    views(window).fill(TYPED)
    wait_for(window, "Saved")
    window.reload()

    window.get_by_role("button", name="Leave it").click()
    window.get_by_role("button", name="Leave it").wait_for(state="detached")
    window.wait_for_function("fetch('/drafts/offered?form=' + document.querySelector('form[data-draft]').dataset.draft)"
                             ".then((answer) => answer.json()).then((told) => !told.content)")  # fmt: skip
    window.reload()

    assert window.get_by_role("button", name="Use what you wrote").count() == 0
    assert not Draft.objects.exists()


def test_the_draft_survives_the_end_of_the_session(window, record_page):
    # Given text that the service has, and a session that ends
    views(window).fill(TYPED)
    wait_for(window, "Saved")
    Session.objects.all().delete()

    # When the officer types on, then the page says since when it is not saved and keeps it on the device
    views(window).fill(AND_MORE)
    wait_for(window, r"Not saved since \d\d:\d\d; kept on this device until you are back")
    assert AND_MORE in kept_here(window)

    # When they sign in again from there
    window.get_by_role("link", name="sign in again").click()
    window.get_by_label("User name").fill(Draft.objects.get().user.username)
    window.get_by_label("Password").fill(PASSWORD)
    window.get_by_label("Password").press("Enter")

    # Then they are back at the form, and all of it is offered and saved
    window.wait_for_url(f"**{record_page}")
    window.get_by_role("button", name="Use what you wrote").click()
    assert views(window).input_value() == AND_MORE
    wait_for(window, "Saved")
    assert AND_MORE not in kept_here(window)
    window.get_by_role("button", name="Save the record").click()
    window.get_by_text("Saved at").wait_for()
    assert Section.objects.get(key="child_views").text == AND_MORE


def test_a_form_sent_after_the_session_ended_loses_nothing(window, record_page, world):
    # Given a session that ended, and a form sent at once, before anything of it was kept
    Session.objects.all().delete()
    views(window).fill(TYPED)
    window.get_by_role("button", name="Save the record").click()

    # When the officer signs in and comes back to the record
    window.get_by_label("User name").fill(world.users[Role.IRO].username)
    window.get_by_label("Password").fill(PASSWORD)
    window.get_by_label("Password").press("Enter")
    window.wait_for_url(lambda address: "sign-in" not in address)
    window.goto(record_page)

    # Then it is offered back
    window.get_by_role("button", name="Use what you wrote").click()
    assert views(window).input_value() == TYPED


def test_the_draft_survives_a_lost_network(window, record_page):
    # Given text that the service has, and a network that goes away
    views(window).fill(TYPED)
    wait_for(window, "Saved")
    window.context.set_offline(True)

    # When the officer types on
    views(window).fill(AND_MORE)
    wait_for(window, r"Not saved since \d\d:\d\d; kept on this device until you are back")
    assert AND_MORE in kept_here(window)
    assert Draft.objects.get().content["text_child_views"] == TYPED

    # Then it is sent on return, and the device forgets it
    window.context.set_offline(False)
    wait_for(window, "Saved")
    assert Draft.objects.get().content["text_child_views"] == AND_MORE
    assert AND_MORE not in kept_here(window)


def test_signing_out_clears_the_device(window, record_page):
    # Given text that only the device has, and a service that goes on not taking it
    window.route("**/drafts", lambda route: route.abort("internetdisconnected"))
    views(window).fill(TYPED)
    wait_for(window, "Not saved since")
    assert TYPED in kept_here(window)

    window.get_by_role("button", name="Sign out").click()
    window.get_by_text("You are signed out").wait_for()

    assert TYPED not in kept_here(window)


def test_somebody_else_on_the_same_machine_finds_nothing(window, record_page, world):
    # Given an officer whose session ended with text on the device
    Session.objects.all().delete()
    views(window).fill(TYPED)
    wait_for(window, "Not saved since")

    # When the manager signs in on the same machine and opens the same record
    window.goto("/sign-in")
    window.get_by_label("User name").fill(world.users[Role.IRO_MANAGER].username)
    window.get_by_label("Password").fill(PASSWORD)
    window.get_by_label("Password").press("Enter")
    window.wait_for_url("**/")
    window.goto(record_page)

    # Then nothing of it is offered, and nothing is left
    assert window.get_by_role("button", name="Use what you wrote").count() == 0
    assert TYPED not in kept_here(window)
