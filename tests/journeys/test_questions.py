"""A manager adds a question of the council's own by keyboard alone, sees it as officers will, and publishes it."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.monitors import versions
from holdfast.domain.questionnaires.questions import read
from tests.journeys.test_by_keyboard import focused, tab_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KIND = "conference"


def press(window, words: str, most: int = 200) -> None:
    tab_to(window, words, most)
    with window.expect_navigation():
        window.keyboard.press("Enter")


def types(window, words: str, text: str, most: int = 200) -> None:
    tab_to(window, words, most)
    window.keyboard.press("ControlOrMeta+A")
    window.keyboard.type(text)


def test_a_question_is_added_moved_previewed_and_published_by_keyboard(window, world, sign_in):
    # Given a manager on the rules page
    sign_in(Role.IRO_MANAGER)
    window.goto(reverse("rules"))

    # When they make a draft of the next version and add a question to its first section
    press(window, "Questions: what officers are asked")
    press(window, "Child protection conference")
    press(window, "Make a draft of the next version")
    window.get_by_role("heading", name="Draft of version 2").wait_for()
    press(window, "Add a question")
    types(window, "text", "Was there a room for the family to wait in?")
    tab_to(window, "type")
    window.keyboard.press("Space")
    types(window, "used_by", "The team that books rooms")
    press(window, "Put it in the draft")

    # Then it stands in the draft, and its button moves it up with the focus beside it
    window.get_by_text("is in the draft").wait_for()
    (made,) = [one for one in read(versions.draft_of(KIND).content).questions() if one.local]
    press(window, f": question {made.number}", 3)
    assert window.url.endswith(f"#question-{made.key}")
    window.keyboard.press("Tab")
    assert focused(window).endswith(f"question {made.number}")

    # When they preview it and publish it from Monday on
    window.goto(reverse("questions_draft", args=[KIND]))
    press(window, "Preview")
    assert window.get_by_text("Was there a room for the family to wait in?").is_visible()
    window.goto(reverse("questions_draft", args=[KIND]))
    press(window, "Publish version 2")
    types(window, "from_date_0", "3")
    types(window, "from_date_1", "4")
    types(window, "reason", "Families told us they waited in the corridor")
    press(window, "Publish version 2")

    # Then it is published, and said who did it and why
    window.get_by_text("Version 2 is published and asked from 3 April 2017").wait_for()
    assert "Families told us they waited in the corridor" in window.inner_text("main")
    first, second = versions.published(KIND)
    assert second.from_date == date(2017, 4, 3)
    assert made.key not in {one.key for one in read(first.content).questions()}
