"""What coming in, being turned away and going leave in the diary."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.web import middleware
from tests.builders import people
from tests.web.signin.test_signin import sign_in

SECRET = "typed into the wrong field"


@pytest.fixture
def sam(db) -> User:
    return people.user(Role.IRO, username="sam")


def rows() -> list[tuple[str, str, str]]:
    """(verb, who did it, of whom)."""
    return list(AuditEvent.objects.order_by("id").values_list("verb", "actor_id", "subject_id"))


def test_coming_in_and_going_leave_a_row_each(sam):
    client = Client()
    sign_in(client, "sam", people.PASSWORD)
    client.post(reverse("sign_out"))

    assert rows() == [
        ("user.signed_in", str(sam.pk), str(sam.pk)),
        ("user.signed_out", str(sam.pk), str(sam.pk)),
    ]


def test_a_wrong_password_names_the_user_and_never_what_was_typed(sam):
    sign_in(Client(), "sam", SECRET)
    sign_in(Client(), SECRET, SECRET)

    assert rows() == [("user.sign_in_failed", "", str(sam.pk)), ("user.sign_in_failed", "", "")]
    assert SECRET not in str(list(AuditEvent.objects.values()))


def test_a_form_left_blank_is_no_wrong_password(sam):
    sign_in(Client(), "sam", "")

    assert rows() == []


def test_the_try_that_closes_the_door_is_noted_once(sam):
    for n in range(8):
        sign_in(Client(), "sam", f"guess {n}")

    verbs = [verb for verb, _, _ in rows()]
    assert verbs == ["user.sign_in_failed"] * 5 + ["user.locked_out"]
    assert AuditEvent.objects.get(verb="user.locked_out").detail["limit"] == "user_and_address"


def test_a_session_that_ends_by_itself_says_why(sam, monkeypatch, settings):
    client = Client()
    sign_in(client, "sam", people.PASSWORD)
    client.get("/")
    later = middleware.time.time() + settings.SESSION_IDLE_SECONDS + 5
    monkeypatch.setattr(middleware.time, "time", lambda: later)
    client.get("/")

    assert AuditEvent.objects.get(verb="user.signed_out").detail == {"because": "idle"}


def test_a_child_of_another_officer_and_a_page_of_another_role_are_noted(world, as_role):
    iro = world.users[Role.IRO]
    as_role(Role.IRO).get(reverse("child", args=[world.benedict.public_id]))
    as_role(Role.IRO).get(reverse("intake"))

    child, page = AuditEvent.objects.filter(verb="access.refused").order_by("id")
    assert (child.actor_id, child.subject_type) == (str(iro.pk), "people.Child")
    assert child.detail == {"page": "child", "child_id": str(world.benedict.public_id)}
    assert (page.actor_id, page.subject_type, page.detail) == (str(iro.pk), "access.User", {"page": "intake"})


def test_what_an_ended_session_held_goes_when_the_next_person_signs_in(sam):
    old = Client()
    sign_in(old, "sam", people.PASSWORD)
    Session.objects.update(expire_date=timezone.now())
    sign_in(Client(), "sam", people.PASSWORD)

    assert Session.objects.count() == 1
