"""Quarterly packs on screen: the reader’s inbox, one pack, the answer; the manager’s plans, words and readers."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.editions.models import Edition, PackAnswer, PackPlan, Receipt, State
from tests.builders import packs as build
from tests.builders import people

SENT = (Role.IRO, Role.IRO_MANAGER, Role.TEAM_MANAGER, Role.SENIOR_MANAGER)


@pytest.fixture
def sent(world) -> Edition:
    """A pack for one of each role that receives packs."""
    edition = build.draft()
    build.sent(edition, *(world.users[role] for role in SENT))
    return edition


# --- who may open one -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", ["pack", "pack_answer"])
def test_a_pack_that_was_sent_to_others_is_not_there(name, role, sent, world):
    client = Client()
    client.force_login(people.user(role, name="Kim Lark"))

    answer = client.get(reverse(name, args=[sent.public_id]))

    writes = role in (Role.IRO_MANAGER, Role.ANALYST)
    receives = role in SENT
    if name == "pack":
        assert answer.status_code == (200 if writes else 404 if receives else 403)
    else:
        assert answer.status_code == (404 if receives else 403)


@pytest.mark.parametrize("role", [Role.IRO, Role.TEAM_MANAGER, Role.SENIOR_MANAGER])
def test_a_draft_is_not_there_for_its_readers(role, world, as_role):
    edition = build.draft()
    edition.plan.readers.set([world.users[role]])

    assert as_role(role).get(reverse("pack", args=[edition.public_id])).status_code == 404


@pytest.mark.parametrize("role", SENT)
@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_a_pack_is_taken_as_a_file_and_that_is_written_down(kind, role, sent, world, as_role):
    answer = as_role(role).get(reverse("pack_download", args=[sent.public_id, kind]))

    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="quarterly-pack-2016-17-q3.{kind}"'
    event = AuditEvent.objects.filter(verb="pack.read").last()
    assert event.detail["format"] == kind
    assert Receipt.objects.get(user=world.users[role]).opened_at is not None


def test_small_numbers_are_hidden_from_who_may_not_see_the_children(sent, as_role):
    address = reverse("pack", args=[sent.public_id])

    assert "c of 13" in as_role(Role.SENIOR_MANAGER).get(address).content.decode()
    assert "3 of 13 (23.1%)" in as_role(Role.IRO_MANAGER).get(address).content.decode()


# --- the reader -------------------------------------------------------------------------------------------------


def test_a_pack_waits_on_the_desk_until_it_is_read_and_answered(sent, as_role):
    client = as_role(Role.SENIOR_MANAGER)

    assert "Quarterly pack 2016/17 Q3, The whole service" in client.get("/").content.decode()
    client.get(reverse("pack", args=[sent.public_id]))
    assert "Answer by Friday 7 April 2017" in client.get("/").content.decode()
    _answer(client, sent)
    assert "Quarterly pack" not in client.get("/").content.decode()


def _answer(client, edition, **facts):
    given = {"what": "done", "text": "A list goes out each Monday.", **facts}
    return client.post(reverse("pack_answer", args=[edition.public_id]), given)


def test_an_answer_is_kept_and_shown_to_reader_and_manager(sent, as_role):
    client = as_role(Role.TEAM_MANAGER)
    answer = _answer(client, sent, done_by_0="30", done_by_1="4", done_by_2="2017")

    assert answer.status_code == 302
    kept = PackAnswer.objects.get()
    assert (kept.text, kept.done_by) == ("A list goes out each Monday.", date(2017, 4, 30))
    assert "A list goes out each Monday." in client.get(answer["Location"]).content.decode()
    page = as_role(Role.IRO_MANAGER).get(reverse("pack_readers", args=[sent.public_id])).content.decode()
    assert "answered by 1 of 4" in page
    assert "A list goes out each Monday." in page


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"what": ""}, "Choose whether something was or will be done"),
        ({"text": ""}, "Say what was or will be done"),
        ({"text": "Alice Arden is seen each week."}, "This seems to name a child"),
        ({"what": "nothing", "done_by_0": "1", "done_by_1": "5", "done_by_2": "2017"}, "leave the day empty"),
    ],
)
def test_an_answer_that_cannot_stand_is_refused_in_words(facts, said, sent, as_role):
    answer = _answer(as_role(Role.TEAM_MANAGER), sent, **facts)

    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not PackAnswer.objects.exists()


def test_an_empty_inbox_says_what_will_stand_there(world, as_role):
    page = as_role(Role.TEAM_MANAGER).get(reverse("packs")).content.decode()

    assert "No pack was sent to you yet" in page


# --- the manager ------------------------------------------------------------------------------------------------


def test_a_pack_is_planned_changed_and_prepared(world, as_role):
    client = as_role(Role.IRO_MANAGER)
    facts = {"about": "theme:practice", "due_days": "10", "from_date_0": "1", "from_date_1": "4",
             "from_date_2": "2016", "readers": [str(world.users[Role.SENIOR_MANAGER].public_id)]}  # fmt: skip

    assert client.post(reverse("pack_plan_new"), facts).status_code == 302
    plan = PackPlan.objects.get()
    assert (plan.theme, plan.due_days, plan.readers.count()) == ("practice", 10, 1)
    refused = client.post(reverse("pack_plan_new"), facts)
    assert (refused.status_code, PackPlan.objects.count()) == (400, 1)
    client.post(reverse("pack_plan", args=[plan.public_id]), {**facts, "due_days": "12"})
    plan.refresh_from_db()
    assert plan.due_days == 12
    answer = client.post(reverse("pack_prepare", args=[plan.public_id]))
    edition = Edition.objects.get()
    assert answer["Location"] == reverse("pack", args=[edition.public_id])
    assert (edition.quarter, edition.state, edition.plan) == (3, State.DRAFT, plan)
    again = client.post(reverse("pack_prepare", args=[plan.public_id]), follow=True)
    assert "This pack is prepared already" in again.content.decode()


def test_a_draft_is_given_words_taken_anew_and_sent(world, as_role):
    edition, client = build.draft(), as_role(Role.IRO_MANAGER)
    words = reverse("pack_words", args=[edition.public_id, "pack-q3-summary"])

    assert client.post(words, {"text": "A quiet quarter."}).status_code == 302
    page = client.get(reverse("pack", args=[edition.public_id])).content.decode()
    assert "A quiet quarter." in page
    assert client.post(reverse("pack_anew", args=[edition.public_id])).status_code == 302
    edition.refresh_from_db()
    answer = client.post(reverse("pack_send", args=[edition.public_id]), _to(world, edition))
    edition.refresh_from_db()
    assert (answer.status_code, edition.state) == (302, State.PUBLISHED)
    receipt = Receipt.objects.get()
    assert (receipt.user, receipt.answer_by) == (world.users[Role.SENIOR_MANAGER], date(2017, 4, 14))
    assert client.get(words).status_code == 404


def _to(world, edition, **facts):
    reader = str(world.users[Role.SENIOR_MANAGER].public_id)
    day = {"answer_by_0": "14", "answer_by_1": "4", "answer_by_2": "2017"}
    return {"readers": [reader], "seen": edition.digest, **day, **facts}


def test_two_managers_who_send_at_once_send_once(world, as_role):
    edition = build.draft()
    first, second = as_role(Role.IRO_MANAGER), Client()
    second.force_login(people.user(Role.IRO_MANAGER, name="Ali Vale"))
    address = reverse("pack_send", args=[edition.public_id])

    assert first.post(address, _to(world, edition)).status_code == 302
    # the second had the form open before: whom they chose has it already, so nothing goes twice
    late = second.post(address, _to(world, edition))

    assert late.status_code == 400
    assert Receipt.objects.count() == 1


def test_a_draft_that_changed_while_it_was_read_is_not_sent(world, as_role):
    edition = build.draft()
    answer = as_role(Role.IRO_MANAGER).post(
        reverse("pack_send", args=[edition.public_id]), _to(world, edition, seen="0" * 64)
    )

    assert answer.status_code == 400
    assert "was changed after you opened the page" in answer.content.decode()


def test_words_that_name_a_child_keep_a_pack_from_being_sent(world, as_role):
    edition = build.draft(texts={"pack-q3-summary": "Alice Arden moved twice."})
    answer = as_role(Role.IRO_MANAGER).post(
        reverse("pack_send", args=[edition.public_id]), _to(world, edition)
    )

    assert answer.status_code == 400
    assert "This seems to name a child" in answer.content.decode()
    assert not Receipt.objects.exists()


def test_a_withdrawn_pack_is_gone_for_its_readers(sent, as_role):
    manager, reader = as_role(Role.IRO_MANAGER), as_role(Role.SENIOR_MANAGER)
    address = reverse("pack_withdraw", args=[sent.public_id])

    assert manager.post(address, {"reason": ""}).status_code == 400
    assert manager.post(address, {"reason": "A figure was wrong"}).status_code == 302
    assert reader.get(reverse("pack", args=[sent.public_id])).status_code == 404
    assert "Quarterly pack" not in reader.get("/").content.decode()


def test_an_empty_plan_says_what_to_do(world, as_role):
    page = as_role(Role.IRO_MANAGER).get(reverse("packs_manage")).content.decode()

    assert "No pack is planned" in page
    assert "No draft waits" in page
