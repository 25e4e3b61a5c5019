"""The pages on which something is entered ask a fixed number of questions, for one record and for three."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from tests.builders import care, people, reviews

#: page -> how many queries (the session and the user are two of them)
COUNTS = {"child_add": 4, "child_enter": 7, "child_plan": 9, "child_correct_plan": 9, "child": 32}


@pytest.mark.parametrize("page", sorted(COUNTS))
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_record_as_for_three(page: str, number: int, db):
    child = care.in_care(date(2016, 5, 2))
    process = child.protections.create(
        opened_on=date(2017, 1, 9), started=date(2017, 1, 25), category_first="NEG", category_latest="NEG"
    )
    for nth in range(number):
        process.core_groups.create(held_on=date(2017, 2, 6 + nth))
        child.milestones.create(kind="long_term_match", happened_on=date(2017, 2, 6 + nth))
        child.reviews.create(planned_on=date(2017, 4, 6 + nth))
        reviews.review(child, date(2016, 6, 6 + nth))
        people.child(f"Robin {nth}", number=f"HF{nth:05}")
    arguments = {
        "child_add": [],
        "child_enter": [child.public_id, "milestone"],
        "child_plan": [child.public_id, "core-group"],
        "child_correct_plan": [child.public_id, process.public_id],
        "child": [child.public_id],
    }
    client = Client()
    client.force_login(people.user(Role.IRO_MANAGER))
    client.get(reverse("about_privacy"))  # the session is written once, not with every page

    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(page, args=arguments[page])).status_code == 200
    assert len(asked) == COUNTS[page]
