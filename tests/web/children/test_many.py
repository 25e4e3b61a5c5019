"""Long lists: as many questions for thirty children as for three, and the same lives as one by one."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole, Child
from holdfast.casework.people.queries import children_for
from holdfast.casework.reviews.models import Review
from holdfast.web.child_now import children_now, one_child_now
from tests.builders import care, people, reviews

ON = date(2017, 3, 31)
PAGES = ("", "?due=late", "?due=unbooked", "?care=protection", "?care=all&sort=-worker&page=2", "?team=North")


def much_of_everything(number: int) -> None:
    """Children of every kind, each with reviews, plans, bookings, milestones and people."""
    worker = people.worker("Jo Reed")
    worker.team = "North"
    worker.save()
    for nth in range(number):
        child = care.in_care(date(2016, 5, 2), people.child(f"Alex {nth}"))
        for month in (6, 9, 12):
            reviews.review(child, date(2016, month, 1 + nth % 20))
        child.reviews.create(planned_on=date(2017, 4, 3), booked_on=ON)
        child.milestones.create(kind="adoption_authorised", happened_on=date(2016, 10, 3))
        child.early_triggers.create(
            code="child-asks", happened_on=ON, told_on=ON, answer="review", answered_on=ON,
            review_by=date(2017, 4, 12), note="Asked by the child",
        )  # fmt: skip
        people.allocated(child, worker, AllocationRole.SOCIAL_WORKER)
        other = people.child(f"Kit {nth}")
        process = other.protections.create(
            opened_on=date(2017, 1, 9), started=date(2017, 1, 25), category_first="NEG", category_latest="NEG"
        )
        process.core_groups.create(held_on=date(2017, 2, 6))
        conference = {"kind": "conference_initial", "protection": process}
        other.reviews.create(held_on=date(2017, 1, 25), completed_on=date(2017, 1, 25), **conference)
        people.child(f"Lou {nth}").need_plans.create(agreed_on=date(2017, 2, 1))


def queries_of(user, address: str) -> int:
    client = Client()
    client.force_login(user)
    client.get(reverse("about_privacy"))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("query", PAGES)
@pytest.mark.parametrize("role", [Role.IRO_MANAGER, Role.BUSINESS_SUPPORT])
def test_a_list_asks_at_most_twelve_questions_however_long_it_is(db, query: str, role: Role):
    user = people.user(role)
    much_of_everything(3)
    few = queries_of(user, reverse("children") + query)
    much_of_everything(12)

    assert queries_of(user, reverse("children") + query) == few
    assert few <= 12


def test_a_search_asks_at_most_twelve_questions_too(db):
    user = people.user(Role.IRO_MANAGER)
    much_of_everything(12)
    client = Client()
    client.force_login(user)
    found = client.post(reverse("children_search"), {"words": "Allex"})["Location"]

    with CaptureQueriesContext(connection) as asked:
        assert client.get(found).context["listing"].total > 3
    assert len(asked) <= 12


def test_many_children_are_read_as_each_by_itself(db):
    user = people.user(Role.IRO_MANAGER)
    much_of_everything(2)
    care.episode(people.child("Short Stay"), ON - timedelta(days=9), ON, legal_status="V4", reason_ended="E8")

    for together in children_now(children_for(user), ON):
        alone = one_child_now(Child.objects.get(pk=together.child.pk), ON)
        assert together.life == alone.life
        assert together.outlook == alone.outlook
        assert (together.booked, together.iro, together.social_worker) == (
            alone.booked, alone.iro, alone.social_worker,
        )  # fmt: skip
    assert Review.objects.count() > 6


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?care=now", ["Alex 0", "Alice Arden", "Benedict Birch"]),
        ("?care=protection", ["Kit 0"]),
        ("?care=need", ["Lou 0"]),
        ("?care=left", ["Kit 0", "Lou 0"]),
        ("", ["Alex 0", "Alice Arden", "Benedict Birch", "Kit 0", "Lou 0"]),
        ("?team=North", ["Alex 0"]),
        ("?worker=nobody", ["Benedict Birch", "Kit 0", "Lou 0"]),
        ("?due=late", ["Alice Arden", "Benedict Birch"]),
        ("?due=soon", ["Alex 0", "Kit 0"]),
        ("?due=unbooked", ["Kit 0"]),
        ("?due=none", ["Lou 0"]),
    ],
)
def test_the_list_is_filtered_by_plan_people_and_what_is_due(as_role, world, query: str, names: list[str]):
    much_of_everything(1)
    separator = "&" if query else "?"

    response = as_role(Role.IRO_MANAGER).get(reverse("children") + query + separator + "sort=name")

    assert [one.title for one in response.context["listing"].rows] == names


def test_the_download_says_the_plan_what_is_due_first_and_what_is_booked(as_role, world):
    much_of_everything(1)

    body = (
        as_role(Role.IRO_MANAGER)
        .get(reverse("children_download") + "?team=North")
        .content.decode("utf-8-sig")
    )

    (told,) = csv.DictReader(io.StringIO(body))
    assert (told["Plans"], told["Next due"], told["Booked for"]) == ("in care", "Review", "2017-04-03")
