"""The record written, signed, read, printed and given as a Word file."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from docx import Document

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.queries import events_about
from holdfast.casework.preparing.models import Invitee
from holdfast.casework.records.models import Record, Section
from holdfast.casework.reviews.actions import correct_review, override_participation

READERS = [Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.BUSINESS_SUPPORT]


def text(response) -> str:
    return response.content.decode()


def test_each_part_is_saved_with_its_version(as_role, address, things):
    sent = {"text_child_views": "Alice wants a cat.", "version_child_views": "1",
            "text_plan": "Stay.", "version_plan": "0", "save": "1"}  # fmt: skip

    response = as_role(Role.IRO).post(address("record"), sent, follow=True)

    assert "Saved at" in text(response)
    found = dict(Section.objects.filter(record=things.record).values_list("key", "text"))
    assert found == {"child_views": "Alice wants a cat.", "plan": "Stay."}


def test_the_second_to_save_gets_both_texts(as_role, address, things):
    sent = {"text_child_views": "From the manager.", "version_child_views": "0",
            "text_plan": "Stay.", "version_plan": "0"}  # fmt: skip

    response = as_role(Role.IRO_MANAGER).post(address("record"), sent)

    page = text(response)
    assert response.status_code == 409
    assert ">\nAlice wants a dog.\n\nFrom the manager.</textarea>" in page
    assert 'name="version_child_views" value="1"' in page
    found = dict(Section.objects.filter(record=things.record).values_list("key", "text"))
    assert found == {"child_views": "Alice wants a dog.", "plan": "Stay."}


@pytest.mark.parametrize("role", READERS)
def test_nobody_else_reads_a_record_before_it_is_signed(as_role, address, role):
    client = as_role(role)

    assert "Alice wants a dog." not in text(client.get(address("record")))
    for version in ("full", "child"):
        assert client.get(address("record_print", version)).status_code == 404
        assert client.get(address("record_word", version)).status_code == 404


@pytest.mark.parametrize("role", READERS)
def test_a_signed_record_is_read_without_the_officers_notes(as_role, address, role):
    client = as_role(role)

    assert "Words." in text(client.get(address("record", signed=True)))
    assert client.get(address("record_notes", signed=True)).status_code == 403
    assert client.post(address("record", signed=True), {"text_plan": "No."}).status_code == 403


def test_notes_are_in_no_version(as_role, address, things):
    client = as_role(Role.IRO)
    assert "Mind the stairs." in text(client.get(address("record_notes")))

    for version in ("full", "decisions", "child"):
        assert "stairs" not in text(client.get(address("record_print", version)))
        assert "stairs" not in words_of(client.get(address("record_word", version)))


def test_two_in_the_notes_lose_nothing(as_role, address):
    response = as_role(Role.IRO_MANAGER).post(
        address("record_notes"), {"text": "Mind the dog.", "version": "0"}
    )

    assert response.status_code == 409
    assert ">\nMind the stairs.\n\nMind the dog.</textarea>" in text(response)


def test_the_record_is_signed_once_it_is_whole(as_role, address, things):
    client = as_role(Role.IRO)
    page = text(client.get(address("record_sign")))
    assert "Still blank" in page
    assert "Sign and close" not in page
    rest = {
        "text_plan": "Stay.",
        "version_plan": "0",
        "text_officer_view": "Good.",
        "version_officer_view": "0",
    }
    client.post(address("record"), rest)
    assert "are not released yet" in text(client.post(address("record_sign")))
    client.post(address("decisions_release"))

    response = client.post(address("record_sign"), follow=True)

    assert response.redirect_chain[0][0] == address("recipients")
    assert Record.objects.get(pk=things.record.pk).signed_on


def test_what_was_written_while_somebody_signed_is_offered_as_an_addition(as_role, address):
    late = as_role(Role.IRO).post(
        address("record", signed=True),
        {"text_plan": "Go.", "version_plan": "1", "text_child_views": "Words."},
    )

    assert late.status_code == 409
    assert "the record was signed while you were writing" in text(late)
    assert ">\nThe plan: Go.</textarea>" in text(late)


def test_an_addendum_stands_below_the_record(as_role, address):
    client = as_role(Role.IRO)
    client.post(address("record_add", signed=True), {"text": "It was Leeds Road."})

    page = text(client.get(address("record", signed=True)))

    assert (
        page.index("Words.") < page.index("Added on 31 March 2017 by Sam") < page.index("It was Leeds Road.")
    )
    assert "not signed yet" in text(client.get(address("record_add"), follow=True))


def test_the_versions_hold_what_their_readers_receive(as_role, address):
    client = as_role(Role.SOCIAL_WORKER)
    full, decisions, child = (
        words_of(client.get(address("record_word", version, signed=True)))
        for version in ("full", "decisions", "child")
    )

    assert "The reviewing officer’s view" in full
    assert all("A dentist for Alice" in version for version in (full, decisions, child))
    assert "Words." not in decisions
    assert "What you told us" in child
    assert "The reviewing officer’s view" not in child


@pytest.mark.parametrize("version", ["full", "decisions", "child"])
def test_a_word_file_names_nobody_outside_its_text(as_role, address, version):
    response = as_role(Role.IRO).get(address("record_word", version, signed=True))

    name = re.search(r'filename="(.+)"', response["Content-Disposition"])[1]
    core = Document(io.BytesIO(response.content)).core_properties
    told = " ".join([name, core.title, core.author, core.subject, core.comments, core.keywords])
    assert not re.search("Alice|Arden", told)
    assert not re.search(r"\d{4}", name)


def test_a_word_file_of_the_demonstration_says_that_it_is_invented(as_role, address, monkeypatch):
    real = words_of(as_role(Role.IRO).get(address("record_word", "full", signed=True)))
    monkeypatch.setattr("holdfast.web.record.reading.is_demonstration", lambda _request: True)

    invented = words_of(as_role(Role.IRO).get(address("record_word", "full", signed=True)))

    assert "invented" not in real
    assert invented.startswith("A demonstration:")


def test_the_window_of_a_printed_record_names_nobody(as_role, address):
    page = text(as_role(Role.IRO).get(address("record_print", "full", signed=True)))

    assert "Alice" not in re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1]


def test_an_unknown_version_is_not_there(as_role, address):
    assert as_role(Role.IRO).get(address("record_print", "none", signed=True)).status_code == 404


def words_of(response) -> str:
    document = Document(io.BytesIO(response.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_page_that_answers_what_was_refused_is_a_reading_too(as_role, world):
    client = as_role(Role.IRO)

    answer = client.post(reverse("decisions", args=[world.review.public_id]), {"what": ""})

    assert answer.status_code == 400
    assert [event.verb for event in events_about(world.review)] == ["review.read"]


def test_signs_that_no_document_can_hold_stop_neither_the_record_nor_its_word_file(as_role, address, things):
    client = as_role(Role.IRO)
    sent = {"text_plan": "Stay.\x00\x07\vThen 🙂", "version_plan": "0"}
    client.post(address("record"), sent)
    Invitee.objects.create(review=things.later, name="Jo\x07 Reed", relation="carer", came="yes")

    file = client.get(address("record_word", "full"))

    assert Section.objects.get(record=things.record, key="plan").text == "Stay.\nThen 🙂"
    assert "Jo Reed (carer)" in "\n".join(p.text for p in Document(io.BytesIO(file.content)).paragraphs)


def test_a_signed_record_says_what_it_said_and_names_what_was_corrected_since(as_role, address, world):
    client, whole = as_role(Role.IRO), address("record_print", "full", signed=True)
    signed = client.get(whole).context["document"].facts
    review = Record.objects.get(signed_on__isnull=False).review

    override_participation(review=review, code="PN4", reason="Nothing was said.", by=None)
    correct_review(review=review, changes={"completed_on": review.held_on + timedelta(days=3)}, by=None)

    now = client.get(whole).context["document"].facts
    assert now[: len(signed)] == signed
    assert [name for name, _ in now[len(signed) :]] == [
        "Corrected since it was signed: held on",
        "Corrected since it was signed: how the child took part",
    ]
    assert "Corrected since" not in text(client.get(address("record_print", "child", signed=True)))
