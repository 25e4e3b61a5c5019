"""The front door."""

from __future__ import annotations

import pytest
from axes.models import AccessAttempt
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.demo.sign_ins import SIGN_INS
from holdfast.web.signin.limits import address_of
from tests.builders import people
from tests.builders.demonstration import demonstration


def sign_in(client: Client, username: str, password: str, **more: str):
    return client.post(reverse("sign_in"), {"username": username, "password": password, **more})


@pytest.fixture
def sam(db) -> User:
    return people.user(Role.IRO, username="sam")


def test_who_is_not_signed_in_comes_back_to_the_page_they_wanted(sam):
    client = Client()
    response = client.get(reverse("children"), follow=True)

    response = sign_in(client, "sam", people.PASSWORD, next=response.context["next"])

    assert response["Location"] == reverse("children")


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_website(elsewhere: str, sam):
    response = sign_in(Client(), "sam", people.PASSWORD, next=elsewhere)

    assert response["Location"] == reverse("home")


def test_a_wrong_password_is_answered_without_saying_which_was_wrong(sam):
    response = sign_in(Client(), "sam", "not the pass phrase")

    assert response.status_code == 400
    assert "This user name and password do not belong together" in response.content.decode()


def test_five_wrong_passwords_close_the_door_for_this_name_from_this_place(sam):
    client = Client()
    statuses = [sign_in(client, "sam", f"guess {n}").status_code for n in range(5)]
    shut = sign_in(client, "sam", people.PASSWORD)

    assert statuses == [400, 400, 400, 400, 429]
    assert shut.status_code == 429
    assert "the door stays shut for up to 15 minutes" in shut.content.decode()


def test_a_colleague_is_not_locked_out_with_them(sam):
    people.user(Role.IRO, username="jo")
    for n in range(5):
        sign_in(Client(), "sam", f"guess {n}")

    assert sign_in(Client(), "jo", people.PASSWORD).status_code == 302
    assert sign_in(Client(REMOTE_ADDR="192.0.2.7"), "sam", people.PASSWORD).status_code == 302


def test_many_places_guess_at_one_name_no_longer_than_twenty_times(sam):
    statuses = [
        sign_in(Client(REMOTE_ADDR=f"192.0.2.{n}"), "sam", f"guess {n}").status_code for n in range(1, 22)
    ]

    assert statuses == [400] * 19 + [429] * 2
    assert sign_in(Client(REMOTE_ADDR="198.51.100.1"), "sam", people.PASSWORD).status_code == 429


def test_one_place_tries_one_password_on_everybody_no_longer_than_thirty_times(sam):
    statuses = [sign_in(Client(), f"name{n}", "one password").status_code for n in range(31)]

    assert statuses == [400] * 29 + [429] * 2
    assert sign_in(Client(), "sam", people.PASSWORD).status_code == 429
    assert sign_in(Client(REMOTE_ADDR="192.0.2.7"), "sam", people.PASSWORD).status_code == 302


def test_an_account_of_ones_own_does_not_wipe_away_ones_guesses(sam):
    people.user(Role.IRO, username="jo")
    for n in range(4):
        sign_in(Client(), "jo", f"guess {n}")
    sign_in(Client(), "sam", people.PASSWORD)

    assert sign_in(Client(), "jo", "guess 5").status_code == 429


def test_tries_at_a_shut_door_do_not_keep_it_shut(sam, settings):
    for n in range(8):
        sign_in(Client(), "sam", f"guess {n}")
    AccessAttempt.objects.update(attempt_time=timezone.now() - settings.SIGN_IN_CLOSED_FOR)

    assert AccessAttempt.objects.get().failures_since_start == 5
    assert sign_in(Client(), "sam", people.PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("proxies", "told", "address"),
    [
        (0, "192.0.2.1", "127.0.0.1"),
        (1, "192.0.2.1", "192.0.2.1"),
        (1, "198.51.100.9, 192.0.2.1", "192.0.2.1"),
        (2, "203.0.113.5, 198.51.100.9, 192.0.2.1", "198.51.100.9"),
        (2, "192.0.2.1", "127.0.0.1"),
        (1, "nonsense", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_only_what_our_own_proxies_say_is_believed(proxies: int, told: str, address: str, settings):
    settings.PROXIES = proxies

    assert address_of(RequestFactory(headers={"x-forwarded-for": told}).get("/")) == address


def test_a_user_name_longer_than_any_is_answered_and_not_kept(sam):
    response = sign_in(Client(), "s" * 5000, people.PASSWORD)

    assert response.status_code == 400
    assert not AccessAttempt.objects.exists()


def test_a_closed_account_does_not_open(sam):
    sam.is_active = False
    sam.save()

    assert sign_in(Client(), "sam", people.PASSWORD).status_code == 400


def test_a_council_is_shown_no_demo_sign_in(sam):
    body = Client().get(reverse("sign_in")).content.decode()

    assert "demonstration" not in body.lower()
    assert all(one.password not in body for one in SIGN_INS)


@pytest.fixture
def demo(db) -> None:
    demonstration()


def test_a_newcomer_to_the_demonstration_is_told_what_it_is_and_whose_chairs_there_are(demo):
    response = Client().get("/", follow=True)

    body = response.content.decode()
    assert "every child and person here is invented" in body
    assert [one.username for one in response.context["sign_ins"]] == [one.username for one in SIGN_INS]
    assert all(one.sentence in body.replace("&#x27;", "'") for one in response.context["sign_ins"])


def test_the_demo_flag_takes_the_sign_ins_off_the_page(demo, settings):
    settings.DEMONSTRATION = False

    assert SIGN_INS[0].password not in Client().get(reverse("sign_in")).content.decode()
