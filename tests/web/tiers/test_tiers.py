"""A child's tiers, and steps over the whole service."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.tiers.models import StepReason, TierSpan
from tests.builders import care
from tests.web.doors import tiers as doors

MANAGER = Role.IRO_MANAGER
YEAR = {"year": "2016/17"}


@pytest.fixture
def page(world):
    """Alice: early help, in need, closed for two weeks, in care since 2 May 2016."""
    doors.prepare(world)
    return reverse("child_tiers", args=[world.alice.public_id])


def a_day(name: str, day: date) -> dict[str, int]:
    return {f"{name}_0": day.day, f"{name}_1": day.month, f"{name}_2": day.year}


def test_the_page_tells_the_tier_and_every_step(page, as_role):
    body = as_role(Role.IRO).get(page).content.decode()

    assert "In care, since 2 May 2016" in body
    assert "↑ Step up: Closed to In care" in body
    assert "↓ Step down: Child in need to Closed" in body
    assert "The aims were met" in body
    assert (
        "Child in need had lasted about 3 months. Back at “Child in need” or above within 3 months." in body
    )
    assert "Known here since 7 September 2015, first as: Early help." in body


def test_who_only_reads_finds_no_form(page, as_role):
    client = as_role(Role.SOCIAL_WORKER)
    assert b'name="do"' not in client.get(page).content
    assert client.post(page, {"do": "begin", "tier": "early_help"}).status_code == 403


def test_early_help_is_entered_ended_and_taken_back(page, as_role, world):
    client = as_role(Role.IRO)
    begun = {"do": "begin", "tier": "care_leaver", **a_day("started", date(2017, 2, 1))}
    assert client.post(page, begun).status_code == 302
    span = TierSpan.objects.get(tier="care_leaver")
    ended = {"do": "end", "span": span.public_id, **a_day("ended", date(2017, 3, 1))}
    assert client.post(page, ended).status_code == 302
    span.refresh_from_db()
    assert span.ended == date(2017, 3, 1)
    answer = client.post(page, {"do": "back", "span": span.public_id}, follow=True)
    assert "Taken back" in answer.content.decode()
    assert not TierSpan.objects.filter(tier="care_leaver").exists()


def test_what_is_wrong_stands_beside_its_field(page, as_role):
    client = as_role(Role.IRO)
    wrong = client.post(page, {"do": "begin", "tier": "early_help", **a_day("started", date(2015, 10, 1))})
    assert wrong.status_code == 400
    assert "Early help from 7 September 2015 to 10 January 2016 is on record" in wrong.content.decode()
    span = TierSpan.objects.get()
    wrong = client.post(page, {"do": "end", "span": span.public_id, **a_day("ended", date(2015, 9, 1))})
    assert "This is before the first day" in wrong.content.decode()
    gone = client.post(page, {"do": "back", "span": "x"})
    assert (gone.status_code, "no longer on record" in gone.content.decode()) == (400, True)


def test_why_is_said_and_corrected(page, as_role, world):
    client = as_role(Role.IRO)
    said = {"do": "why", "on": "2016-05-02", "reason": "Not safe at home", "review": world.review.public_id}
    assert client.post(page, said).status_code == 302
    assert StepReason.objects.get(on=date(2016, 5, 2)).review == world.review
    client.post(page, {**said, "reason": "No longer safe"})
    assert StepReason.objects.get(on=date(2016, 5, 2)).reason == "No longer safe"
    wrong = client.post(page, {**said, "reason": ""})
    assert (wrong.status_code, "Say why the child moved" in wrong.content.decode()) == (400, True)
    gone = client.post(page, {**said, "on": "2016-05-03"})
    assert "No step of 3 May 2016 is on record any more" in gone.content.decode()
    assert client.post(page, {**said, "on": "soon"}).status_code == 400
    assert client.post(page, {"do": "else"}).status_code == 400


def test_a_child_of_whom_nothing_is_known_says_what_to_do(as_role, world):
    world.alice.episodes.all().delete()
    world.alice.periods_of_care.all().delete()
    body = as_role(Role.IRO).get(reverse("child_tiers", args=[world.alice.public_id])).content.decode()
    assert "Nothing is on record that a tier could be read from" in body


def test_the_years_table_has_n_and_its_base(page, as_role):
    body = as_role(MANAGER).get(reverse("steps"), YEAR).content.decode()
    assert "2 steps in 2016/17" in body
    assert "100.0% (1 of 1)" in body
    assert "Too early to tell" in body
    assert "1 child became known in it" in body  # Benedict came straight into care


def test_a_role_without_rows_sees_numbers_and_no_way_to_them(page, as_role):
    body = as_role(Role.BUSINESS_SUPPORT).get(reverse("steps"), YEAR).content.decode()
    assert "2 steps in 2016/17" in body
    assert reverse("steps_rows") not in body


def test_the_list_behind_shows_officers_their_own(page, as_role, world):
    care.left_care(world.benedict, date(2017, 1, 9))
    address = reverse("steps_rows")
    assert "3 of 3 steps" in as_role(MANAGER).get(address, YEAR).content.decode()
    body = as_role(Role.IRO).get(address, YEAR).content.decode()
    assert "2 of 3 steps in 2016/17: those of the children you may see" in body
    assert "Benedict" not in body
    event = AuditEvent.objects.order_by("id").last()
    assert (event.verb, event.detail["children"]) == ("steps.listed", [world.alice.pk])
    one = as_role(MANAGER).get(address, {**YEAR, "from": "care", "to": "closed"}).content.decode()
    assert "1 of 1 step in 2016/17" in one
    assert "Nobody has said why yet" in one


def test_an_empty_list_says_why(page, as_role):
    body = as_role(MANAGER).get(reverse("steps_rows"), {**YEAR, "from": "cp", "to": "cin"}).content.decode()
    assert "No such step is on record" in body


def test_a_year_without_a_step_says_where_they_come_from(world, as_role):
    body = as_role(MANAGER).get(reverse("steps"), YEAR).content.decode()
    assert "No step is on record in 2016/17" in body
    assert "Choose another year" in body


@pytest.mark.parametrize("query", [{"year": "2016/18"}, {"year": "x"}, {"from": "nowhere"}])
def test_what_is_not_offered_is_not_there(query, as_role, db):
    assert as_role(MANAGER).get(reverse("steps_rows"), query).status_code == 404


def test_the_files(page, as_role, world):
    def lines(name: str) -> list[list[str]]:
        text = as_role(MANAGER).get(reverse(name), YEAR).content.decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text)))

    table = {(row[0], row[1]): row[2:] for row in lines("steps_download")}
    assert len(table) == 31
    assert table["Child in need", "Closed"] == ["1", "1", "1", "1", "1", "0", "0"]
    header, newest, *_ = lines("steps_rows_download")
    assert header[:4] == ["Child", "Day", "From", "To"]
    assert newest[:4] == [world.alice.number, "2016-05-02", "Closed", "In care"]
