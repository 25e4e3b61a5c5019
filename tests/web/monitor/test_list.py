"""The page of monitors: the share with n and N, those missing with the oldest first, filters, and the same as CSV."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.web.monitor.share import Share
from tests.builders import monitors, people, reviews
from tests.web.monitor.conftest import seen
from tests.web.monitor.test_filling import text

LIST = "/monitors"


@pytest.fixture
def two_officers(world: Any) -> Any:
    """Sam: one finished of three in 2016/17; Kim, of Benedict: none of one. All of Sam's last quarter's are missing."""
    monitors.finished(seen(world.review))
    monitors.begun(reviews.review(world.alice, date(2016, 8, 22)))
    reviews.review(world.alice, date(2017, 2, 14))
    people.allocated(world.benedict, people.worker("Kim Lark"))
    reviews.review(world.benedict, date(2016, 12, 1))
    return world


def test_a_manager_sees_the_share_of_each_officer_and_of_all(two_officers, as_role):
    said = text(as_role(Role.IRO_MANAGER).get(LIST))

    assert "1 of 4 reviews (25%) has a finished monitor; 3 are missing." in said
    assert "Sam Fielding 33% (1 of 3) 2" in said
    assert "Kim Lark 0% (0 of 1) 1" in said
    assert "All officers 25% (1 of 4) 3" in said


def test_the_missing_stand_with_the_oldest_first(two_officers, as_role):
    said = text(as_role(Role.IRO_MANAGER).get(LIST))

    days = ["Monday 22 August 2016", "Thursday 1 December 2016", "Tuesday 14 February 2017"]
    places = [said.index(day) for day in days]
    assert places == sorted(places)
    assert "155 working days ago" in said
    assert "Half done" in said


def test_an_officer_sees_their_own_children_only(two_officers, as_role):
    said = text(as_role(Role.IRO).get(LIST))

    assert "1 of 3 reviews (33%)" in said
    assert "Benedict" not in said
    assert "Kim" not in said


@pytest.mark.parametrize(
    ("query", "share"),
    [
        ("?period=2016-17-Q4", "0 of 1 reviews (0%)"),
        ("?period=2016-17-Q2", "0 of 1 reviews (0%)"),
        ("?period=2015-16", "No review was completed in this period"),
        ("?kind=conference", "No review was completed in this period"),
        ("?kind=child_in_care", "1 of 4 reviews (25%)"),
        ("?period=nonsense&kind=x&page=-1&officer=y", "No review was completed in this period"),
    ],
)
def test_the_address_keeps_the_choice(query, share, two_officers, as_role):
    assert share in text(as_role(Role.IRO_MANAGER).get(LIST + query))


def test_one_officer_can_be_chosen(two_officers, as_role):
    client = as_role(Role.IRO_MANAGER)
    kim = two_officers.benedict.allocations.get().worker.public_id

    said = text(client.get(f"{LIST}?officer={kim}"))

    assert "0 of 1 reviews (0%)" in said
    assert "Alice" not in said


def test_none_missing_is_said(world, as_role):
    monitors.finished(seen(world.review))

    said = text(as_role(Role.IRO).get(LIST))

    assert "1 of 1 reviews (100%) has a finished monitor; 0 are missing." in said
    assert "None is missing" in said


def test_the_download_holds_what_the_list_shows(two_officers, as_role):
    client = as_role(Role.IRO_MANAGER)

    answer = client.get(reverse("monitors_download") + "?period=2016-17-Q4")

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Child,Number,Review,Completed on,Officer,Monitor")
    assert lines[1].startswith("Alice Arden,")
    assert "2017-02-14,Sam Fielding,Not begun" in lines[1]
    assert len(lines) == 2


def test_whoever_is_named_is_noted(two_officers, as_role):
    client = as_role(Role.IRO)
    client.get(LIST)
    client.get(reverse("monitors_download"))

    shown, taken = AuditEvent.objects.order_by("-id")[:2][::-1]
    assert (shown.verb, taken.verb) == ("monitors.listed", "monitors.downloaded")
    assert shown.detail["children"] == taken.detail["children"] == [two_officers.alice.pk]


def test_the_managers_desk_leads_there(two_officers, as_role):
    body = as_role(Role.IRO_MANAGER).get("/").content.decode()

    assert "33% (1 of 3)" in body
    sam = two_officers.alice.allocations.get(role="iro").worker.public_id
    assert f"/monitors?officer={sam}#missing" in body


def test_all_but_one_is_not_all():
    assert Share("", 999, 1000).percent == "99%"
    assert Share("", 1, 1000).percent == "1%"
    assert Share("", 0, 0).words == "No review was completed"
