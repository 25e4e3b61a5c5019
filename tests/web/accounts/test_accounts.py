"""People who sign in: added, given another role or password, closed and opened again."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.notices.actions import make_feed
from holdfast.casework.people.models import Worker
from holdfast.demo.sign_ins import SIGN_INS
from tests.builders import people
from tests.builders.demonstration import demonstration

NEW = "seven quiet herons"


@pytest.fixture
def manager(as_role):
    return as_role(Role.IRO_MANAGER)


def address(name: str, user: User) -> str:
    return reverse(name, args=[user.public_id])


def signed_in(username: str, password: str) -> Client:
    """A browser in which somebody came through the front door."""
    client = Client()
    response = client.post(reverse("sign_in"), {"username": username, "password": password})
    assert response.status_code == 302
    return client


def new(**changed: str) -> dict[str, str]:
    return {"name": "Kim Lark", "username": "kim", "role": "iro", "worker": "", "password": "", **changed}


def test_the_list_says_who_may_what_and_who_never_came(manager, world):
    people.user(name="Ada Ash", username="ada")

    body = manager.get(reverse("accounts")).content.decode()

    assert "9 accounts" in body
    assert "Sam Independent Reviewing Officer" in body
    assert "Sam Fielding" in body  # the worker they are
    assert "Never" in body


def test_somebody_is_added_and_their_password_is_shown_once(manager, world):
    response = manager.post(reverse("accounts_new"), new())

    secret = response.context["secret"]
    kim = User.objects.get(username="kim")
    assert "Kim Lark can sign in" in response.content.decode()
    assert secret in response.content.decode()
    assert kim.check_password(secret)
    assert kim.worker.name == "Kim Lark"
    assert secret not in manager.get(address("accounts_one", kim)).content.decode()
    assert signed_in("kim", secret).get("/").status_code == 200


def test_a_typed_password_is_not_repeated(manager, world):
    response = manager.post(reverse("accounts_new"), new(password=NEW), follow=True)

    assert User.objects.get(username="kim").check_password(NEW)
    assert NEW not in response.content.decode()
    assert "Kim Lark can sign in." in response.content.decode()


def test_an_officer_who_is_in_the_records_already_finds_their_children(manager, world):
    robin = people.worker("Robin Ash")
    people.allocated(world.benedict, robin)

    response = manager.post(reverse("accounts_new"), new(worker=str(robin.public_id)))

    client = signed_in("kim", response.context["secret"])
    assert "Benedict Birch" in client.get(reverse("children")).content.decode()
    assert Worker.objects.filter(user__username="kim").get() == robin


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"username": "taken"}, "This user name is taken. Choose another."),
        ({"password": "short"}, "at least 12 characters"),
        ({"password": "Kim Lark 2026"}, "too similar to the name"),
        ({"role": ""}, "Choose what they are to do"),
        ({"name": " "}, "Enter their name"),
        ({"worker": "nobody"}, "Choose again"),
    ],
)
def test_a_wrong_answer_is_said_beside_its_field_and_adds_nobody(wrong, sentence, manager, world):
    people.user(username="taken")
    before = User.objects.count()

    response = manager.post(reverse("accounts_new"), new(**wrong))

    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert list(response.context["form"].errors) == list(wrong)
    assert User.objects.count() == before


def test_another_role_brings_other_pages(manager, world):
    analyst = world.users[Role.ANALYST]

    response = manager.post(
        address("accounts_role", analyst), {"role": "social_worker", "worker": ""}, follow=True
    )

    analyst.refresh_from_db()
    assert analyst.role == Role.SOCIAL_WORKER
    assert analyst.worker.name == analyst.name
    assert "Saved. The role of" in response.content.decode()


def test_the_last_manager_stays_one(manager, world):
    own = world.users[Role.IRO_MANAGER]

    response = manager.post(address("accounts_role", own), {"role": "analyst", "worker": ""})

    own.refresh_from_db()
    assert response.status_code == 400
    assert "the only one who can give people their sign-in" in response.content.decode()
    assert own.role == Role.IRO_MANAGER


def test_a_manager_who_gives_the_role_away_is_shown_their_new_desk(manager, world):
    people.user(Role.IRO_MANAGER)

    response = manager.post(
        address("accounts_role", world.users[Role.IRO_MANAGER]), {"role": "analyst", "worker": ""}
    )

    assert response["Location"] == reverse("home")


def test_a_closed_user_is_out_with_the_next_page_and_in_again_when_opened(manager, world):
    officer = world.users[Role.IRO]
    theirs = signed_in(officer.username, people.PASSWORD)
    assert theirs.get(reverse("children")).status_code == 200

    manager.post(address("accounts_close", officer))

    out = theirs.get(reverse("children"))
    assert (out.status_code, out["Location"].split("?")[0]) == (302, reverse("sign_in"))
    assert (
        Client()
        .post(reverse("sign_in"), {"username": officer.username, "password": people.PASSWORD})
        .status_code
        == 400
    )
    assert "Open this account again" in manager.get(address("accounts_one", officer)).content.decode()

    manager.post(address("accounts_reopen", officer))
    assert signed_in(officer.username, people.PASSWORD).get(reverse("children")).status_code == 200


def test_a_manager_ends_somebody_elses_calendar_feed(manager, world):
    officer = world.users[Role.IRO]
    feed = reverse("calendar_feed", args=[make_feed(by=officer)])
    assert "End this calendar feed" in manager.get(address("accounts_one", officer)).content.decode()

    said = manager.post(address("accounts_end_calendar", officer), follow=True).content.decode()

    assert "is ended" in said
    assert "End this calendar feed" not in said
    assert Client().get(feed).status_code == 404


def test_the_children_of_a_closed_officer_are_pointed_at(manager, world):
    officer = world.users[Role.IRO]
    people.iro_of()  # somebody else to allocate them to

    body = manager.post(address("accounts_close", officer), follow=True).content.decode()

    there = f"{reverse('children_allocate')}?care=all&amp;iro={officer.worker.public_id}"
    assert "is still the Independent Reviewing Officer of 1 child." in body
    assert there in body
    assert "Alice Arden" in manager.get(there.replace("&amp;", "&")).content.decode()


def test_nobody_closes_their_own_account(manager, world):
    own = world.users[Role.IRO_MANAGER]

    page = manager.get(address("accounts_one", own)).content.decode()
    response = manager.post(address("accounts_close", own))

    assert "Close this account" not in page
    assert response.status_code == 400
    assert "You cannot close the account you are signed in with" in response.content.decode()
    assert manager.get("/").status_code == 200


def test_a_new_password_ends_the_session_of_the_old_one(manager, world):
    officer = world.users[Role.IRO]
    theirs = signed_in(officer.username, people.PASSWORD)

    response = manager.post(address("accounts_password", officer), {"password": ""})

    assert theirs.get(reverse("children")).status_code == 302
    assert signed_in(officer.username, response.context["secret"]).get("/").status_code == 200


def test_a_new_password_opens_the_door_that_was_shut(manager, world):
    officer = world.users[Role.IRO]
    for n in range(5):
        Client().post(reverse("sign_in"), {"username": officer.username, "password": f"guess {n}"})

    manager.post(address("accounts_password", officer), {"password": NEW})

    assert signed_in(officer.username, NEW).get("/").status_code == 200


def test_a_poor_password_is_refused_in_words(manager, world):
    officer = world.users[Role.IRO]

    response = manager.post(address("accounts_password", officer), {"password": "short"})

    assert response.status_code == 400
    assert "at least 12 characters" in response.content.decode()


def test_ones_own_password_is_changed_where_the_old_one_is_asked_for(manager, world):
    response = manager.get(address("accounts_password", world.users[Role.IRO_MANAGER]))

    assert response["Location"] == reverse("own_password")


@pytest.fixture(name="demonstration")
def a_demonstration(db) -> dict[str, User]:
    return demonstration()


def test_the_passwords_of_the_demonstration_stay_as_the_front_page_tells_them(demonstration):
    manager = Client()
    manager.force_login(demonstration["iro_manager"])
    given = {"current": "demo-iro-manager", "password": NEW, "again": NEW}

    for answer in (
        manager.post(address("accounts_password", demonstration["iro"]), {"password": NEW}, follow=True),
        manager.post(reverse("own_password"), given, follow=True),
    ):
        assert "this password stays as it is" in answer.content.decode()

    assert all(User.objects.get(username=one.username).check_password(one.password) for one in SIGN_INS)
