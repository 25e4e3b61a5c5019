"""A child is added by hand: checked first, with those who may be the same child, and then with or without care."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.people.models import Child
from tests.builders import people

IN_CARE = {
    "number": "HF00001", "name": "Ivy Ash", "born_0": "3", "born_1": "4", "born_2": "2010", "sex": "F",
    "ethnicity": "WBRI", "started_0": "6", "started_1": "3", "started_2": "2017", "started_at": "",
    "legal_status": "C2", "place": "U6",
}  # fmt: skip
NOT_IN_CARE = {
    **IN_CARE,
    **dict.fromkeys(("started_0", "started_1", "started_2", "legal_status", "place"), ""),
}


@pytest.fixture
def support(as_role) -> Client:
    return as_role(Role.BUSINESS_SUPPORT)


def send(client: Client, answers: dict[str, str], button: str):
    return client.post(reverse("child_add"), {**answers, button: "1"})


def test_a_free_number_is_offered(support, world):
    people.child("Ben Bay", number="HF00041")

    assert support.get(reverse("child_add")).context["form"].initial["number"] == "HF00042"


def test_nothing_is_saved_before_the_answers_are_checked(support, world):
    before = Child.objects.count()

    body = send(support, IN_CARE, "check").content.decode()

    assert Child.objects.count() == before
    assert "Monday 6 March 2017" in body
    assert "Ivy Ash" in body


def test_a_child_in_care_is_added_with_their_first_episode(support, world):
    response = send(support, IN_CARE, "save")

    child = Child.objects.get(number="HF00001")
    assert response["Location"] == reverse("child", args=[child.public_id])
    episode = child.episodes.get()
    assert (episode.started, episode.reason_started, episode.legal_status, episode.place) == (
        date(2017, 3, 6), "S", "C2", "U6",
    )  # fmt: skip
    body = support.get(response["Location"]).content.decode()
    assert "The first review is due within 20 working days" in body
    assert "Nobody is responsible as Independent Reviewing Officer. One had to be appointed by" in body


def test_a_child_may_be_added_without_care_and_before_birth(support, world):
    unborn = {**NOT_IN_CARE, "born_0": "", "born_1": "", "born_2": "", "name": "Baby Ash"}

    send(support, unborn, "save")

    child = Child.objects.get(number="HF00001")
    assert (child.born, child.episodes.count()) == (None, 0)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Enter the child’s name"),
        ({"legal_status": ""}, "Choose the legal status under which care began"),
        ({"place": ""}, "Choose the kind of placement"),
        ({"started_0": "", "started_1": "", "started_2": ""}, "Enter the day care began"),
        ({"legal_status": "V2"}, "once 24 hours have passed"),
        ({"started_2": "2009"}, "before the child was born"),
        ({"started_at": "half four"}, "hours and minutes, like 16:30"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(support, world, changes, sentence):
    response = send(support, {**IN_CARE, **changes}, "check")

    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert not Child.objects.filter(number="HF00001").exists()


def test_a_number_that_is_taken_is_refused(support, world):
    response = send(support, {**IN_CARE, "number": world.benedict.number.lower()}, "save")

    assert "A child with this number is on record" in response.content.decode()


def test_a_child_of_a_name_like_it_born_on_the_same_day_is_shown_and_written_down(support, world):
    same = people.child("Ivie Ash", born=date(2010, 4, 3))
    people.child("Ivy Ash", born=date(2011, 4, 3))

    response = send(support, IN_CARE, "check")

    assert [child.pk for child in response.context["same"]] == [same.pk]
    assert "Is it one of these?" in response.content.decode()
    assert AuditEvent.objects.get(verb="children.listed").detail["children"] == [same.pk]


def test_under_section_20_the_time_is_kept(support, world):
    send(support, {**IN_CARE, "legal_status": "V2", "started_at": "16.30"}, "save")

    assert f"{Child.objects.get(number='HF00001').episodes.get().started_at:%H:%M}" == "16:30"
