"""Praise from an officer's keyboard to the worker's own page, and into the patterns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.footprint.models import Entry, Praise
from tests.web.conftest import World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_praise_reaches_the_worker_and_their_manager(
    window: Any, world: World, sign_in: Callable[[Role], None]
) -> None:
    sign_in(Role.IRO)
    window.goto(f"/children/{world.alice.public_id}/footprint")
    window.get_by_role("link", name="Praise good practice").focus()
    window.keyboard.press("Enter")
    window.get_by_label("Whose practice was good?").select_option(label="Jo Reed")
    window.get_by_label("The child’s voice").press("Space")
    window.get_by_label("What was good, and what did it bring the child?").fill(
        "She wrote the plan with Alice."
    )
    window.get_by_role("button", name="Send the praise").press("Enter")
    window.get_by_text("Sam Social work team manager find it").or_(
        window.get_by_text("find it under “My work”")
    ).wait_for()
    assert Praise.objects.get().worker.name == "Jo Reed"

    window.context.clear_cookies()
    sign_in(Role.SOCIAL_WORKER)
    window.get_by_role("heading", name="Praise").wait_for()
    window.get_by_role("link", name="Read what is new: 1").click()
    window.get_by_text("She wrote the plan with Alice.").wait_for()
    assert Praise.objects.get().seen_on is not None

    window.context.clear_cookies()
    sign_in(Role.TEAM_MANAGER)
    window.get_by_role("link", name="Read all of it").click()
    window.get_by_text("She wrote the plan with Alice.").wait_for()


def test_an_entry_stands_on_the_line_and_is_taken_back_and_put_back(
    window: Any, world: World, sign_in: Callable[[Role], None]
) -> None:
    sign_in(Role.IRO)
    window.goto(f"/children/{world.alice.public_id}/footprint/enter")
    window.get_by_label("Challenge").press("Space")
    window.get_by_label("In a few words").fill("Asked why no school was named.")
    window.get_by_role("button", name="Add to the footprint").press("Enter")
    window.get_by_text("It stands on the child’s line").wait_for()
    entry = Entry.objects.get()
    assert (entry.kind, entry.happened_on) == ("challenge", date(2017, 3, 31))

    window.goto(f"/children/{world.alice.public_id}")
    window.get_by_text("Asked why no school was named.").wait_for()
    window.get_by_role("button", name="Take it back").press("Enter")
    window.get_by_text("Taken back at").wait_for()
    window.get_by_text("Taken back", exact=True).click()
    window.get_by_role("button", name="Put it back").press("Enter")
    window.get_by_text("Put back at").wait_for()
    assert Entry.objects.get().taken_back_on is None
