"""Keeping and offering drafts: one's own, of children who are one's own, and never to anybody else."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.drafts.models import Draft


@pytest.fixture
def form(world) -> str:
    return f"record:{world.review.public_id}"


def keep(client: Client, form: str, text: str = "Typed.", step: int = 1, **more):
    sent = {"form": form, "content": {"text_plan": text}, "step": step, **more}
    return client.post(reverse("draft"), json.dumps(sent), content_type="application/json")


def offered(client: Client, form: str):
    return client.get(reverse("draft_offered"), {"form": form})


def test_what_is_typed_is_kept_and_offered_back(as_role, form, world):
    client = as_role(Role.IRO)

    told = keep(client, form).json()

    assert (told["step"], told["others"]) == (1, [])
    assert offered(client, form).json()["content"] == {"text_plan": "Typed."}
    draft = Draft.objects.get()
    assert (draft.user, draft.child_id) == (world.users[Role.IRO], world.alice.pk)


def test_another_person_learns_the_name_and_nothing_else(as_role, form):
    keep(as_role(Role.IRO), form)

    told = offered(as_role(Role.IRO_MANAGER), form)

    assert b"Typed." not in told.content
    assert told.json()["others"][0].startswith(
        "Sam Independent Reviewing Officer is writing here too, since "
    )


def test_a_child_who_is_not_theirs_is_not_there(as_role, world):
    from datetime import date

    from tests.builders import reviews

    bobs = f"record:{reviews.review(world.benedict, date(2016, 12, 1)).public_id}"

    assert keep(as_role(Role.IRO), bobs).status_code == 404
    assert keep(as_role(Role.IRO), f"child:{world.benedict.public_id}").status_code == 404
    assert offered(as_role(Role.IRO), bobs).status_code == 404
    assert not Draft.objects.exists()


def test_a_form_about_a_child_may_be_kept_too(as_role, world):
    assert keep(as_role(Role.IRO), f"child:{world.alice.public_id}").status_code == 200


def test_dropping_drops_ones_own(as_role, form):
    keep(as_role(Role.IRO), form)
    keep(as_role(Role.IRO_MANAGER), form, "The manager’s.")

    keep(as_role(Role.IRO), form, drop=True)

    assert [draft.content["text_plan"] for draft in Draft.objects.all()] == ["The manager’s."]


@pytest.mark.parametrize(
    "sent", ["", "[]", "{}", '{"form": 3}', '{"form": "record:x"}', '{"step": "x", "form": ""}', "null"]
)
def test_what_is_no_draft_is_refused(as_role, sent, db):
    response = as_role(Role.IRO).post(reverse("draft"), sent, content_type="application/json")

    assert response.status_code == 400
    assert response.json()["refused"]


def test_too_much_is_refused_in_words(as_role, form):
    response = keep(as_role(Role.IRO), form, "x" * 200_001)

    assert response.json() == {"refused": "This is too long to be kept as a draft. Save it in parts."}


def test_a_draft_is_kept_from_pages_of_ours_only(world, form):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.users[Role.IRO])

    assert keep(client, form).status_code == 403


def test_saving_the_record_lets_the_draft_go_here_and_on_the_device(as_role, form, world):
    client = as_role(Role.IRO)
    keep(client, form)
    address = reverse("record", args=[world.review.public_id])

    page = client.post(address, {"text_plan": "Saved.", "version_plan": "0"}, follow=True).content.decode()

    assert f'data-drafts-saved="{form}"' in page
    assert not Draft.objects.exists()
    assert "data-drafts-saved" not in client.get(address).content.decode()  # told once


def test_a_form_sent_after_the_session_ended_leads_back_to_its_page(as_role, world, settings, monkeypatch):
    from holdfast.web import middleware

    client = as_role(Role.IRO)
    address = reverse("record", args=[world.review.public_id])
    client.get(address)
    later = middleware.time.time() + settings.SESSION_IDLE_SECONDS + 5
    monkeypatch.setattr(middleware.time, "time", lambda: later)

    came = client.post(address, {}, headers={"referer": f"http://testserver{address}"})
    elsewhere = Client().post(address, {}, headers={"referer": "https://elsewhere.example/x"})

    assert came["Location"] == f"{reverse('sign_in')}?next={address}"
    assert "elsewhere" not in elsewhere["Location"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"step": 10**30},
        {"step": -1},
        {"step": float("inf")},
        {"text": "\x00"},
        {"text": "\ud800"},
        {"text": "x" * 200_001},
        {"content": {"x" * 200_001: ""}},
        {"content": [1]},
        {"content": {"text_plan": 1}},
        {"based_on": "\x00"},
    ],
)
def test_what_is_no_draft_is_refused_in_words(as_role, form, wrong):
    answer = keep(as_role(Role.IRO), form, **wrong)

    assert answer.status_code == 400
    assert answer.json()["refused"]
    assert not Draft.objects.exists()


@pytest.mark.parametrize("form", ["record:" + "-" * 36, "", "record:" + "f" * 36])
def test_a_form_of_no_record_is_not_there(as_role, form):
    client = as_role(Role.IRO)

    assert offered(client, form).status_code == 404
    assert keep(client, form).status_code in (400, 404)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("concern_raise", Role.BUSINESS_SUPPORT),
        ("concern_raise", Role.ANALYST),
        ("concern_raise", Role.SOCIAL_WORKER),
        ("monitor", Role.BUSINESS_SUPPORT),
        ("monitor", Role.TEAM_MANAGER),
        ("notes", Role.BUSINESS_SUPPORT),
    ],
)
def test_who_has_no_such_form_does_not_learn_that_somebody_writes_in_it(name, role, as_role, world):
    about = world.alice if name == "concern_raise" else world.review
    form = f"{name}:{about.public_id}"
    assert keep(as_role(Role.IRO), form).status_code == 200

    for answer in (offered(as_role(role), form), keep(as_role(role), form)):
        assert answer.status_code == 403
        assert b"writing here" not in answer.content


def test_of_two_windows_at_the_same_step_the_second_is_told_that_its_words_were_not_taken(as_role, form):
    client = as_role(Role.IRO)
    assert keep(client, form, "One.", step=2).json()["taken"] is True

    assert keep(client, form, "Two.", step=2).json()["taken"] is False
    assert keep(client, form, "Two.", step=3).json()["taken"] is True
    assert Draft.objects.get().content == {"text_plan": "Two."}
