"""Each page after a review asks a fixed number of questions, for one decision and recipient and for many."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.records import actions
from tests.builders import care, people, reviews

COUNTS = {
    "decisions": 23,
    "decisions_release": 17,
    "decisions_answer": 19,
    "record": 19,
    "record_sign": 22,
    "record_notes": 15,
    "recipients": 16,
    "records_to_send": 10,
    "signed": 20,
    "print": 19,
}


@pytest.fixture
def asked(world, as_role):
    """How many questions a page asks when there are so many of everything."""

    def count(name: str, number: int) -> int:
        officer, manager = world.users[Role.IRO], world.users[Role.IRO_MANAGER]
        later = reviews.review(world.alice, date(2017, 3, 28))
        for review in (world.review, later):
            for nth in range(number):
                actions.add_decision(
                    review=review, what=f"Decision {nth}", outcome="Good", who="Jo Reed",
                    by_when=date(2017, 4, 28), by=officer,
                )  # fmt: skip
            released = actions.release_decisions(review=review, on=date(2017, 3, 29), by=manager)
            for nth in range(number):
                objection = actions.answer_decisions(
                    release=released, answer="objects", text=f"No {nth}", on=date(2017, 3, 30),
                    by=world.users[Role.TEAM_MANAGER],
                )  # fmt: skip
                actions.reply_to_objection(
                    objection=objection, text="But yes", on=date(2017, 3, 30), by=officer
                )
            record = actions.start_record(review=review, by=officer)
            for key in ("child_views", "plan", "officer_view", "health")[: None if number > 1 else 3]:
                actions.save_section(record=record, key=key, text="Words.", version=0, by=officer)
            for nth in range(number):
                actions.add_recipient(
                    record=record,
                    name=f"Person {nth}",
                    relation="other",
                    version="full",
                    method="post",
                    by=officer,
                )
        signed = actions.sign_record(record=world.review.record, on=date(2017, 3, 30), by=officer)
        for nth in range(number):
            actions.add_addendum(record=signed, text=f"More {nth}", on=date(2017, 3, 30), by=officer)
        client = as_role(Role.IRO)
        client.get(reverse("about_privacy"))
        address = {
            "records_to_send": reverse("records_to_send"),
            "signed": reverse("record", args=[world.review.public_id]),
            "print": reverse("record_print", args=[world.review.public_id, "full"]),
        }.get(name) or reverse(name, args=[later.public_id])
        with CaptureQueriesContext(connection) as questions:
            assert client.get(address).status_code == 200
        return len(questions)

    return count


@pytest.mark.parametrize("number", [1, 4])
@pytest.mark.parametrize("name", sorted(COUNTS))
def test_a_page_asks_as_many_questions_for_one_as_for_four(name, number, asked):
    assert asked(name, number) == COUNTS[name]


def test_many_records_to_send_cost_no_more(world, as_role):
    worker = people.worker("Robin Ash")
    for _ in range(30):
        child = care.in_care(date(2016, 5, 2), people.child())
        people.allocated(child, worker)
        review = reviews.review(child, date(2017, 2, 28))
        record = actions.start_record(review=review, by=None)
        for key in ("child_views", "plan", "officer_view"):
            actions.save_section(record=record, key=key, text="Words.", version=0, by=None)
        actions.sign_record(record=record, on=date(2017, 3, 10), by=None)
    client = as_role(Role.BUSINESS_SUPPORT)
    client.get(reverse("about_privacy"))

    with CaptureQueriesContext(connection) as questions:
        response = client.get(reverse("records_to_send"))

    assert b"30 versions of signed records" in response.content
    assert len(questions) == COUNTS["records_to_send"]
