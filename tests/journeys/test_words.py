"""The author's words in the editor: by keyboard, with live figures, kept as drafts, and without a script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.drafts.models import Draft
from holdfast.casework.publishing.actions import write_text
from holdfast.casework.publishing.queries import texts_of
from holdfast.casework.publishing.wording import enter_term
from holdfast.domain.reporting_year import ReportingYear
from tests.builders.people import PASSWORD
from tests.journeys.test_by_keyboard import focused, tab_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

YEAR = ReportingYear(2017)
COUNT = "figure:children_in_care/number/2016-17"
WORDS = reverse("report_words", args=[YEAR, "introduction"])
SOON = 15_000


@pytest.fixture
def words_page(window: Any, sign_in: Any) -> str:
    """The analyst has the introduction open, in which one figure moved and one word is not used."""
    enter_term(
        preferred="children in care", instead_of=["LAC"], why="The young people asked for it.", by=None
    )
    text = f"### Numbers\n\nThere were [9]({COUNT}) LAC, which rose significantly to 54.2%."
    write_text(year_ending=2017, slot="introduction", text=text, by=None)
    sign_in(Role.ANALYST)
    window.set_default_navigation_timeout(90_000)  # the first page counts every figure of two years
    window.goto(WORDS)
    window.get_by_role("textbox", name="Your words").wait_for()
    return WORDS


def markdown(window: Any) -> str:
    """What the text field holds, which is what will be saved."""
    return window.evaluate("document.querySelector('textarea[data-editor]').value")


def test_the_page_passes_axe_wide_and_narrow_and_each_of_its_windows(words_page, check_page, window):
    check_page(words_page)
    window.set_viewport_size({"width": 320, "height": 900})
    window.get_by_role("button", name="Insert a figure").click()
    window.get_by_role("status").get_by_text(re.compile("figures")).wait_for(timeout=SOON)
    found = window.evaluate("() => axe.run(document.querySelector('dialog[open]'))")
    assert [one["id"] for one in found["violations"]] == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 320


def test_text_twice_as_large_at_320_pixels_scrolls_only_down(words_page, window):
    window.set_viewport_size({"width": 320, "height": 900})
    window.evaluate("document.documentElement.style.fontSize = '200%'")

    assert window.evaluate("document.documentElement.scrollWidth") <= 320


def test_words_are_written_and_saved_by_keyboard_alone(words_page, window):
    # Given the bar above the words, which is one stop, with arrows inside it
    tab_to(window, "Bold")
    window.keyboard.press("ArrowRight")
    assert focused(window) == "Italic"
    window.keyboard.press("End")
    assert focused(window) == "Redo"
    window.keyboard.press("Home")

    # When the author goes on into the words, writes at their end with bold and a list, and leaves with Tab
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.getAttribute('role')") == "textbox"
    window.keyboard.press("Control+End")
    window.keyboard.type(" It was ")
    window.keyboard.press("Control+b")
    window.keyboard.type("hard")
    assert window.get_by_role("button", name="Bold").get_attribute("aria-pressed") == "true"
    window.keyboard.press("Control+b")
    window.keyboard.type(" work.")
    window.keyboard.press("Enter")
    window.keyboard.type("- one thing")
    window.keyboard.press("Enter")
    window.keyboard.type("another")
    window.keyboard.press("Tab")
    assert focused(window) == "Save these words"
    window.keyboard.press("Enter")
    window.get_by_text("Saved at").wait_for()

    # Then it stands as Markdown, and nothing else of the words has changed
    assert texts_of(2017)["introduction"] == (
        f"### Numbers\n\nThere were [9]({COUNT}) LAC, which rose significantly to 54.2%. It was **hard** work.\n\n"
        "- one thing\n- another"
    )


def test_a_figure_is_found_and_dropped_into_the_sentence_by_keyboard(words_page, window):
    window.get_by_role("textbox", name="Your words").focus()
    window.keyboard.press("Control+End")
    window.keyboard.type(" Girls: ")
    window.keyboard.press("Shift+Tab")
    window.keyboard.press("Home")
    for _ in range(6):
        window.keyboard.press("ArrowRight")
    assert focused(window) == "Insert a figure"
    window.keyboard.press("Enter")
    window.get_by_role("status").get_by_text(re.compile(r"\d+ figures")).wait_for(timeout=SOON)
    assert window.evaluate("document.activeElement.type") == "search"
    window.keyboard.type("sex female")
    window.get_by_text("1 figure", exact=True).wait_for()
    window.keyboard.press("ArrowDown")
    window.keyboard.press("Enter")

    # Then it stands where the author was writing, with n of N, and the author is back in the words
    assert markdown(window).endswith("Girls: [1 of 2 (50.0%)](figure:sex/female/2016-17)")
    assert window.evaluate("document.activeElement.getAttribute('role')") == "textbox"

    # And Escape leaves the window without anything
    window.get_by_role("button", name="Insert a figure").click()
    window.keyboard.press("Escape")
    assert window.locator("dialog[open]").count() == 0


def test_a_figure_that_moved_is_told_in_words_and_accepted(words_page, window):
    moved = window.locator(".hf-figure--moved")
    assert moved.inner_text() == "9 (moved: now 2)"

    window.get_by_role("button", name="Accept").first.click()

    assert window.locator(".hf-figure").inner_text() == "2"
    assert f"[2]({COUNT})" in markdown(window)
    assert not window.get_by_role("heading", name="Figures that are not as you last saw them").is_visible()


def test_a_sentence_that_is_offered_is_dropped_into_the_words(words_page, window):
    window.get_by_role("button", name=re.compile("Drop into the text")).first.click()

    assert markdown(window).endswith(f": [2]({COUNT}).")
    assert window.locator(".hf-figure").last.inner_text() == "2"


def test_a_link_is_made_and_one_that_leads_nowhere_is_refused(words_page, window):
    window.get_by_role("textbox", name="Your words").focus()
    window.keyboard.press("Control+End")
    window.keyboard.type(" ")
    window.keyboard.press("Control+k")
    window.keyboard.type("javascript:alert(1)")
    window.keyboard.press("Enter")
    window.get_by_role("alert").get_by_text("Enter an address").wait_for()
    window.get_by_label("Address").fill("https://www.example.org/plan")
    window.get_by_label("Words of the link").fill("the plan")
    window.keyboard.press("Enter")

    assert markdown(window).endswith("[the plan](https://www.example.org/plan)")


def test_what_is_pasted_keeps_what_the_report_can_print(words_page, window):
    window.get_by_role("textbox", name="Your words").focus()
    window.keyboard.press("Control+End")
    window.keyboard.type(" ")
    window.evaluate(
        """() => {
          const data = new DataTransfer()
          data.setData('text/html', '<h1 style="color:red">Big</h1><p onclick="x()">a <b>b</b> <i>c</i>'
            + '<a href="javascript:x()">d</a><script>1</script></p><table><tr><td>e</td></tr></table>')
          const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          document.activeElement.dispatchEvent(paste)
        }"""
    )

    assert markdown(window).endswith("a **b** *c*d\n\ne")
    assert "<" not in markdown(window)


def test_unsaved_words_are_offered_again_in_the_editor(words_page, window):
    window.get_by_role("textbox", name="Your words").focus()
    window.keyboard.press("Control+End")
    window.keyboard.type(" Unsaved.")
    window.locator("form[data-draft] [role=status]").get_by_text(re.compile("Saved .* as a draft")).wait_for(
        timeout=SOON
    )
    assert Draft.objects.get().content["text"].endswith("Unsaved.")

    window.reload()
    window.get_by_role("button", name="Use what you wrote").click()
    window.get_by_role("textbox", name="Your words").get_by_text("Unsaved.").wait_for()
    window.get_by_role("button", name="Save these words").click()
    window.get_by_text("Saved at").wait_for()
    assert texts_of(2017)["introduction"].endswith("Unsaved.")
    assert not Draft.objects.exists()


def test_without_a_script_the_field_itself_is_written_in(chromium, live_server, world):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/sign-in?next={WORDS}")
    page.get_by_label("User name").fill(world.users[Role.ANALYST].username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Password").press("Enter")
    page.get_by_label("Your words").fill("Plain **words**.")
    page.get_by_role("button", name=re.compile("Drop into the text")).first.click()
    dropped = page.get_by_label("Your words").input_value()
    page.get_by_role("button", name="Save these words").click()
    page.get_by_text("Saved at").wait_for()
    context.close()

    assert dropped.startswith("Plain **words**.")
    assert f"[2]({COUNT})" in dropped
    assert texts_of(2017)["introduction"] == dropped.replace("\r\n", "\n")
