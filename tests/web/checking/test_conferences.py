"""The conference audit on screen: lists of a quarter, findings, and whose."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.checking.models import ConferenceFinding
from tests.builders import checking as build

MANAGER = Role.IRO_MANAGER
Q4 = {"quarter": "2016/17 Q4"}


@pytest.fixture
def plans(world):
    """Alice: one ended at its first review conference, then another; Benedict: one open for long."""
    first = build.plan(world.alice, date(2016, 11, 1), date(2017, 1, 30), reason_ended="Safe now")
    build.review_conference(world.alice, date(2017, 1, 30), first)
    return first, build.plan(world.alice, date(2017, 2, 6)), build.plan(world.benedict, date(2015, 11, 2))


def test_the_lists_of_the_quarter_that_has_just_ended(plans, as_role, world):
    body = as_role(MANAGER).get(reverse("conference_audit")).content.decode()
    assert "3 entries on the lists of 2016/17 Q4; 0 of 3 looked at." in body
    assert "First review conference and end: 30 January 2017" in body
    assert "15 months were full on 2 February 2017" in body
    assert "An earlier plan ended on 30 January 2017" in body
    event = AuditEvent.objects.order_by("id").last()
    assert (event.verb, event.detail["children"]) == (
        "conference_audit.listed", [world.alice.pk, world.benedict.pk],
    )  # fmt: skip


def test_officers_find_their_own_children(plans, as_role):
    body = as_role(Role.IRO).get(reverse("conference_audit"), Q4).content.decode()
    assert "2 entries on the lists" in body
    assert "Benedict" not in body
    benedicts = reverse("conference_finding", args=[plans[2].public_id, "over_15_months"])
    assert as_role(Role.IRO).get(benedicts, Q4).status_code == 404


def test_a_finding_is_noted_and_shown_beside_the_plan(plans, as_role):
    address = (
        reverse("conference_finding", args=[plans[0].public_id, "ended_at_first_review"])
        + "?quarter=2016/17+Q4"
    )
    client = as_role(Role.IRO)
    page = client.get(address).content.decode()
    assert "30 January 2017: Safe now" in page
    wrong = client.post(address, {"was_right": "yes", "finding": ""})
    assert (wrong.status_code, "Write what was found" in wrong.content.decode()) == (400, True)
    sent = {"was_right": "unclear", "finding": "No father was asked", "learning": "Ask fathers"}
    body = client.post(address, sent, follow=True).content.decode()
    assert "Was it right? It cannot be told." in body
    assert "No father was asked" in body
    assert "Learning: Ask fathers" in body
    assert "1 of 2 looked at" in body
    late = client.post(address, {**sent, "was_right": "no"})
    assert (late.status_code, "Somebody has written here" in late.content.decode()) == (400, True)
    stood = re.search(r'name="stood" value="(\w+)"', late.content.decode()).group(1)
    client.post(address, {**sent, "was_right": "no", "stood": stood})
    assert ConferenceFinding.objects.get().was_right == "no"
    assert "Looked at" in client.get(address).content.decode()


def test_a_plan_that_is_not_on_the_list_is_not_there(plans, as_role):
    client = as_role(MANAGER)
    for plan, trigger in ((plans[0], "over_15_months"), (plans[0], "no-list")):
        address = reverse("conference_finding", args=[plan.public_id, trigger])
        assert client.get(address, Q4).status_code == 404


@pytest.mark.parametrize("quarter", ["2016/17 Q5", "x", "2017/18 Q1", "2016/17"])
def test_a_quarter_that_is_none_or_still_to_come_is_not_there(quarter, as_role):
    assert as_role(MANAGER).get(reverse("conference_audit"), {"quarter": quarter}).status_code == 404


def test_a_quarter_that_runs_is_read_on_the_day(plans, as_role, settings):
    settings.TODAY = date(2017, 2, 2)
    body = as_role(MANAGER).get(reverse("conference_audit"), Q4).content.decode()
    assert "1 entry on the lists of 2016/17 Q4 so far" in body
    default = as_role(MANAGER).get(reverse("conference_audit")).content.decode()
    assert "No plan is on the lists of 2016/17 Q3." in default


def test_the_file(plans, as_role, world):
    answer = as_role(MANAGER).get(reverse("conference_audit_download"), Q4)
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert "conference-audit-2016-17-q4.csv" in answer["Content-Disposition"]
    assert rows[1][:5] == [
        world.alice.number, "Ended at the first review conference", "2016-11-01", "2017-01-30", "2017-01-30",
    ]  # fmt: skip
    assert len(rows) == 4
