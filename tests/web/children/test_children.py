"""The children list: whom it shows to whom, in which order, and what it downloads."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from tests.builders import care, people


def names(response) -> list[str]:
    return [one.title for one in response.context["listing"].rows]


def test_an_officer_sees_their_own_and_a_manager_everybody(as_role, world):
    assert names(as_role(Role.IRO_MANAGER).get(reverse("children"))) == ["Alice Arden", "Benedict Birch"]
    assert names(as_role(Role.IRO).get(reverse("children"))) == ["Alice Arden"]


def test_a_social_worker_searching_for_another_child_learns_nothing(as_role, world):
    response = as_role(Role.SOCIAL_WORKER).post(
        reverse("children_search"), {"words": "Benedict Birch"}, follow=True
    )

    assert names(response) == []
    assert "Nobody you may see is called" in response.content.decode()
    assert world.benedict.number not in response.content.decode()


def test_a_search_leaves_the_name_out_of_the_address(as_role, world):
    response = as_role(Role.IRO_MANAGER).post(reverse("children_search"), {"words": "Birch"}, follow=True)

    assert names(response) == ["Benedict Birch"]
    assert all("irch" not in address for address, _ in response.redirect_chain)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?age=10-15", ["Alice Arden"]),
        ("?age=5-9", ["Benedict Birch"]),
        ("?legal=C2", ["Alice Arden", "Benedict Birch"]),
        ("?legal=V2", []),
        ("?iro=nobody", ["Benedict Birch"]),
        ("?due=late", ["Alice Arden", "Benedict Birch"]),
        ("?due=soon", []),
        ("?care=left", ["Cleo Cole"]),
        ("?care=all&sort=-name", ["Cleo Cole", "Benedict Birch", "Alice Arden"]),
        ("?sort=age", ["Benedict Birch", "Alice Arden"]),
        ("?age=nonsense&sort=nonsense&page=nonsense&care=nonsense", ["Alice Arden", "Benedict Birch"]),
        ("?page=99", ["Alice Arden", "Benedict Birch"]),
    ],
)
def test_filters_and_order_stand_in_the_address(query: str, expected: list[str], as_role, world):
    care.left_care(care.in_care(date(2015, 1, 5), people.child("Cleo Cole")), date(2016, 1, 8))

    assert names(as_role(Role.IRO_MANAGER).get(reverse("children") + query)) == expected


def test_the_download_is_what_the_list_shows_and_is_written_down(as_role, world):
    response = as_role(Role.IRO_MANAGER).get(reverse("children_download") + "?age=10-15")

    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [(row["Name"], row["Next review due by"]) for row in rows] == [("Alice Arden", "2016-08-27")]
    assert AuditEvent.objects.filter(verb="children.downloaded").get().detail == {
        "children": [world.alice.pk]
    }


def test_an_officer_without_children_is_told_what_to_do(as_role, world):
    world.alice.allocations.all().delete()

    response = as_role(Role.IRO).get(reverse("children"))

    assert "No child is allocated to you" in response.content.decode()


def test_filters_that_nobody_fits_offer_the_way_back(as_role, world):
    response = as_role(Role.IRO_MANAGER).get(reverse("children") + "?age=under-1")

    assert "No child fits these filters" in response.content.decode()
