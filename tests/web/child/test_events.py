"""What happens to a child, entered from their page: each form does one thing, and says what it moved."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.care.models import Milestone
from holdfast.casework.provenance.models import ChangeReason
from tests.builders import care, people, reviews


@pytest.fixture
def manager(as_role) -> Client:
    return as_role(Role.IRO_MANAGER)


def day(name: str, year: int, month: int, number: int) -> dict[str, str]:
    return {f"{name}_0": str(number), f"{name}_1": str(month), f"{name}_2": str(year)}


def enter(client: Client, child, event: str, data: dict[str, str]):
    return client.post(reverse("child_enter", args=[child.public_id, event]), data, follow=True)


def said(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_a_move_is_told_in_the_story(manager, world):
    typed = {**day("on_day", 2016, 9, 1), "place": "K2", "reason_moved": "CARPL"}

    response = enter(manager, world.alice, "moved", typed)

    assert "Saved at" in said(response)
    assert next(event.title for event in response.context["story"]) == "Moved to another placement"


def test_leaving_care_says_that_no_review_is_due_any_more(manager, world):
    response = enter(manager, world.alice, "left", {**day("on_day", 2017, 3, 20), "reason": "E4A"})

    assert "Review: was due by Saturday 27 August 2016, none is due now." in said(response)


def test_coming_back_into_care_starts_a_new_clock(manager, world):
    care.left_care(world.alice, date(2017, 2, 1))

    typed = {**day("started", 2017, 3, 20), "legal_status": "C2", "place": "U6"}
    response = enter(manager, world.alice, "came", typed)

    assert "Review: now due by Wednesday 19 April 2017. The first review is due" in said(response)


def test_what_the_record_refuses_stands_beside_its_field_with_what_was_typed(manager, world):
    response = enter(
        manager, world.alice, "moved", {**day("on_day", 2016, 4, 1), "place": "K2", "reason_moved": "CARPL"}
    )

    assert response.status_code == 400
    assert (
        response.context["form"].errors.keys() == {"__all__"} or "on_day" in response.context["form"].errors
    )
    assert "What stands now began on 2 May 2016" in response.content.decode()


@pytest.mark.parametrize(("event", "sentence"), [("came", "in care already"), ("nothing", "")])
def test_what_cannot_be_entered_now_says_why_or_is_not_there(manager, world, event, sentence):
    response = manager.get(reverse("child_enter", args=[world.alice.public_id, event]), follow=True)

    if sentence:
        assert sentence in said(response)
    else:
        assert response.status_code == 404


def test_an_entry_is_taken_back_and_the_one_before_stands_again(manager, world):
    enter(manager, world.alice, "legal-status", {**day("on_day", 2016, 9, 1), "legal_status": "E1"})
    last = world.alice.episodes.order_by("started").last()

    address = reverse("child_episode_take_back", args=[world.alice.public_id, last.public_id])
    response = manager.post(address, follow=True)

    assert "What stood before it stands again" in said(response)
    assert [event.title for event in response.context["story"] if event.kind == "Episode"] == [
        "Came into care"
    ]
    assert "does not stand on the record any more" in said(manager.post(address, follow=True))


def test_a_milestone_is_added_and_taken_away(manager, world):
    typed = {**day("happened_on", 2017, 1, 9), "kind": "adoption_authorised", "note": "By order"}
    response = enter(manager, world.alice, "milestone", typed)
    assert "Authority to place for adoption (by consent or order)" in response.content.decode()

    one = Milestone.objects.get()
    manager.post(reverse("child_milestone_remove", args=[world.alice.public_id, one.public_id]))

    assert not Milestone.objects.exists()


def test_correcting_the_day_of_a_review_shows_what_was_due_and_is_and_keeps_who_when_and_why(manager, world):
    address = reverse("child_correct_review", args=[world.alice.public_id, world.review.public_id])
    opened = manager.get(address).context["form"].opened
    typed = {
        **day("held_on", 2016, 6, 3), **day("completed_on", 2016, 6, 3), "participation": "PN1",
        "why": "The minutes give another day", "opened": opened,
    }  # fmt: skip

    check = manager.post(address, {**typed, "check": "1"}).content.decode()
    response = manager.post(address, {**typed, "save": "1"}, follow=True)

    moved = "Review: was due by Saturday 27 August 2016, now by Saturday 3 September 2016."
    assert moved in check
    assert moved in said(response)
    assert ChangeReason.objects.get().reason == "The minutes give another day"
    body = response.content.decode()
    assert "was 27 May 2016, now 3 June 2016. Why: The minutes give another day" in body


def test_correcting_a_day_and_correcting_it_back_restores_what_is_due(manager, world):
    address = reverse("child_correct_review", args=[world.alice.public_id, world.review.public_id])
    found = []
    for number in (3, 27):
        month = 6 if number == 3 else 5
        opened = manager.get(address).context["form"].opened
        days = {**day("held_on", 2016, month, number), **day("completed_on", 2016, month, number)}
        response = manager.post(
            address, {**days, "participation": "PN1", "opened": opened, "save": "1"}, follow=True
        )
        found.append(response.context["now"].review_due_on)

    assert found == [date(2016, 9, 3), date(2016, 8, 27)]


def test_a_booked_review_and_an_open_question_stand_at_the_top(manager, world):
    child = care.in_care(date(2017, 3, 6), people.child("Dora Dale"))
    reviews.review(world.benedict, date(2016, 12, 1))
    child.reviews.create(planned_on=date(2017, 3, 30), booked_on=date(2017, 3, 7))
    child.early_triggers.create(code="child-asks", happened_on=date(2017, 3, 8), told_on=date(2017, 3, 8))

    response = manager.get(reverse("child", args=[child.public_id]))

    assert [item.booking for item in response.context["next"]] == ["Booked for Thursday 30 March 2017"]
    assert [sentence for sentence, _ in response.context["open"]] == [
        "1 event waits for the officer to say whether a review is needed early"
    ]
    shapes = {(mark.title, mark.shape) for mark in response.context["line"].marks}
    assert ("Review, booked", "booked") in shapes
