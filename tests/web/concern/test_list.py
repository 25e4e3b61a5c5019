"""The list of concerns: open ones first, filters in the address, and a file whose cells run nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from tests.builders import concerns as build
from tests.builders import people


@pytest.fixture
def three(asked, world):
    """Alice’s at stage 1; one closed; and one of Benedict’s, whose officer is somebody else."""
    build.closed(
        build.concern(world.alice, asked.worker, date(2017, 2, 6), category="pep"), date(2017, 3, 10)
    )
    other = people.worker("Kim Lark")
    return build.concern(
        world.benedict, other, date(2017, 3, 1), category="contact", severity="red", officer=other
    )


def listed(client, query: str = "") -> str:
    page = client.get(reverse("concerns") + query).content.decode()
    return page.split("<tbody" if "<tbody" in page else 'class="hf-answer"')[1]


def test_open_ones_come_with_whose_turn_and_days_used(three, as_role):
    page = listed(as_role(Role.IRO_MANAGER))

    assert "Robin Vane" in page
    assert "9 of 20" in page
    assert "personal education plan" not in page


def test_the_officers_turn_is_not_their_managers(asked, as_role):
    build.answered(asked.concern.stages.get(number=1), date(2017, 3, 30), "refused")

    assert "Your turn" in listed(as_role(Role.IRO))
    assert "Your turn" not in listed(as_role(Role.IRO_MANAGER))


def test_an_officer_sees_those_of_their_children_only(three, as_role):
    page = listed(as_role(Role.IRO), "?state=all")

    assert "Alice Arden" in page
    assert "personal education plan" in page
    assert "Benedict Birch" not in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?state=closed", {"pep"}),
        ("?state=all", {"pep", "contact", "health"}),
        ("?stage=1", {"health"}),
        ("?category=contact", {"contact"}),
        ("?severity=red", {"contact"}),
        ("?since=2017-03-05", {"health"}),
        ("?until=2017-03-05", {"contact"}),
        ("?state=late", set()),
        ("?state=mine", set()),
        ("?since=never&stage=x&severity=pink&state=none&sort=none&page=none", {"contact", "health"}),
    ],
)
def test_the_address_filters(query, shown, three, as_role):
    page = listed(as_role(Role.IRO_MANAGER), query)
    words = {"pep": "personal education plan", "contact": "Contact provision", "health": "health assessment"}

    assert {key for key, text in words.items() if text in page} == shown


def test_a_column_sorts_both_ways(three, as_role):
    client = as_role(Role.IRO_MANAGER)

    up, down = listed(client, "?sort=child"), listed(client, "?sort=-child")

    assert up.index("Alice") < up.index("Benedict")
    assert down.index("Benedict") < down.index("Alice")


def test_an_empty_list_says_why(world, as_role):
    assert "Raise one from a child’s page" in listed(as_role(Role.IRO))
    assert "No concern has been put to you" in listed(as_role(Role.SENIOR_MANAGER))


def test_the_file_holds_what_the_list_shows_and_no_formula(three, world, as_role):
    world.benedict.name = "=1+1"
    world.benedict.save()

    lines = as_role(Role.IRO_MANAGER).get(reverse("concerns_download")).content.decode().splitlines()

    assert len(lines) == 3
    assert any(line.startswith("'=1+1,Contact provision") for line in lines)


def test_a_list_names_in_the_diary_whom_it_shows(three, world, as_role):
    as_role(Role.IRO).get(reverse("concerns"))

    page = (
        as_role(Role.IRO_MANAGER).get(reverse("child_readers", args=[world.alice.public_id])).content.decode()
    )
    assert "saw the child in a list of concerns" in page


def test_the_childs_page_says_what_is_open(asked, world, as_role):
    page = as_role(Role.SOCIAL_WORKER).get(reverse("child", args=[world.alice.public_id])).content.decode()

    assert "day 9; the turn of Robin Vane" in page
