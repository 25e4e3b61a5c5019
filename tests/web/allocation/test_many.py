"""Several children to one officer: ticked, checked, saved together."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import Allocation, Worker
from tests.builders import care, people


@pytest.fixture
def support(as_role):
    return as_role(Role.BUSINESS_SUPPORT)


@pytest.fixture
def cleo(world):
    return care.in_care(date(2016, 12, 1), people.child("Cleo Cole"))


def address(query: str = "?iro=nobody") -> str:
    return reverse("children_allocate") + query


def answers(*children, button: str = "check", **more: object) -> dict[str, object]:
    return {
        "worker": str(Worker.objects.get(name="Sam Fielding").public_id),
        "starts_0": "20", "starts_1": "3", "starts_2": "2017",
        "children": [str(child.public_id) for child in children],
        button: "1",
        **more,
    }  # fmt: skip


def titles(response) -> list[str]:
    return sorted(one.title for one, _ in response.context["children"])


def ticks(response) -> list[bool]:
    return [ticked for _, ticked in response.context["children"]]


def test_the_filters_of_the_list_choose_who_stands_here(support, world, cleo):
    assert titles(support.get(address())) == ["Benedict Birch", "Cleo Cole"]
    assert titles(support.get(address("?"))) == ["Alice Arden", "Benedict Birch", "Cleo Cole"]
    assert address("?iro=nobody") in support.get(reverse("children") + "?iro=nobody").content.decode()


def test_one_link_ticks_them_all(support, world, cleo):
    assert ticks(support.get(address())) == [False, False]
    assert ticks(support.get(address("?iro=nobody&tick=all"))) == [True, True]


def test_checking_says_who_changes_and_saves_nothing(support, world, cleo):
    response = support.post(address(), answers(world.alice, cleo))

    body = response.content.decode()
    assert "Nothing is saved yet" in body
    assert "Sam Fielding, as before" in body
    assert "Allocate these 2 children" in body
    assert Allocation.objects.count() == 2


def test_changing_the_answers_keeps_the_ticks(support, world, cleo):
    response = support.post(address(), answers(cleo, button="again"))

    assert response.status_code == 200
    assert [one.title for one, ticked in response.context["children"] if ticked] == ["Cleo Cole"]


def test_saving_allocates_them_all_and_shows_who_is_left(support, as_role, world, cleo):
    response = support.post(address(), answers(world.benedict, button="save"), follow=True)

    assert (
        "Saved. 1 child is allocated to Sam Fielding from Monday 20 March 2017." in response.content.decode()
    )
    assert titles(response) == ["Cleo Cole"]
    assert "Benedict Birch" in as_role(Role.IRO).get(reverse("children")).content.decode()


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"children": []}, "children", "Tick at least one child"),
        ({"children": ["nobody"]}, "children", "Tick again"),
        ({"worker": ""}, "worker", "Choose who is to be responsible"),
        ({"starts_1": "13"}, "starts", "a day that exists"),
    ],
)
def test_a_wrong_answer_is_said_and_keeps_the_ticks(wrong, field, sentence, support, world):
    response = support.post(address(), {**answers(world.benedict), **wrong})

    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert list(response.context["form"].errors) == [field]
    assert sum(ticks(response)) == (0 if field == "children" else 1)


@pytest.mark.parametrize("button", ["check", "save"])
def test_one_later_allocation_stops_them_all_and_is_named(button: str, support, world, cleo):
    people.allocated(cleo, people.worker("Robin Ash"), starts=date(2017, 5, 1))

    response = support.post(address("?"), answers(world.benedict, cleo, button=button))

    assert response.status_code == 400
    assert "Somebody’s allocation to Cleo Cole begins after that day" in response.content.decode()
    assert not Allocation.objects.filter(child=world.benedict).exists()
