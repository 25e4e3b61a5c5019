"""Whom to ask and invite, from the child's page."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people import actions
from holdfast.casework.people.models import Contact, Relation, Version
from tests.web.conftest import TODAY


@pytest.fixture
def iro(as_role):
    return as_role(Role.IRO)


@pytest.fixture
def nell(world) -> Contact:
    return actions.add_contact(
        child=world.alice, name="Nell Arden", relation=Relation.FAMILY, email="nell@example.org", by=None
    )


def page(name: str, child, *more) -> str:
    return reverse(name, args=[child.public_id, *more])


def given(**changed: str) -> dict[str, str]:
    return {
        "name": "Max Arden", "relation": "father", "email": "", "version": "decisions", "note": "", **changed
    }  # fmt: skip


def test_an_empty_page_says_what_to_do_and_is_written_down(iro, world):
    assert "Nobody is named yet" in iro.get(page("child_contacts", world.alice)).content.decode()
    assert [event.verb for event in events_about(world.alice)] == ["child.read"]


def test_somebody_is_added_with_what_they_may_receive(iro, world):
    response = iro.post(page("child_contact_add", world.alice), given(), follow=True)

    made = Contact.objects.get()
    assert (made.name, made.relation, made.version) == ("Max Arden", Relation.FATHER, Version.DECISIONS)
    body = response.content.decode()
    assert all(words in body for words in ("Max Arden", "Father", "The decisions only", "by letter"))


@pytest.mark.parametrize("field", ["name", "relation", "version"])
def test_what_is_missing_is_said(field, iro, world):
    response = iro.post(page("child_contact_add", world.alice), given(**{field: ""}))

    assert response.status_code == 400
    assert list(response.context["form"].errors) == [field]


def test_only_what_was_changed_here_is_changed(iro, world, nell):
    address = page("child_contact_correct", world.alice, nell.public_id)
    assert iro.get(address).context["form"]["email"].value() == "nell@example.org"
    typed = given(name="Nell Ash", relation="family", email="nell@example.org", version="full")

    iro.post(address, typed)

    (event,) = [e for e in events_about(nell) if e.verb == "contact.corrected"]
    assert event.detail["fields"] == ["name"]


def test_stopped_and_asked_again(iro, world, nell):
    address = page("child_contact_stop", world.alice, nell.public_id)

    stopped = iro.post(address, follow=True)
    assert [one.stopped_on for one in stopped.context["stopped"]] == [TODAY]
    again = iro.post(address, {"again": "1"}, follow=True)
    assert list(again.context["asked"]) == [nell]


@pytest.mark.parametrize("name", ["child_contact_correct", "child_contact_stop"])
def test_a_contact_of_another_child_is_not_there(name, as_role, world, nell):
    client = as_role(Role.BUSINESS_SUPPORT)

    for child, contact in ((world.benedict, nell.public_id), (world.alice, uuid4())):
        assert client.post(page(name, child, contact), given()).status_code == 404


def test_another_officers_child_is_not_there(iro, world):
    assert iro.get(page("child_contacts", world.benedict)).status_code == 404


def test_the_childs_page_leads_here_for_those_who_correct(as_role, world):
    there = [
        role
        for role in (Role.IRO, Role.SOCIAL_WORKER)
        if page("child_contacts", world.alice)
        in as_role(role).get(reverse("child", args=[world.alice.public_id])).content.decode()
    ]

    assert there == [Role.IRO]
