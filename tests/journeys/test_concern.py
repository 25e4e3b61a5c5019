"""One concern from the review to the child: raised for two, unanswered, put to a manager, answered, and closed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole, FamilyTie, Worker
from holdfast.casework.resolution.models import Answerer, Concern, Effect
from tests.builders import people
from tests.journeys.test_by_keyboard import tab_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def family(world) -> Any:
    """Alice and Benedict are sister and brother with one officer and worker; Robin Vane answers the first stage."""
    people.allocated(world.benedict, Worker.objects.get(name="Sam Fielding"))
    people.allocated(world.benedict, Worker.objects.get(name="Jo Reed"), AllocationRole.SOCIAL_WORKER)
    FamilyTie.objects.create(child=world.alice, other=world.benedict, kind="sibling")
    robin = people.worker("Robin Vane", world.users[Role.SENIOR_MANAGER])
    Answerer.objects.create(role="Service manager", worker=robin, starts=date(2016, 4, 1))
    return world


def types_into(window: Any, name: str, words: str) -> None:
    tab_to(window, name, most=120)
    window.keyboard.type(words)


def test_a_concern_goes_from_the_review_to_what_changed_for_the_child(family, window, sign_in, check_page):
    # Given an officer on the page of a review, who raises a concern for Alice and her brother by keyboard alone
    sign_in(Role.IRO)
    window.goto(reverse("review", args=[family.review.public_id]))
    tab_to(window, "Raise a concern", most=120)
    window.keyboard.press("Enter")
    window.get_by_role("heading", name="Raise a concern").wait_for()
    tab_to(window, "Choose")  # the list of what it can be about
    window.keyboard.type("No or poor quality health")
    tab_to(window, "severity")
    window.keyboard.press("ArrowDown")
    types_into(window, "about", "None for 14 months, since January 2016.")
    types_into(window, "asked_for", "An appointment for both.")
    tab_to(window, "also")
    window.keyboard.press("Space")
    tab_to(window, "Raise this concern")
    window.keyboard.press("Enter")
    window.get_by_text("raised for Alice Arden and Benedict Birch, one each").wait_for()

    # Then each has one, with the social worker, and whose turn it is stands at the top
    hers = Concern.objects.get(child=family.alice)
    assert hers.together == Concern.objects.get(child=family.benedict).together
    assert window.get_by_role("heading", name="The turn of Jo Reed").is_visible()

    # When the social worker does not answer, the officer opens the first stage, passing nothing over
    tab_to(window, "Put it to the next stage", most=120)
    window.keyboard.press("Enter")
    tab_to(window, "Put it to this stage")
    window.keyboard.press("Enter")
    window.get_by_role("heading", name="The turn of Robin Vane").wait_for()
    assert (
        window.get_by_role("list", name="The stages of this concern")
        .get_by_text("No answer came")
        .is_visible()
    )

    # And the manager signs in, they see it first thing and answer
    window.context.clear_cookies()
    sign_in(Role.SENIOR_MANAGER)
    assert window.get_by_text("1 concern waits for your answer").is_visible()
    check_page("/")
    tab_to(window, "Answer")
    window.keyboard.press("Enter")
    window.get_by_role("heading", name="It is your turn: answer").wait_for()
    tab_to(window, "outcome")
    window.keyboard.press("Space")
    types_into(window, "answer", "Both are booked for 12 April.")
    window.get_by_text("as a draft").wait_for()
    tab_to(window, "Send this answer to the reviewing officer")
    window.keyboard.press("Enter")
    window.get_by_text("The reviewing officer can read your answer now.").wait_for()
    check_page(reverse("concern", args=[hers.public_id]))

    # Then the officer closes it with what changed for the child
    window.context.clear_cookies()
    sign_in(Role.IRO)
    check_page(reverse("concern", args=[hers.public_id]))
    tab_to(window, "Close it with what came of it", most=120)
    window.keyboard.press("Enter")
    tab_to(window, "effect")
    for _ in range(2):
        window.keyboard.press("ArrowDown")
    types_into(window, "what_changed", "Seen by the nurse; glasses ordered.")
    for part, words in (("_0", "31"), ("_1", "3"), ("_2", "2017")):
        types_into(window, f"changed_on{part}", words)
    types_into(window, "evidence", "Her letter of 31 March.")
    tab_to(window, "child_told")
    window.keyboard.press("Space")
    for part, words in (("_0", "31"), ("_1", "3"), ("_2", "2017")):
        types_into(window, f"child_told_on{part}", words)
    tab_to(window, "Close the concern")
    window.keyboard.press("Enter")
    window.get_by_text("Saved. The concern is closed.").wait_for()
    hers.refresh_from_db()
    assert (hers.effect, hers.what_changed) == (Effect.FULL, "Seen by the nurse; glasses ordered.")
    check_page(reverse("concern", args=[hers.public_id]))
