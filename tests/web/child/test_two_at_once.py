"""Two people at one record: nobody's correction is lost, and nobody takes back another's."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.care.actions import correct_episode
from holdfast.casework.people.actions import correct_child
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.reviews.actions import correct_review
from holdfast.web.child import corrections
from tests.builders import care, people, reviews

ALICE = {
    "name": "Alice Arden", "born_0": "1", "born_1": "5", "born_2": "2005", "sex": "F", "ethnicity": "WBRI",
}  # fmt: skip


@pytest.fixture
def manager(as_role):
    return as_role(Role.IRO_MANAGER)


@pytest.fixture
def support(as_role):
    return as_role(Role.BUSINESS_SUPPORT)


def address(world) -> str:
    return reverse("child_correct", args=[world.alice.public_id])


def opened(client, address: str) -> str:
    return client.get(address).context["form"].opened


def undo(client, world):
    return client.post(reverse("child_undo", args=[world.alice.public_id]), follow=True)


@pytest.mark.parametrize("press", ["check", "save"])
def test_a_form_opened_earlier_does_not_put_back_what_a_colleague_changed(manager, support, world, press):
    # Given the manager opened the form, and support then saved an ethnicity
    earlier = opened(manager, address(world))
    support.post(
        address(world), {**ALICE, "ethnicity": "MWBC", "opened": opened(support, address(world)), "save": "1"}
    )
    at = timezone.localtime(history_of(world.alice).get().changed_at)

    # When the manager's form comes with another name
    response = manager.post(address(world), {**ALICE, "name": "Alice Ash", "opened": earlier, press: "1"})

    # Then it is refused by name and hour, what was typed is kept, and the ethnicity shows as it is now
    assert response.status_code == 409
    assert (
        f"Sam Business support changed this at {at:%H:%M} (ethnicity); look again"
        in response.content.decode()
    )
    assert (response.context["form"]["name"].value(), response.context["form"]["ethnicity"].value()) == (
        "Alice Ash",
        "MWBC",
    )
    world.alice.refresh_from_db()
    assert (world.alice.name, world.alice.ethnicity) == ("Alice Arden", "MWBC")

    # And sent again, it changes the name alone
    again = {**ALICE, "name": "Alice Ash", "ethnicity": "MWBC", "opened": response.context["form"].opened}
    manager.post(address(world), {**again, "save": "1"})
    world.alice.refresh_from_db()
    assert (world.alice.name, world.alice.ethnicity) == ("Alice Ash", "MWBC")
    assert [change.field for change in history_of(world.alice)] == ["ethnicity", "name"]


def test_both_typed_over_the_same_field_and_the_second_is_asked(manager, support, world):
    earlier = opened(manager, address(world))
    correct_child(
        child=world.alice, changes={"born": date(2005, 5, 9)}, by=world.users[Role.BUSINESS_SUPPORT]
    )

    response = manager.post(address(world), {**ALICE, "born_0": "8", "opened": earlier, "save": "1"})

    assert response.status_code == 409
    assert response.context["form"]["born"].value() == ["8", "5", "2005"]
    sent = {**ALICE, "born_0": "8", "opened": response.context["form"].opened, "check": "1"}
    assert manager.post(address(world), sent).context["differences"] == [
        ("Date of birth", "Monday 9 May 2005", "Sunday 8 May 2005")
    ]


def test_a_date_left_alone_shows_what_a_colleague_made_of_it(manager, world):
    earlier = opened(manager, address(world))
    correct_child(
        child=world.alice, changes={"born": date(2005, 5, 9)}, by=world.users[Role.BUSINESS_SUPPORT]
    )

    response = manager.post(address(world), {**ALICE, "name": "Alice Ash", "opened": earlier, "check": "1"})

    assert response.context["form"]["born"].value() == ["9", "5", "2005"]


def test_a_change_between_the_look_and_the_writing_is_found_too(manager, world, monkeypatch):
    earlier = opened(manager, address(world))
    hold = corrections.hold

    def somebody_is_quicker(record):
        by = world.users[Role.BUSINESS_SUPPORT]
        correct_child(child=type(record).objects.get(pk=record.pk), changes={"ethnicity": "MWBC"}, by=by)
        hold(record)

    monkeypatch.setattr(corrections, "hold", somebody_is_quicker)
    response = manager.post(address(world), {**ALICE, "name": "Alice Ash", "opened": earlier, "save": "1"})

    assert response.status_code == 409


@pytest.mark.parametrize("sealed", [None, "", "nonsense", "of another child"])
def test_a_form_that_does_not_say_what_it_showed_is_not_saved(manager, world, sealed):
    if sealed == "of another child":
        sealed = opened(manager, reverse("child_correct", args=[world.benedict.public_id]))
    sent = {**ALICE, "name": "Alice Ash", "save": "1"} | ({} if sealed is None else {"opened": sealed})

    response = manager.post(address(world), sent)

    assert response.status_code == 409
    assert "It cannot be told any more" in response.content.decode()
    assert response.context["form"]["name"].value() == "Alice Ash"
    world.alice.refresh_from_db()
    assert world.alice.name == "Alice Arden"


def test_the_check_page_carries_what_the_form_showed(manager, world):
    earlier = opened(manager, address(world))

    response = manager.post(address(world), {**ALICE, "name": "Alice Ash", "opened": earlier, "check": "1"})

    assert f'name="opened" value="{earlier}"' in response.content.decode()


def test_an_episode_and_a_review_are_kept_from_each_other_too(manager, world):
    by, episode = world.users[Role.BUSINESS_SUPPORT], world.alice.episodes.get()
    places = {
        "child_correct_episode": (episode, {"legal_status": "C1"}),
        "child_correct_review": (world.review, {"participation": "PN2"}),
    }
    for name, (record, typed) in places.items():
        where = reverse(name, args=[world.alice.public_id, record.public_id])
        form = manager.get(where).context["form"]
        if record is episode:
            correct_episode(episode=episode, changes={"place": "U4"}, by=by)
        else:
            correct_review(review=world.review, changes={"completed_on": date(2016, 5, 28)}, by=by)

        assert manager.post(where, {**typed, "opened": form.opened, "save": "1"}).status_code == 409, name


def test_nobody_takes_back_what_a_colleague_typed_over_it(manager, support, world):
    # Given support typed a name and the manager typed over it
    for client, name in ((support, "Alice Ash"), (manager, "Alice Alder")):
        client.post(
            address(world), {**ALICE, "name": name, "opened": opened(client, address(world)), "save": "1"}
        )

    # When support presses undo
    response = undo(support, world)

    # Then it stays, and they read why
    world.alice.refresh_from_db()
    assert world.alice.name == "Alice Alder"
    assert "Not undone: Sam IRO manager changed this at" in response.content.decode()


def test_another_person_has_nothing_to_take_back(manager, support, world):
    support.post(
        address(world), {**ALICE, "name": "Alice Ash", "opened": opened(support, address(world)), "save": "1"}
    )

    response = undo(manager, world)

    world.alice.refresh_from_db()
    assert world.alice.name == "Alice Ash"
    assert "nothing left to undo" in response.content.decode()


def test_undoing_puts_back_a_code_that_is_in_no_list(manager, world):
    child = care.in_care(date(2016, 6, 1), people.child("Dora Dale", sex="9"), place="XX", provider="YY")
    episode = child.episodes.get()
    places = {
        reverse("child_correct", args=[child.public_id]): {
            "name": "Dora Dale", "born_0": "1", "born_1": "5", "born_2": "2005", "sex": "F", "ethnicity": "WBRI",
        },
        reverse("child_correct_episode", args=[child.public_id, episode.public_id]): {
            "started_0": "1", "started_1": "6", "started_2": "2016", "reason_started": "S", "legal_status": "C2",
            "place": "U6", "provider": "PR1",
        },
    }  # fmt: skip
    for where, typed in places.items():
        manager.post(where, {**typed, "opened": opened(manager, where), "save": "1"})
        response = manager.post(reverse("child_undo", args=[child.public_id]), follow=True)

        assert "Undone at" in response.content.decode()
    child.refresh_from_db()
    episode.refresh_from_db()
    assert (child.sex, episode.place, episode.provider) == ("9", "XX", "YY")
    put_back = AuditEvent.objects.filter(verb__endswith=".put_back").order_by("id")
    assert [event.verb for event in put_back] == ["child.put_back", "episode.put_back"]


def test_undoing_does_not_put_two_reviews_on_one_day(manager, world):
    where = reverse("child_correct_review", args=[world.alice.public_id, world.review.public_id])
    typed = {"held_on_0": "28", "held_on_1": "5", "held_on_2": "2016", "participation": "PN1"}
    manager.post(where, {**typed, "opened": opened(manager, where), "save": "1"})
    reviews.review(world.alice, date(2016, 5, 27))

    response = undo(manager, world)

    assert "A review of 27 May 2016 is already on this child" in response.content.decode()
    world.review.refresh_from_db()
    assert world.review.held_on == date(2016, 5, 28)


def test_a_record_that_a_return_took_away_meanwhile_leaves_nothing_to_undo(manager, world):
    where = reverse("child_correct_review", args=[world.alice.public_id, world.review.public_id])
    typed = {"held_on_0": "28", "held_on_1": "5", "held_on_2": "2016", "participation": "PN1"}
    manager.post(where, {**typed, "opened": opened(manager, where), "save": "1"})
    world.review.refresh_from_db()
    world.review.withdrawn_at = timezone.now()
    world.review.save()

    assert "nothing left to undo" in undo(manager, world).content.decode()
