"""The pages of monitors ask a fixed number of questions, for one child and answer and for three."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from tests.builders import care, monitors, people, reviews
from tests.web.monitor.conftest import seen

COUNTS = {"fill": 36, "half": 38, "read": 12, "print": 11, "reopen": 11, "list": 8, "download": 8}


def _address(page: str, number: int, world: Any) -> str:
    """A child with so many reviews judged before; the list holds so many children."""
    for nth in range(number):
        monitors.finished(seen(reviews.review(world.alice, date(2016, 6, 1 + nth))))
        other = care.in_care(date(2016, 5, 2), people.child(f"Child {nth}"))
        people.allocated(other, world.alice.allocations.get(role="iro").worker)
        reviews.review(other, date(2016, 6, 20))
    review = seen(reviews.review(world.alice, date(2016, 8, 22)))
    if page == "half":
        monitors.begun(review, {"legal_status_right": "yes"} if number == 1 else monitors.good_for(review))
    if page in ("read", "print", "reopen"):
        monitors.finished(review)
    names = {"read": "monitor", "print": "monitor_print", "reopen": "monitor_reopen"}
    if page in ("list", "download"):
        return reverse("monitors" if page == "list" else "monitors_download")
    return reverse(names.get(page, "monitor"), args=[review.public_id])


@pytest.mark.parametrize("page", sorted(COUNTS))
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_row_as_for_three(number, page, world, as_role):
    address = _address(page, number, world)
    client = as_role(Role.IRO)
    client.get("/")  # the session is written once, not with every page

    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200

    assert len(asked) == COUNTS[page]
