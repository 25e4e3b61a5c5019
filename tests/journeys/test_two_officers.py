"""Two people in one record at the same time: each is told of the other, and neither's words vanish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.provenance.models import FieldChange
from holdfast.casework.records.models import Section
from tests.builders.people import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def two_windows(chromium: Any, live_server: Any, world: Any) -> Iterator[tuple[Any, Any]]:
    """The officer and their manager, each in a browser of their own, with the record of one review open."""
    contexts, pages = [], []
    for role in (Role.IRO, Role.IRO_MANAGER):
        context = chromium.new_context(base_url=live_server.url, locale="en-GB")
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto("/sign-in")
        page.get_by_label("User name").fill(world.users[role].username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_label("Password").press("Enter")
        page.wait_for_url("**/")
        page.goto(reverse("record", args=[world.review.public_id]))
        contexts.append(context)
        pages.append(page)
    yield pages[0], pages[1]
    for context in contexts:
        context.close()


def write(page: Any, words: str) -> None:
    page.get_by_label("What the child says").fill(words)


def save(page: Any) -> None:
    page.get_by_role("button", name="Save the record").click()
    page.wait_for_load_state()


def test_each_is_told_that_the_other_is_writing(two_windows):
    officer, manager = two_windows

    write(officer, "From the officer.")
    officer.get_by_text(re.compile(r"Saved \d\d:\d\d as a draft")).wait_for()
    write(manager, "From the manager.")

    manager.get_by_text(
        re.compile(r"Sam Independent Reviewing Officer is writing here too, since \d\d:\d\d")
    ).wait_for()
    assert "From the officer." not in manager.content()


def test_neithers_words_vanish_when_both_save(two_windows):
    officer, manager = two_windows

    # Given both opened the same blank part, and each wrote in it
    write(officer, "Alice wants to see her brother.")
    write(manager, "Alice wants a dog.")

    # When the officer saves and then the manager
    save(officer)
    save(manager)

    # Then the manager is shown both texts side by side, and nothing of theirs is in the record yet
    manager.get_by_text("Somebody else saved while you were writing").wait_for()
    cards = manager.locator(".hf-card").all_inner_texts()
    assert any("Alice wants to see her brother." in card for card in cards)
    assert any("Alice wants a dog." in card for card in cards)
    assert Section.objects.get(key="child_views").text == "Alice wants to see her brother."

    # And both are kept together, to be made one and saved
    both = manager.get_by_label("What the child says").input_value()
    assert both == "Alice wants to see her brother.\n\nAlice wants a dog."
    save(manager)
    manager.get_by_text("Saved at").wait_for()
    assert Section.objects.get(key="child_views").text == both
    before = FieldChange.objects.filter(field="text").values_list("after", flat=True)
    assert "Alice wants to see her brother." in before


def test_the_second_ones_words_are_offered_back_when_they_close_the_window(two_windows, world):
    officer, manager = two_windows
    write(officer, "Alice wants to see her brother.")
    write(manager, "Alice wants a dog.")
    save(officer)
    save(manager)
    manager.get_by_text("Somebody else saved while you were writing").wait_for()

    manager.goto("/")
    manager.goto(reverse("record", args=[world.review.public_id]))

    assert manager.get_by_label("What the child says").input_value() == "Alice wants to see her brother."
    manager.get_by_role("button", name="Use what you wrote").click()
    assert "Alice wants a dog." in manager.get_by_label("What the child says").input_value()


def test_each_may_save_another_part_at_the_same_time(two_windows):
    officer, manager = two_windows

    write(officer, "From the officer.")
    manager.get_by_label("The reviewing officer’s view").fill("From the manager.")
    save(officer)
    save(manager)

    manager.get_by_text("Saved at").wait_for()
    texts = dict(Section.objects.exclude(text="").values_list("key", "text"))
    assert texts == {"child_views": "From the officer.", "officer_view": "From the manager."}
