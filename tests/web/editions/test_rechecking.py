"""An edition is checked by rule beside its own page: what it says of a right one and of a wrong one, and to whom."""

from __future__ import annotations

import time

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.domain.edition_states import State
from holdfast.reports import editions as kept
from holdfast.reports.annual.authority import Authority
from holdfast.web.editions import rechecking
from tests.builders import editions

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(world):
    return kept.prepare(
        kind="annual", year_ending=2017, authority=Authority("Testshire"), day=editions.DAY, by=None
    )


def address(report, audience: str) -> str:
    return reverse("edition_recheck", args=[report.public_id, audience])


@pytest.mark.parametrize(("audience", "words"), [("inside", "for the service"), ("public", "for the public")])
def test_an_edition_in_which_all_agrees_says_so(as_role, report, audience, words) -> None:
    client = as_role(Role.ANALYST)
    edition = client.get(reverse("edition", args=[report.public_id])).content.decode()
    assert address(report, audience) in edition

    page = client.get(address(report, audience)).content.decode()

    assert f"Annual report 2016/17, edition 1, {words}: " in page
    found = [
        line
        for group in client.get(address(report, audience)).context["result"].groups
        for line in group.lines
    ]
    assert found == []
    assert "Nothing was found that does not agree." in page
    assert "Download the findings" not in page


def test_a_slip_is_shown_in_its_cell_and_can_be_taken_away(as_role, report, monkeypatch) -> None:
    wrong = b"<table><caption>Table 1: Fruit</caption><tr><th>Fruit<th>North<th>South<tr><th>Apples<td>1<td>2"
    wrong += b"<tr><th>Pears<td>3<td>4<tr><th>Total<td>4<td>9</table>"

    class Ink:
        def print(self, document):
            return wrong

    monkeypatch.setitem(rechecking.INKS, "html", Ink())
    client = as_role(Role.IRO_MANAGER)

    answer = client.get(address(report, "inside"))

    assert "<mark>9</mark>" in answer.content.decode()
    assert "9 is printed, but 2 (Apples) + 4 (Pears) add up to 6." in answer.content.decode()
    taken = client.post(reverse("check_report_findings"), {"findings": answer.context["sealed"]})
    assert taken.status_code == 200
    assert "add up to 6." in taken.content.decode()
    # who may read the edition and not check reports is not offered the file
    assert "Download the findings" not in as_role(Role.IRO).get(address(report, "inside")).content.decode()


def test_it_is_a_read_of_the_edition(as_role, report) -> None:
    as_role(Role.ANALYST).get(address(report, "public"))

    detail = AuditEvent.objects.filter(verb="edition.read").latest("pk").detail
    assert (detail["audience"], detail["found"]) == ("public", 0)
    assert detail["tables"] > 10


def test_whoever_only_publishes_checks_the_public_copy_alone(as_role, report) -> None:
    senior = as_role(Role.SENIOR_MANAGER)
    assert senior.get(address(report, "public")).status_code == 404
    editions.brought_to(report, State.SIGNED)

    assert senior.get(address(report, "public")).status_code == 200
    assert senior.get(address(report, "inside")).status_code == 403
    assert as_role(Role.BOARD_READER).get(address(report, "public")).status_code == 403
    assert as_role(Role.ANALYST).get(address(report, "nobody")).status_code == 404


def test_the_answer_comes_soon(as_role, report) -> None:
    client = as_role(Role.ANALYST)
    client.get(address(report, "inside"))  # the drawing of charts is loaded once
    begun = time.perf_counter()
    client.get(address(report, "inside"))
    assert time.perf_counter() - begun < 10
