"""Peer audits on screen: drawn by the manager, rated blind, shown to both, discussed; and agreement."""

from __future__ import annotations

import csv
import html
import io
import re
from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.checking.models import PeerAudit, Sample
from holdfast.casework.people.models import Worker
from holdfast.casework.records.models import Record, Section
from holdfast.domain.questionnaires.shipped import shipped
from tests.builders import checking as build
from tests.builders import midway
from tests.web.doors import checking as doors

MANAGER = Role.IRO_MANAGER
BAD = {**build.GOOD, "care_plan_quality": "inadequate"}


def signed_in(worker: Worker) -> Client:
    client = Client()
    client.force_login(worker.user)
    return client


@pytest.fixture
def things(world) -> SimpleNamespace:
    """Alice's review, held by Sam with a signed record; Kim rates it."""
    found = SimpleNamespace(**doors.prepare(world), world=world)
    record = Record.objects.create(review=world.review, signed_on=date(2016, 6, 20))
    Section.objects.create(record=record, key="views", text="A quiet year", saved_at="2016-06-20T10:00:00Z")
    midway.decisions(world.review, released=date(2016, 6, 1))
    found.sam, found.kim = found.peer_audit.officer, found.peer_audit.rater
    found.page = reverse("peer_audit", args=[found.peer_audit.public_id])
    return found


def test_the_rater_reads_the_record_and_none_of_the_ratings(things):
    things.peer_audit.officer_ratings = BAD
    things.peer_audit.save()
    body = signed_in(things.kim).get(things.page).content.decode()

    assert "Alice Arden" in body
    assert "Record of the review" in body or "hf-document" in body
    asked = shipped("child_in_care").question("care_plan_quality")
    assert all(html.escape(f"{one.label}: {one.anchor}") in body for one in asked.options)
    assert "checked" not in body
    assert "Both ratings" not in body
    event = AuditEvent.objects.order_by("id").last()
    assert (event.verb, event.detail["child"]) == ("peer_audit.read", things.world.alice.pk)


def test_the_child_and_its_other_pages_stay_closed_to_the_rater(things):
    client, review = signed_in(things.kim), things.world.review
    for address in (
        reverse("child", args=[things.world.alice.public_id]),
        reverse("review", args=[review.public_id]),
        reverse("monitor", args=[review.public_id]),
        reverse("monitor_print", args=[review.public_id]),
        reverse("record", args=[review.public_id]),
        reverse("decisions", args=[review.public_id]),
        reverse("child_tiers", args=[things.world.alice.public_id]),
    ):
        assert client.get(address).status_code == 404, address


def test_half_done_comes_back(things):
    client = signed_in(things.kim)
    answer = client.post(things.page, {"do": "keep", "care_plan_quality": "inadequate"}, follow=True)
    body = answer.content.decode()
    assert "Nobody else sees it until you have finished" in body
    assert body.count("checked") == 1
    officer = signed_in(things.sam).get(things.page).content.decode()
    assert "is rating the review" in officer
    assert "Inadequate" not in officer


def test_finishing_needs_every_answer_and_shows_both(things):
    client = signed_in(things.kim)
    wrong = client.post(things.page, {"do": "rate", **BAD, "corporate_parenting": ""})
    assert (wrong.status_code, "Answer question 29." in wrong.content.decode()) == (400, True)
    body = client.post(things.page, {"do": "rate", **BAD}, follow=True).content.decode()
    assert "Both ratings" in body
    assert "≠ 2 grades apart" in body
    assert body.count("✓ The same") == 3
    again = client.post(things.page, {"do": "rate", **build.GOOD})
    assert (again.status_code, "both have seen the ratings" in again.content.decode()) == (400, True)
    assert PeerAudit.objects.get().ratings == BAD


def rated(things) -> None:
    audit = things.peer_audit
    audit.ratings, audit.rated_on = BAD, date(2017, 3, 20)
    audit.save()


def test_either_writes_down_what_was_agreed_and_then_the_record_is_closed_to_the_rater(things):
    rated(things)
    officer, rater = signed_in(things.sam), signed_in(things.kim)
    assert "Alice Arden" in rater.get(things.page).content.decode()
    wrong = officer.post(things.page, {"do": "discuss", "outcome": ""})
    assert (wrong.status_code, "Write what you agreed" in wrong.content.decode()) == (400, True)
    body = officer.post(
        things.page, {"do": "discuss", "outcome": "It was vague"}, follow=True
    ).content.decode()
    assert "It was vague" in body
    after = rater.get(things.page).content.decode()
    assert "Both ratings" in after
    assert "Alice" not in after
    assert "hf-document" not in after


def test_neithers_words_vanish_when_both_write_at_once(things):
    rated(things)
    officer, rater = signed_in(things.sam), signed_in(things.kim)
    officer.post(things.page, {"do": "discuss", "outcome": "It was vague", "stood": ""})
    late = rater.post(things.page, {"do": "discuss", "outcome": "It was good", "stood": ""})
    body = late.content.decode()
    assert (late.status_code, "The other officer has written here" in body) == (400, True)
    assert "It was vague" in body
    assert "It was good" in body
    stood = re.search(r'name="stood" value="(\w+)"', body).group(1)
    sent = {"do": "discuss", "outcome": "Good, but vague", "stood": stood}
    assert rater.post(things.page, sent).status_code == 302


def test_the_officer_cannot_rate_and_others_find_nothing(things, as_role):
    answer = signed_in(things.sam).post(things.page, {"do": "rate", **build.GOOD})
    assert answer.status_code == 404
    assert as_role(MANAGER).post(things.page, {"do": "discuss", "outcome": "x"}).status_code in (400, 404)
    third = build.officer("Dana Reed", number=0)
    assert signed_in(third).get(things.page).status_code == 404
    assert signed_in(things.kim).post(things.page, {"do": "else"}).status_code == 400


def test_the_manager_sees_ratings_once_both_have_rated(things, as_role):
    before = as_role(MANAGER).get(things.page).content.decode()
    assert "is rating the review" in before
    assert "Outstanding" not in before
    rated(things)
    after = as_role(MANAGER).get(things.page).content.decode()
    assert "Inadequate" in after
    assert "hf-document" not in after


def test_the_lists_and_my_work(things):
    rater, officer = signed_in(things.kim), signed_in(things.sam)
    address = reverse("peer_audits")
    assert "1 review for you to rate." in rater.get(address).content.decode()
    assert "Kim Lark is rating it" in officer.get(address).content.decode()
    home = rater.get("/").content.decode()
    assert "Peer audits to rate" in home
    assert things.page in home
    assert "Peer audits" not in officer.get("/").content.decode().split("<main")[1]
    rated(things)
    for client in (rater, officer):
        assert "1 review for you to discuss." in client.get(address).content.decode()
    assert "Peer audits to discuss" in officer.get("/").content.decode()


def test_the_manager_draws_a_sample_and_sees_what_of(world, as_role):
    for name in ("Amara Obi", "Ben Lark", "Chris Moss"):
        build.officer(name)
    client = as_role(MANAGER)
    drawn = {"month": "2017-02-01", "per_officer": "2", "seed": "41"}
    body = client.post(reverse("peer_audits"), drawn, follow=True).content.decode()
    assert "6 reviews drawn from the 9 of 9 completed in February 2017" in body
    assert "Seed 41, 2 of each officer" in body
    assert "2 of 3" in body
    again = client.post(reverse("peer_audits"), drawn)
    assert again.status_code == 400
    assert "February 2017" not in client.get(reverse("peer_audits")).content.decode().split("id_month")[-1]


def test_a_seed_left_blank_is_chosen_by_chance(world, as_role):
    for name in ("Amara Obi", "Ben Lark"):
        build.officer(name)
    as_role(MANAGER).post(reverse("peer_audits"), {"month": "2017-02-01", "per_officer": "1"})
    assert Sample.objects.get().seed < 1_000_000


def test_a_month_without_monitors_says_so(world, as_role):
    answer = as_role(MANAGER).post(reverse("peer_audits"), {"month": "2016-05-01", "per_officer": "2"})
    assert "0 of the 1 reviews completed in this month have a finished monitor" in answer.content.decode()


def test_officers_draw_nothing(things):
    answer = signed_in(things.sam).post(reverse("peer_audits"), {"month": "2017-02-01", "per_officer": "2"})
    assert answer.status_code == 403


def test_an_audit_is_handed_on(things, as_role):
    other = build.officer("Dana Reed", number=0)
    address = reverse("peer_sample", args=[things.peer_sample.public_id])
    client = as_role(MANAGER)
    sent = {"audit": things.peer_audit.public_id, "rater": str(other.public_id)}
    body = client.post(address, sent, follow=True).content.decode()
    assert "Saved. The other officer finds it" in body
    assert PeerAudit.objects.get().rater == other
    wrong = client.post(address, {**sent, "rater": ""})
    assert (wrong.status_code, "Choose who rates it" in wrong.content.decode()) == (400, True)
    assert client.post(address, {"audit": "x"}).status_code == 400


def test_agreement_says_n_and_that_there_are_few(things, as_role):
    address = reverse("peer_agreement")
    assert "No review of the samples of 2016/17" in as_role(Role.IRO).get(address).content.decode()
    rated(things)
    body = as_role(Role.IRO).get(address).content.decode()
    assert "0.0% (0 of 1)" in body
    assert "100.0% (1 of 1)" in body
    assert "One rating by both is too few" in body
    assert "May 2016" in body
    assert "</span>, few" in body
    text = as_role(MANAGER).get(reverse("peer_agreement_download")).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[1][1:5] == ["2016/17", "1", "1", "100.0"]
    assert len(rows) == 1 + 4 * 6
    assert as_role(MANAGER).get(address, {"year": "1999/00"}).status_code == 404
