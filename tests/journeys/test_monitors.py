"""The three monitors, filled in by keyboard alone to the end; how many questions are left; a server killed half-way."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.monitors.models import From, Monitor
from holdfast.casework.plans.models import NeedPlan
from holdfast.casework.preparing.models import SeenBefore
from holdfast.casework.reviews.models import Review
from holdfast.domain.questionnaires.shipped import shipped
from tests.builders import checking, monitors, reviews
from tests.builders.people import PASSWORD
from tests.journeys.conftest import ASK_AXE, AXE, RULES
from tests.journeys.own_server import Service, cookies, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: what is said in words wherever words are asked for
WORDS = "The school place. Jo Reed, by 1 May."
#: so many questions the officer answers themselves for an ordinary second review of a child in care; under half of all
ORDINARY_SECOND_REVIEW = 10
#: and one more once there is a plan for permanence: where the child is to grow up
FOLLOW_UPS = 1
NOTHING_WRONG = {"rights_breached": "no"}


def seen(review: Review) -> Review:
    """The officer saw the child before it, and the meeting is on record."""
    reviews.meeting(review, review.held_on)
    SeenBefore.objects.create(
        review=review, answer="seen", seen_on=review.held_on, how="placement", alone="yes"
    )
    return review


def focused(window: Any) -> dict[str, Any]:
    """What stands in focus: its kind, its question, and whether that must be answered and is."""
    return window.evaluate(
        """() => {
          const e = document.activeElement, q = e.closest('[data-question]')
          const box = q && q.dataset.kind
          return {
            tag: e.tagName, type: e.type || '', text: (e.innerText || '').trim(), value: e.value || '',
            key: q ? q.dataset.question : '', kind: box || '', counts: !!q && 'counts' in q.dataset,
            checked: !!e.checked, inForm: !!e.closest('form[data-monitor]'),
          }
        }"""
    )


def fill_by_keyboard(window: Any, otherwise: dict[str, str] | None = None) -> list[str]:
    """Tab through the form and answer each question that must be, as it comes; ``otherwise``: key → the answer wanted.

    Returns the questions answered, in order. Ends with the button that finishes the monitor in focus.
    """
    wanted, answered = otherwise or {}, []
    for _ in range(400):
        window.keyboard.press("Tab")
        at = focused(window)
        if at["tag"] == "BUTTON" and at["text"] == "Finish the monitor":
            return answered
        if not at["inForm"] or not at["counts"] or at["key"] in answered:
            continue
        if at["kind"] == "one":
            _choose(window, wanted.get(at["key"], ""))
        elif at["kind"] == "many":
            if at["value"] != wanted.get(at["key"], "none"):
                continue  # the box that is meant comes with a further Tab
            window.keyboard.press("Space")
        elif at["kind"] == "date":
            for part in ("3", "8", "2016"):
                window.keyboard.type(part)
                window.keyboard.press("Tab")
            window.keyboard.press("Shift+Tab")
        else:
            window.keyboard.type("2" if at["kind"] == "number" else WORDS)
        answered.append(at["key"])
    raise AssertionError("the button is not reached with Tab")


def _choose(window: Any, wanted: str) -> None:
    """Space takes the first of the round buttons, an arrow the next, until the one that is meant is chosen."""
    window.keyboard.press("Space")
    offered = window.evaluate(
        "[...document.querySelectorAll(`input[name='${document.activeElement.name}']`)].map((one) => one.value)"
    )
    meant = wanted or next((one for one in ("good", "none") if one in offered), offered[0])
    for _ in offered:
        if focused(window)["value"] == meant:
            break
        window.keyboard.press("ArrowDown")
    at = focused(window)
    assert (at["value"], at["checked"]) == (meant, True)


def finish(window: Any) -> None:
    window.keyboard.press("Enter")
    window.get_by_role("heading", name="Finished on").wait_for()


def left(window: Any) -> tuple[int, int]:
    """“9 of 14 answered”, as numbers."""
    said = window.locator("[data-counter]").inner_text()
    found = re.search(r"(\d+) of (\d+) answered", said)
    return int(found[1]), int(found[2])


def given(review: Review) -> dict[str, Any]:
    rows = Monitor.objects.get(review=review).answers.filter(origin=From.GIVEN)
    return {one.question: one.value for one in rows}


def test_an_ordinary_second_review_leaves_few_questions_and_is_judged_by_keyboard(window, world, sign_in):
    # Given a second review like the first: the child was seen, and last time’s monitor is finished
    monitors.finished(seen(world.review), {"advocate_offered": "declined", "visitor_wanted": "not_wanted"})
    second = seen(reviews.review(world.alice, date(2016, 8, 22)))
    sign_in(Role.IRO)
    window.goto(reverse("monitor", args=[second.public_id]))
    done, asked = left(window)

    # When the officer goes through it with Tab, arrows and Space, nothing being wrong
    answered = fill_by_keyboard(window, NOTHING_WRONG)

    # Then the questions left are those written down, well under half of the bank
    assert (done, asked) == (0, ORDINARY_SECOND_REVIEW)
    assert len(answered) == ORDINARY_SECOND_REVIEW + FOLLOW_UPS
    assert window.locator("[data-headline]").inner_text() == "Every question is answered: finish the monitor"
    assert left(window) == (len(answered), len(answered))
    assert len(answered) < len(list(shipped("child_in_care").questions())) / 2

    # And Enter finishes it
    finish(window)
    monitor = Monitor.objects.get(review=second)
    assert monitor.finished_on is not None
    assert set(given(second)) == set(answered)


def test_a_follow_up_opens_as_one_answers_and_closes_again(window, world, sign_in):
    review = seen(world.review)
    sign_in(Role.IRO)
    window.goto(reverse("monitor", args=[review.public_id]))
    question = group(window, "20")
    follow_up = window.locator("[data-when*=legal_status_right]").first
    before = left(window)

    question.get_by_label("No", exact=True).press("Space")
    assert follow_up.is_visible()
    assert left(window) == (before[0] + 1, before[1] + 1)
    question.get_by_label("No", exact=True).press("ArrowUp")

    assert not follow_up.is_visible()
    assert left(window) == (before[0] + 1, before[1])


def a_conference(child: Any) -> Review:
    """At which it was decided that the child protection plan of three months continues."""
    plan = checking.plan(child, date(2016, 6, 6))
    return checking.review_conference(child, date(2016, 9, 5), plan)


def a_review_of_need(child: Any) -> Review:
    day = date(2016, 9, 5)
    plan = NeedPlan.objects.create(child=child, agreed_on=date(2016, 6, 6), made_on=date(2016, 6, 10))
    return Review.objects.create(child=child, kind="need", need_plan=plan, held_on=day, completed_on=day)


@pytest.mark.parametrize("made", [a_conference, a_review_of_need])
def test_the_other_monitors_are_filled_by_keyboard(made, window, world, sign_in):
    review = made(world.alice)
    sign_in(Role.IRO)
    window.goto(reverse("monitor", args=[review.public_id]))

    answered = fill_by_keyboard(window)
    assert left(window) == (len(answered), len(answered))
    finish(window)

    assert Monitor.objects.get(review=review).finished_on is not None
    assert given(review)["plan_quality"] == "good"


def test_the_pages_are_accessible_half_done_wrong_and_read(window, world, sign_in, check_page):
    half = seen(world.review)
    monitors.begun(half, {"legal_status_right": "no"})
    done = seen(reviews.review(world.alice, date(2016, 8, 22)))
    monitors.finished(done)
    sign_in(Role.IRO)

    for address in (
        reverse("monitor", args=[half.public_id]),
        reverse("monitor", args=[done.public_id]),
        reverse("monitor_print", args=[done.public_id]),
        reverse("monitor_reopen", args=[done.public_id]),
        reverse("monitors"),
    ):
        check_page(address)

    # And with everything that can be opened open
    window.goto(reverse("monitor", args=[half.public_id]))
    window.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    window.evaluate(AXE.read_text())
    for width in (1280, 320):
        window.set_viewport_size({"width": width, "height": 900})
        found = window.evaluate(ASK_AXE, RULES)["violations"]
        assert [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found] == []
        assert window.evaluate("document.documentElement.scrollWidth") <= width


def test_killed_half_way_the_answers_come_back(chromium: Any, service: Service):
    # Given an officer who has saved some answers by keyboard, and typed more
    review = service.make_world()
    service.start()
    context = chromium.new_context(base_url=f"http://127.0.0.1:{service.port}", locale="en-GB")
    page = context.new_page()
    page.goto(f"/sign-in?next=/reviews/{review}/monitor")
    page.get_by_label("User name").fill("sam")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Password").press("Enter")
    page.wait_for_url("**/monitor")
    group(page, "20").get_by_label("No", exact=True).press("Space")
    page.get_by_role("button", name="Save and come back").press("Enter")
    page.get_by_text("Saved at").wait_for()
    group(page, "21").get_by_label("Yes", exact=True).press("Space")
    wait_for(page, r"Saved \d\d:\d\d as a draft")

    # When the server is killed while they go on
    service.kill()
    group(page, "23").get_by_label("Inadequate", exact=True).press("Space")
    wait_for(page, r"Not saved since \d\d:\d\d; kept on this device until you are back")
    service.start()

    # Then another browser finds what was saved, and is offered what the service had of the rest
    other = chromium.new_context(base_url=f"http://127.0.0.1:{service.port}", storage_state=cookies(context))
    again = other.new_page()
    again.goto(f"/reviews/{review}/monitor")
    assert group(again, "20").get_by_label("No", exact=True).is_checked()
    again.get_by_role("button", name="Use what you wrote").click()
    assert group(again, "21").get_by_label("Yes", exact=True).is_checked()
    other.close()

    # And the page that was open sends the rest by itself, and offers all of it when it is opened again
    wait_for(page, "Saved")
    page.reload()
    page.get_by_role("button", name="Use what you wrote").press("Enter")
    assert group(page, "20").get_by_label("No", exact=True).is_checked()
    assert group(page, "21").get_by_label("Yes", exact=True).is_checked()
    assert group(page, "23").get_by_label("Inadequate", exact=True).is_checked()
    assert page.locator("[data-when*=legal_status_right]").first.is_visible()
    page.get_by_role("button", name="Save and come back").press("Enter")
    page.get_by_text("Saved at").wait_for()
    assert group(page, "23").get_by_label("Inadequate", exact=True).is_checked()
    context.close()


def group(page: Any, number: str) -> Any:
    """The question with this number."""
    return page.get_by_role("group", name=re.compile(rf"^{number} "))
