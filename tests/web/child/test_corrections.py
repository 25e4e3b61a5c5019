"""Corrections: checked before they are saved, kept from returns, and taken back with one press."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from holdfast.casework.access.roles import Role
from holdfast.casework.provenance.models import Owner
from holdfast.casework.provenance.queries import owner_of
from holdfast.web.child import undoing
from tests.builders import reviews


def send(client, address: str, typed: dict[str, str], **how):
    """Open the form and send it with what was typed: what the form carries unseen goes with it."""
    opened = client.get(address).context["form"].opened
    return client.post(address, {**typed, "opened": opened}, **how)


def born(day: int, **more: str) -> dict[str, str]:
    return {
        "name": "Alice Arden", "born_0": str(day), "born_1": "5", "born_2": "2005", "sex": "F", "ethnicity": "WBRI",
        **more,
    }  # fmt: skip


def address(child) -> str:
    return reverse("child_correct", args=[child.public_id])


def test_checking_shows_before_and_after_and_saves_nothing(as_role, world):
    response = send(as_role(Role.IRO), address(world.alice), born(9, check="1"))

    assert response.context["differences"] == [("Date of birth", "Sunday 1 May 2005", "Monday 9 May 2005")]
    world.alice.refresh_from_db()
    assert world.alice.born == date(2005, 5, 1)


def test_saving_makes_the_field_ours(as_role, world):
    response = send(as_role(Role.IRO), address(world.alice), born(9, save="1"), follow=True)

    world.alice.refresh_from_db()
    assert world.alice.born == date(2005, 5, 9)
    assert owner_of(world.alice, "born") == Owner.TYPED
    assert "No return will change what you typed" in response.content.decode()


def test_changing_the_answers_shows_the_form_again(as_role, world):
    response = send(as_role(Role.IRO), address(world.alice), born(9, again="1"))

    assert response.context["form"]["born"].value() == ["9", "5", "2005"]


def test_one_press_puts_back_what_stood_there(as_role, world):
    client = as_role(Role.IRO)
    send(client, address(world.alice), born(9, save="1"))

    response = client.post(reverse("child_undo", args=[world.alice.public_id]), follow=True)

    world.alice.refresh_from_db()
    assert world.alice.born == date(2005, 5, 1)
    assert "Undone at" in response.content.decode()


def test_after_a_quarter_of_an_hour_nothing_is_undone(as_role, world, monkeypatch):
    client = as_role(Role.IRO)
    send(client, address(world.alice), born(9, save="1"))
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr(undoing.timezone, "now", lambda: later)

    response = client.post(reverse("child_undo", args=[world.alice.public_id]), follow=True)

    world.alice.refresh_from_db()
    assert world.alice.born == date(2005, 5, 9)
    assert "nothing left to undo" in response.content.decode()


def test_a_change_of_nothing_is_said_to_be_none(as_role, world):
    response = send(as_role(Role.IRO), address(world.alice), born(1, check="1"), follow=True)

    assert "Nothing was changed" in response.content.decode()


def test_an_episode_that_ends_before_it_begins_is_refused_in_words(as_role, world):
    episode = world.alice.episodes.get()
    data = {
        "started_0": "2", "started_1": "5", "started_2": "2016", "ended_0": "1", "ended_1": "5", "ended_2": "2016",
        "reason_started": "S", "legal_status": "C2", "place": "U6", "provider": "PR1", "reason_ended": "E4A",
        "reason_moved": "", "check": "1",
    }  # fmt: skip

    response = send(
        as_role(Role.IRO),
        reverse("child_correct_episode", args=[world.alice.public_id, episode.public_id]),
        data,
    )

    assert response.status_code == 400
    assert "This episode ends before it began" in response.content.decode()


def test_two_reviews_on_one_day_are_refused_in_words(as_role, world):
    reviews.review(world.alice, date(2016, 8, 1))
    data = {
        "held_on_0": "1", "held_on_1": "8", "held_on_2": "2016", "completed_on_0": "1", "completed_on_1": "8",
        "completed_on_2": "2016", "participation": "PN1", "save": "1",
    }  # fmt: skip

    response = send(
        as_role(Role.IRO),
        reverse("child_correct_review", args=[world.alice.public_id, world.review.public_id]),
        data,
    )

    assert response.status_code == 400
    assert "already on this child" in response.content.decode()
