"""The pages of this journey ask a fixed number of questions, for one row and for three."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from tests.builders import checking as build
from tests.builders import people

MANAGER = Role.IRO_MANAGER


def asked(client, name: str, *args) -> int:
    client.get("/")  # the session is written once, not with every page
    with CaptureQueriesContext(connection) as found:
        assert client.get(reverse(name, args=args)).status_code == 200
    return len(found)


def audits(number: int):
    """So many audits of reviews of one officer, all rated."""
    officer, rater = build.officer("Amara Obi", number=number), build.officer("Ben Lark", number=0)
    for allocation in officer.allocations.all():
        one = build.audit(
            allocation.child.reviews.get(), officer, rater, ratings=build.GOOD, rated_on=date(2017, 3, 20)
        )
    return one


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("name", "count"), [("peer_audits", 6), ("peer_agreement", 4), ("peer_agreement_download", 4)]
)
def test_lists_of_audits(name, count, number, as_role):
    audits(number)
    assert asked(as_role(MANAGER), name) == count


@pytest.mark.parametrize("number", [1, 3])
def test_a_sample(number, as_role):
    one = audits(number)
    assert asked(as_role(MANAGER), "peer_sample", one.sample.public_id) == 6


def test_an_audit_for_its_rater(as_role, client):
    one = audits(1)
    client.force_login(one.rater.user)
    assert asked(client, "peer_audit", one.public_id) == 23


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("name", ["conference_audit", "conference_audit_download"])
def test_the_conference_audit(name, number, as_role):
    for nth in range(number):
        one = build.plan(people.child(f"Ivy {nth}"), date(2015, 11, 2))
        build.review_conference(one.child, date(2016, 1, 25), one)
    assert asked(as_role(MANAGER), name) == 9
