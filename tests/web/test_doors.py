"""Every address asked as every role and as nobody. A new address without an entry here fails the first test."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.intake.actions import has_been_read, receive
from holdfast.casework.intake.models import Mismatch
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import people, publishing
from tests.web.doors import (
    ALL,
    ALLOCATES,
    CHILDREN,
    CORRECTS,
    DATA,
    FIGURES,
    MANAGER,
    ROWS,
    Door,
    every_door,
    prepared,
)

YEAR = ReportingYear(2017)


def _child(things: Any) -> list:
    return [things.world.alice.public_id]


def _user(things: Any) -> list:
    """Somebody who is none of those that ask."""
    return [User.objects.get(username="another").public_id]


def _year(things: Any) -> list:
    return [YEAR]


def _intake(things: Any) -> list:
    return [things.intake.public_id]


DOORS: dict[str, Door] = {
    **every_door(),
    "sign_in": Door(ALL, status=302, public=200),
    "sign_out": Door(ALL, status=302, method="post"),
    "about_accessibility": Door(ALL, public=200),
    "about_privacy": Door(ALL, public=200),
    "home": Door(ALL),
    "children": Door(CHILDREN),
    "children_search": Door(CHILDREN, status=302, method="post", data={"words": "Alice"}),
    "children_download": Door(CHILDREN),
    "child": Door(CHILDREN, args=_child),
    "child_readers": Door(MANAGER, args=_child),
    "child_correct": Door(CORRECTS, args=_child),
    "child_correct_episode": Door(
        CORRECTS, args=lambda t: [*_child(t), t.world.alice.episodes.get().public_id]
    ),
    "child_correct_review": Door(CORRECTS, args=lambda t: [*_child(t), t.world.review.public_id]),
    "child_undo": Door(CORRECTS, status=302, method="post", args=_child),
    "figures": Door(ALL, status=302),
    "figures_catalogue": Door(ALL),
    "figures_year": Door(ALL, args=_year),
    "figures_download": Door(ALL, args=_year),
    "figures_table": Door(ALL, args=lambda t: [YEAR, "age"]),
    "figures_rows": Door(ROWS, args=lambda t: [YEAR, "age", "10_15"]),
    "figures_rows_download": Door(ROWS, args=lambda t: [YEAR, "age", "10_15"]),
    "comparison": Door(FIGURES, status=404),  # there is nothing to compare outside the demonstration
    "report_latest": Door(FIGURES, status=302),
    "report_stylesheet": Door(ALL),
    "report": Door(FIGURES, args=_year),
    "report_preview": Door(FIGURES, args=_year),
    "report_html": Door(FIGURES, args=lambda t: [YEAR, "draft"]),
    "report_word": Door(FIGURES, args=lambda t: [YEAR, "draft"]),
    "report_pdf": Door(FIGURES, args=lambda t: [YEAR, "draft"]),
    "report_file": Door(FIGURES, args=lambda t: [YEAR, "final", "public", "csv"], page=False),
    "population": Door(DATA),
    "population_add": Door(DATA),
    "population_change": Door(DATA, args=lambda t: [t.population]),
    "population_remove": Door(DATA, args=lambda t: [t.population]),
    "published": Door(DATA),
    "published_download": Door(DATA),
    "published_several": Door(DATA),
    "published_example": Door(DATA),
    "published_groups": Door(DATA),
    "published_table": Door(DATA, args=lambda t: ["sex"]),
    "published_add": Door(DATA, args=lambda t: ["sex"]),
    "published_change": Door(DATA, args=lambda t: [t.published.pk]),
    "published_remove": Door(DATA, args=lambda t: [t.published.pk]),
    "intake": Door(DATA),
    "intake_new": Door(DATA),
    "intake_differences": Door(DATA),
    "intake_settle": Door(
        DATA, status=302, method="post", args=lambda t: [t.mismatch.public_id], data={"keep": "ours"}
    ),
    "intake_one": Door(DATA, args=_intake),
    "intake_progress": Door(DATA, args=_intake),
    "intake_load": Door(DATA, status=302, method="post", args=_intake),
    "intake_give_up": Door(DATA, status=302, method="post", args=_intake),
    "intake_faults_download": Door(DATA, args=_intake),
    "intake_warnings": Door(DATA, args=_intake),
    "intake_warnings_download": Door(DATA, args=_intake),
    "children_allocate": Door(ALLOCATES),
    "child_iro": Door(ALLOCATES, args=_child),
    "child_social_worker": Door(ALLOCATES, args=_child),
    "own_password": Door(ALL),
    "accounts": Door(MANAGER),
    "accounts_new": Door(MANAGER),
    "accounts_one": Door(MANAGER, args=_user),
    "accounts_role": Door(MANAGER, args=_user),
    "accounts_password": Door(MANAGER, args=_user),
    "accounts_close": Door(MANAGER, status=302, method="post", args=_user),
    "accounts_reopen": Door(MANAGER, status=302, method="post", args=_user),
    "accounts_end_calendar": Door(MANAGER, status=302, method="post", args=_user),
}


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def things(standing) -> SimpleNamespace:
    """The small world, and what the doors of each journey made for themselves."""
    world = standing
    people.user(Role.IRO, name="Kim Lark", username="another")
    intake = receive(by=world.users[Role.ANALYST])
    has_been_read(intake=intake, years=[2017], refused=False, by=world.users[Role.ANALYST])
    mismatch = Mismatch.objects.create(
        intake=intake,
        child=world.alice,
        record_type="people.Child",
        record_id=world.alice.pk,
        field="ethnicity",
        ours="WBRI",
        returned="WIRI",
    )
    population = publishing.population(2017)
    return SimpleNamespace(
        world=world,
        intake=intake,
        mismatch=mismatch,
        population=ReportingYear(population.year_ending),
        published=publishing.figure(),
        **prepared(world),
    )


def _names() -> set[str]:
    return {name for name in get_resolver().reverse_dict if isinstance(name, str)}


def test_every_address_has_an_entry():
    assert _names() == set(DOORS)


@pytest.mark.parametrize("name", sorted(DOORS))
def test_an_address_opens_for_its_roles_only(name: str, things: SimpleNamespace):
    door = DOORS[name]
    address = reverse(name, args=door.args(things))
    expected = {role: door.status if role in door.opens else 403 for role in Role}

    found = {}
    for role in Role:
        client = things.world.client(role)
        found[role] = getattr(client, door.method)(address, door.data).status_code

    assert found == expected


@pytest.mark.parametrize("name", sorted(DOORS))
def test_nobody_is_sent_to_sign_in(name: str, things: SimpleNamespace):
    door = DOORS[name]
    address = reverse(name, args=door.args(things))

    response = getattr(Client(), door.method)(address, door.data)

    if door.public:
        assert response.status_code == door.public
    else:
        assert (response.status_code, response["Location"].split("?")[0]) == (302, reverse("sign_in"))


@pytest.mark.parametrize("name", sorted(name for name, door in DOORS.items() if door.method == "post"))
def test_an_address_that_changes_something_is_not_opened_by_a_link(name: str, things: SimpleNamespace):
    client = things.world.client(Role.IRO_MANAGER)

    response = client.get(reverse(name, args=DOORS[name].args(things)))

    assert response.status_code == 405


@pytest.mark.parametrize(
    "name", ["child", "child_correct", "child_correct_episode", "child_correct_review", "child_undo"]
)
def test_a_child_of_another_officer_is_not_there(name: str, things: SimpleNamespace):
    door = DOORS[name]
    client = things.world.client(Role.IRO)
    episode = things.world.benedict.episodes.get()
    extra = [episode.public_id] if len(door.args(things)) == 2 else []

    response = getattr(client, door.method)(reverse(name, args=[things.world.benedict.public_id, *extra]))

    assert response.status_code == 404
    assert b"Benedict" not in response.content
