"""Who is responsible for one child, from a day on."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people.models import Allocation, AllocationRole, Worker
from tests.builders import people


@pytest.fixture
def support(as_role):
    return as_role(Role.BUSINESS_SUPPORT)


def address(child, name: str = "child_iro") -> str:
    return reverse(name, args=[child.public_id])


def answers(worker: Worker | None, on: date = date(2017, 3, 20), **more: str) -> dict[str, str]:
    return {
        "worker": str(worker.public_id) if worker else "",
        "starts_0": str(on.day),
        "starts_1": str(on.month),
        "starts_2": str(on.year),
        **more,
    }


def rows(child, role: AllocationRole = AllocationRole.IRO) -> list[tuple]:
    found = Allocation.objects.filter(child=child, role=role).order_by("starts")
    return list(found.values_list("worker__name", "starts", "ends"))


def test_the_page_offers_officers_with_their_children_and_shows_who_was(support, world):
    body = support.get(address(world.alice)).content.decode()

    assert ">Sam Fielding</label>" in body
    assert "1 child; no post is entered" in body
    assert "Jo Reed" not in body  # works with Alice, but reviews nobody
    assert "1 April 2016" in body
    assert "until further notice" in body


def test_opening_it_and_allocating_stand_in_the_diary(support, world):
    robin = people.worker("Robin Ash", people.user(Role.IRO))

    support.get(address(world.alice))
    support.post(address(world.alice), answers(robin))

    assert [event.verb for event in events_about(world.alice)] == ["child.read", "child.read"]
    started = Allocation.objects.get(child=world.alice, worker=robin)
    (event,) = events_about(started)
    assert (event.verb, event.actor_id) == ("allocation.started", str(world.users[Role.BUSINESS_SUPPORT].pk))
    assert event.detail == {"child": world.alice.pk, "worker": robin.pk, "role": "iro"}


def test_another_officer_from_a_day_and_the_first_until_the_day_before(support, world):
    robin = people.worker("Robin Ash", people.user(Role.IRO))

    response = support.post(address(world.alice), answers(robin), follow=True)

    assert rows(world.alice) == [
        ("Sam Fielding", date(2016, 4, 1), date(2017, 3, 19)),
        ("Robin Ash", date(2017, 3, 20), None),
    ]
    body = response.content.decode()
    assert "Saved. Independent Reviewing Officer from Monday 20 March 2017: Robin Ash." in body
    assert "since 20 March 2017" in body


def test_a_social_worker_may_be_new_to_the_records(support, world):
    support.post(address(world.benedict, "child_social_worker"), answers(None, new_name="Lee Marsh"))

    assert rows(world.benedict, AllocationRole.SOCIAL_WORKER) == [("Lee Marsh", date(2017, 3, 20), None)]
    assert "Lee Marsh: 1 child<" in support.get(address(world.alice, "child_social_worker")).content.decode()


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"worker": ""}, "worker", "Choose who is to be responsible"),
        ({"worker": "nobody"}, "worker", "cannot be allocated any more"),
        ({"starts_2": "2071"}, "starts", "more than a year ahead"),
        ({"starts_2": "1999"}, "starts", "before the child was born"),
        ({"starts_2": ""}, "starts", "must include a year"),
        ({"starts_2": "2016"}, "starts", "Choose a day from 1 April 2016 on"),
    ],
)
def test_a_wrong_answer_is_said_beside_its_field_and_changes_nothing(wrong, field, sentence, support, world):
    before = rows(world.alice)

    response = support.post(
        address(world.alice), {**answers(Worker.objects.get(name="Sam Fielding")), **wrong}
    )

    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert list(response.context["form"].errors) == [field]
    assert rows(world.alice) == before


def test_a_new_name_and_one_from_the_list_are_one_too_many(support, world):
    jo = Worker.objects.get(name="Jo Reed")

    response = support.post(address(world.benedict, "child_social_worker"), answers(jo, new_name="Lee Marsh"))

    assert list(response.context["form"].errors) == ["new_name"]
    assert not Worker.objects.filter(name="Lee Marsh").exists()


def test_where_nobody_signs_in_as_an_officer_the_page_says_what_to_do(as_role, world):
    Allocation.objects.all().delete()
    world.users[Role.IRO].is_active = False
    world.users[Role.IRO].save()

    for role, words in (
        (Role.IRO_MANAGER, "Give an officer their sign-in"),
        (Role.BUSINESS_SUPPORT, "Ask your"),
    ):
        assert words in as_role(role).get(address(world.benedict)).content.decode()


def test_the_childs_page_leads_here_for_those_who_allocate(as_role, world):
    there = [
        role
        for role in (Role.IRO, Role.IRO_MANAGER, Role.BUSINESS_SUPPORT, Role.ANALYST)
        if address(world.alice)
        in as_role(role).get(reverse("child", args=[world.alice.public_id])).content.decode()
    ]

    assert there == [Role.IRO_MANAGER, Role.BUSINESS_SUPPORT]
