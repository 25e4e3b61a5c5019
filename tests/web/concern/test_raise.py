"""Raising a concern: one page, for one child and their brothers and sisters, once however often it is pressed."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole, FamilyTie, Worker
from holdfast.casework.resolution.models import Concern, RaisedFrom
from tests.builders import midway, people


@pytest.fixture
def address(world) -> str:
    return reverse("concern_raise", args=[world.alice.public_id])


def told(asked: Worker, **more: str) -> dict[str, str]:
    return {
        "category": "health_assessment", "severity": "amber", "about": "None for 14 months", "stage": "0",
        "asked_for": "An appointment", "asked": str(asked.public_id), **more,
    }  # fmt: skip


@pytest.fixture
def jo(world) -> Worker:
    return Worker.objects.get(name="Jo Reed")


def test_the_page_says_who_is_asked_and_what_is_open(address, world, as_role):
    page = as_role(Role.IRO).get(address).content.decode()

    assert "Jo Reed is the social worker, Pat Hollis their manager." in page
    assert "No concern is open for Alice Arden." in page
    assert '<optgroup label="Care planning">' in page


def test_who_does_not_sign_in_is_said_to_and_is_not_suggested(address, jo, as_role):
    asked_first = f'<option value="{jo.public_id}" selected'
    assert asked_first in as_role(Role.IRO).get(address).content.decode()
    Worker.objects.filter(pk=jo.pk).update(user=None)

    page = as_role(Role.IRO).get(address).content.decode()

    assert "Jo Reed, who does not sign in" in page
    assert asked_first not in page


def test_it_is_raised_informally_with_the_social_worker(address, jo, world, as_role):
    answer = as_role(Role.IRO).post(address + f"?review={world.review.public_id}", told(jo), follow=True)

    made = Concern.objects.get()
    assert (made.raised_from, made.review, made.officer.name) == (
        RaisedFrom.REVIEW,
        world.review,
        "Sam Fielding",
    )
    assert [(stage.number, stage.asked) for stage in made.stages.all()] == [(0, jo)]
    assert "Jo Reed finds it under “My work”." in answer.content.decode()
    assert "Concerns to answer" in as_role(Role.SOCIAL_WORKER).get("/").content.decode()


def test_pressed_twice_it_stands_once(address, jo, as_role):
    client = as_role(Role.IRO)

    client.post(address, told(jo))
    client.post(address, told(jo))

    assert Concern.objects.count() == 1


def test_a_formal_stage_at_once_needs_the_reason(address, jo, as_role):
    client = as_role(Role.IRO)
    assert "or begin informally." in client.post(address, told(jo, stage="1")).content.decode()

    client.post(address, told(jo, stage="1", pass_over_informal="She is moved on Monday"))

    stages = list(Concern.objects.get().stages.all())
    assert stages[0].passed_over_why == "She is moved on Monday"
    assert (stages[1].number, stages[1].asked) == (1, jo)


def test_a_brother_has_one_of_his_own_put_to_his_own_social_worker(address, jo, world, as_role):
    people.allocated(world.benedict, Worker.objects.get(name="Sam Fielding"))
    other = people.worker("Lou Tarn", people.user(Role.SOCIAL_WORKER, name="Lou Tarn"))
    people.allocated(world.benedict, other, AllocationRole.SOCIAL_WORKER)
    FamilyTie.objects.create(child=world.alice, other=world.benedict, kind="sibling")

    answer = as_role(Role.IRO).post(address, told(jo, also=str(world.benedict.public_id)), follow=True)

    found = {one.child: one for one in Concern.objects.all()}
    assert found[world.alice].together == found[world.benedict].together is not None
    assert found[world.benedict].stages.get().asked == other
    assert "raised for Alice Arden and Benedict Birch, one each" in answer.content.decode()


def test_a_sister_the_officer_may_not_see_is_not_offered(address, world, as_role):
    FamilyTie.objects.create(child=world.alice, other=world.benedict, kind="sibling")

    assert "Benedict Birch" not in as_role(Role.IRO).get(address).content.decode()


def test_what_is_missing_is_said_beside_its_field(address, as_role):
    answer = as_role(Role.IRO).post(address, {})

    page = answer.content.decode()
    assert answer.status_code == 400
    for words in (
        "Choose what it is about.",
        "Say how serious it is.",
        "Write what is wrong.",
        "Write what you ask for.",
    ):
        assert words in page


def test_a_day_that_has_passed_is_refused(address, jo, as_role):
    past = {"asked_by_0": "1", "asked_by_1": "3", "asked_by_2": "2017"}

    page = as_role(Role.IRO).post(address, told(jo, **past)).content.decode()

    assert "This day has passed." in page


def test_it_is_raised_from_a_midway_check(address, jo, world, as_role):
    check = midway.check(world.review, date(2017, 4, 12))

    as_role(Role.IRO).post(address + f"?midway={check.public_id}", told(jo))

    assert Concern.objects.get().midway == check


@pytest.mark.parametrize("what", ["review", "midway", "monitor", "objection"])
@pytest.mark.parametrize("given", ["nothing", "00000000-0000-4000-8000-000000000000"])
def test_what_is_not_there_or_not_hers_is_not_there(what, given, address, as_role):
    assert as_role(Role.IRO).get(f"{address}?{what}={given}").status_code == 404


def test_review_midway_and_child_lead_to_it(address, world, as_role):
    check = midway.check(world.review, date(2017, 4, 12))
    client = as_role(Role.IRO)

    for name, args, ends in (
        ("child", [world.alice.public_id], ""),
        ("review", [world.review.public_id], f"?review={world.review.public_id}"),
        ("midway", [world.review.public_id], f"?midway={check.public_id}"),
    ):
        assert f'href="{address}{ends}"' in client.get(reverse(name, args=args)).content.decode()
    page = as_role(Role.SOCIAL_WORKER).get(reverse("child", args=[world.alice.public_id])).content.decode()
    assert address not in page
