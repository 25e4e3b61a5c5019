"""Child protection and child in need from the child's page, to the end."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.plans.models import CoreGroup, NeedPlan, Protection
from tests.builders import people


@pytest.fixture
def manager(as_role) -> Client:
    return as_role(Role.IRO_MANAGER)


@pytest.fixture
def child(world):
    return people.child("Ivy Ash", born=date(2014, 4, 3))


def day(name: str, year: int, month: int, number: int) -> dict[str, str]:
    return {f"{name}_0": str(number), f"{name}_1": str(month), f"{name}_2": str(year)}


def enter(client: Client, child, event: str, data: dict[str, str]):
    return client.post(reverse("child_plan", args=[child.public_id, event]), data, follow=True)


def said(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_a_process_from_its_opening_to_the_end_of_its_plan(manager, child):
    opened = enter(manager, child, "protection", {**day("opened_on", 2017, 3, 6), "route": "enquiry"})
    assert "Initial child protection conference: now due by Monday 27 March 2017" in said(opened)

    planned = enter(manager, child, "plan", {**day("started", 2017, 3, 20), "category_latest": "NEG"})
    assert [item.what for item in planned.context["next"]] == ["Core group", "Review conference"]

    enter(manager, child, "category", {"category_latest": "EMO"})
    enter(manager, child, "core-group", {**day("held_on", 2017, 3, 27), "note": "All came"})
    ended = enter(manager, child, "end", {**day("ended", 2017, 3, 30), "reason": "Safe at home"})

    assert ended.context["next"] == []
    assert [event.title for event in ended.context["story"]] == [
        "Child protection plan ended",
        "Core group met",
        "Child protection plan made",
        "Child protection process opened",
    ]


def test_an_unborn_child(manager, world):
    child = people.child("Baby Ash", born=None)

    response = enter(
        manager, child, "protection", {**day("opened_on", 2017, 3, 6), "route": "enquiry", "unborn": "on"}
    )

    assert "Not born yet, not in care, with child protection" in response.content.decode()


def test_a_process_is_closed_without_a_plan(manager, child):
    enter(manager, child, "protection", {**day("opened_on", 2017, 3, 6), "route": "transfer_in"})

    enter(manager, child, "no-plan", {**day("closed_on", 2017, 3, 20), "why": "not_made"})

    assert Protection.objects.get().closed_on == date(2017, 3, 20)


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        ("plan", "No child protection process is open"),
        ("end", "No child protection process is open"),
        ("need-ended", "No child in need plan is open"),
    ],
)
def test_what_cannot_be_entered_yet_says_what_comes_first(manager, child, event, sentence):
    response = manager.get(reverse("child_plan", args=[child.public_id, event]), follow=True)

    assert sentence in said(response)


def test_a_day_that_cannot_be_stands_beside_its_field(manager, child):
    enter(manager, child, "protection", {**day("opened_on", 2017, 3, 6), "route": "enquiry"})

    response = enter(manager, child, "plan", {**day("started", 2017, 3, 18), "category_latest": "NEG"})

    assert response.status_code == 400
    assert "Saturday 18 March 2017 is a weekend" in str(response.context["form"].errors["started"])


def test_a_child_in_need_plan_moves_to_a_protection_plan_on_one_day(manager, child):
    enter(manager, child, "need", day("agreed_on", 2017, 1, 9))
    enter(manager, child, "need-made", day("made_on", 2017, 1, 20))
    enter(manager, child, "protection", {**day("opened_on", 2017, 3, 6), "route": "enquiry"})

    plan = {**day("started", 2017, 3, 20), "category_latest": "NEG"}
    refused = enter(manager, child, "plan", plan)
    assert "End the child in need plan first" in refused.content.decode()
    enter(manager, child, "plan", {**plan, "ends_need_plan": "on"})

    assert NeedPlan.objects.get().ended == Protection.objects.get().started == date(2017, 3, 20)


def test_a_plan_is_corrected_and_the_correction_undone(manager, child):
    process = Protection.objects.create(child=child, opened_on=date(2017, 3, 6))
    address = reverse("child_correct_plan", args=[child.public_id, process.public_id])
    form = manager.get(address).context["form"]

    typed = {**day("opened_on", 2017, 3, 7), "category_latest": "", "opened": form.opened}
    response = manager.post(address, {**typed, "save": "1"}, follow=True)
    assert "was due by Monday 27 March 2017, now by Tuesday 28 March 2017" in said(response)

    manager.post(reverse("child_undo", args=[child.public_id]))
    process.refresh_from_db()
    assert process.opened_on == date(2017, 3, 6)


def test_a_child_in_need_plan_is_corrected(manager, child):
    plan = NeedPlan.objects.create(child=child, agreed_on=date(2017, 3, 6))
    address = reverse("child_correct_plan", args=[child.public_id, plan.public_id])
    form = manager.get(address).context["form"]

    manager.post(address, {**day("agreed_on", 2017, 3, 7), "opened": form.opened, "save": "1"})

    plan.refresh_from_db()
    assert plan.agreed_on == date(2017, 3, 7)


def test_a_core_group_entered_by_mistake_is_taken_away(manager, child):
    process = Protection.objects.create(child=child, opened_on=date(2017, 1, 9), started=date(2017, 1, 25))
    group = CoreGroup.objects.create(protection=process, held_on=date(2017, 2, 6))

    address = reverse("child_core_group_remove", args=[child.public_id, group.pk])
    assert "Taken away" in said(manager.post(address, follow=True))
    assert not CoreGroup.objects.exists()
    assert "does not stand on the record any more" in said(manager.post(address, follow=True))
