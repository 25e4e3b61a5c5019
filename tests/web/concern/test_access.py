"""Who may know of a concern: officers, those of the child, those it is put to; nobody else can see it or guess it."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.resolution.models import Concern, LegalAdvice
from tests.builders import concerns as build
from tests.builders import people

WORDS = ("health assessment", "Robin Vane")


def page_of(user, address: str) -> tuple[int, str]:
    client = Client()
    client.force_login(user)
    answer = client.get(address)
    return answer.status_code, answer.content.decode()


@pytest.fixture
def not_asked(world):
    """A second senior manager, and the manager of another team: neither has anything to do with Alice."""
    senior = people.user(Role.SENIOR_MANAGER, name="Dale Frost")
    people.worker("Dale Frost", senior)
    manager = people.user(Role.TEAM_MANAGER, name="Kim Sand")
    people.worker("Kim Sand", manager)
    return senior, manager


def test_who_is_not_asked_finds_what_is_found_where_nothing_is(asked, not_asked):
    for user in not_asked:
        there = page_of(user, reverse("concern", args=[asked.concern.public_id]))
        nowhere = page_of(user, reverse("concern", args=["00000000-0000-4000-8000-000000000000"]))

        assert there[0] == nowhere[0] == 404
        assert there[1].split("<main")[1] == nowhere[1].split("<main")[1]


def test_who_is_not_asked_finds_no_hint_on_any_page(asked, not_asked):
    for user in not_asked:
        for address in (
            "/",
            reverse("concerns"),
            reverse("concerns") + "?state=all&category=health_assessment",
        ):
            status, page = page_of(user, address)

            assert status == 200
            assert [word for word in ("Alice", *WORDS) if word in page] == []
        assert "Alice" not in page_of(user, reverse("concerns_download") + "?state=all")[1]


def test_who_is_not_asked_cannot_press_anything(asked, not_asked):
    client = Client()
    client.force_login(not_asked[0])

    answer = client.post(
        reverse("concern", args=[asked.concern.public_id]), {"do": "answer", "step": 0, "outcome": "agreed"}
    )

    assert answer.status_code == 404


def test_who_is_not_asked_keeps_no_draft_of_it(asked, not_asked):
    client = Client()
    client.force_login(not_asked[0])
    draft = {"form": f"concern_answer:{asked.concern.public_id}", "content": {"answer": "x"}, "step": 1}

    assert client.post(reverse("draft"), draft, content_type="application/json").status_code == 404


def test_a_senior_manager_keeps_a_draft_of_the_answer_to_what_is_put_to_them(asked, as_role):
    draft = {"form": f"concern_answer:{asked.concern.public_id}", "content": {"answer": "Booked"}, "step": 1}
    client = as_role(Role.SENIOR_MANAGER)

    assert client.post(reverse("draft"), draft, content_type="application/json").status_code == 200
    offered = client.get(reverse("draft_offered"), {"form": draft["form"]})
    assert offered.json()["content"] == {"answer": "Booked"}


@pytest.mark.parametrize("role", [Role.BUSINESS_SUPPORT, Role.ANALYST])
def test_a_role_that_reads_no_concern_finds_none_on_the_childs_page(role, asked, world, as_role):
    page = as_role(role).get(reverse("child", args=[world.alice.public_id])).content.decode()

    assert [word for word in ("Concern", *WORDS) if word in page.split("<main")[1]] == []


def test_nobody_sees_the_childs_record_for_being_asked(asked, world, as_role):
    client = as_role(Role.SENIOR_MANAGER)
    page = client.get(reverse("concern", args=[asked.concern.public_id])).content.decode()

    assert reverse("child", args=[world.alice.public_id]) not in page
    assert client.get(reverse("child", args=[world.alice.public_id])).status_code == 403


def test_the_senior_manager_who_is_asked_finds_it_first_on_my_work(asked, as_role):
    page = as_role(Role.SENIOR_MANAGER).get("/").content.decode()

    assert "1 concern waits for your answer." in page
    assert page.index("Concerns to answer") < page.index("Answered lately")
    assert reverse("concern", args=[asked.concern.public_id]) in page
    assert (
        "Wednesday 19 April 2017, in" in page
    )  # 20 working days after 20 March, Good Friday and Easter Monday out


def test_a_team_manager_who_must_answer_finds_it_before_all_else(asked, world, as_role):
    pat = asked.worker.manager
    asked.concern.stages.filter(number=1).update(asked=pat)

    page = as_role(Role.TEAM_MANAGER).get("/").content.decode()

    assert page.index("Concerns to answer") < page.index("Decisions to answer")


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.SENIOR_MANAGER])
def test_legal_advice_is_read_by_officers_and_their_manager_only(role, asked, as_role):
    LegalAdvice.objects.create(
        concern=asked.concern, asked_on=date(2017, 3, 21), asked_of="Chambers X", question="May we wait?"
    )
    address = reverse("concern", args=[asked.concern.public_id])

    assert "Chambers X" not in as_role(role).get(address).content.decode()
    assert "Chambers X" in as_role(Role.IRO).get(address).content.decode()


def test_who_was_asked_and_is_an_officer_now_reads_no_legal_advice(asked, world):
    LegalAdvice.objects.create(
        concern=asked.concern, asked_on=date(2017, 3, 21), asked_of="Chambers X", question="May we wait?"
    )
    robin = asked.manager.user
    robin.role = Role.IRO
    robin.save()

    status, page = page_of(robin, reverse("concern", args=[asked.concern.public_id]))

    assert status == 200
    assert "Chambers X" not in page


def test_nobody_answers_a_concern_of_their_own(asked, world, as_role):
    asked.concern.stages.filter(number=1).update(asked=asked.officer)
    client = as_role(Role.IRO)
    address = reverse("concern", args=[asked.concern.public_id])

    assert "It is your turn: answer" not in client.get(address).content.decode()
    sent = {"do": "answer", "step": 0, "outcome": "agreed", "answer": "Done"}
    assert client.post(address, sent).status_code in (400, 403)
    assert asked.concern.stages.get(number=1).answered_on is None


def test_reading_leaves_a_row_in_the_childs_diary(asked, world, as_role):
    as_role(Role.SENIOR_MANAGER).get(reverse("concern", args=[asked.concern.public_id]))

    page = as_role(Role.IRO_MANAGER).get(reverse("child_readers", args=[world.alice.public_id]))
    assert "opened a concern" in page.content.decode()


def test_a_sister_named_on_the_page_has_it_in_her_diary_too(asked, world, as_role):
    together = uuid4()
    Concern.objects.filter(pk=asked.concern.pk).update(together=together)
    build.concern(world.benedict, asked.manager, together=together)

    page = as_role(Role.SENIOR_MANAGER).get(reverse("concern", args=[asked.concern.public_id]))

    assert "Benedict Birch" in page.content.decode()
    listed = AuditEvent.objects.get(verb="concerns.listed")
    assert listed.detail["children"] == [world.benedict.pk]
